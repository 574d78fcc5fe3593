import { stemOf } from './french-stem';
import { type PlainWord, wordsOf } from './plain-words';

/** PostgreSQL keeps positions up to this one; words farther on are known to be there, not where. */
const farthest = 16_383;
/** PostgreSQL keeps as many places of a word. */
const placesMax = 255;
/** Letters and places a vector may hold, in bytes, with some room below the megabyte PostgreSQL allows; words farther on are not found. */
const bytesMost = 800_000;
/** At most, as `plain` leaves letters. */
const bytesOfLetter = 3;
/** Between two fields, so that no phrase runs from one into the next. */
const gap = 8;

export type Weight = 'A' | 'B' | 'C' | 'D';

/** Writes a `tsvector` by itself, so that index and question read a word in one way, here, and no dictionary of the database is needed. */
export class SearchVector {
  private readonly places = new Map<string, string[]>();
  private position = 0;
  private bytes = 0;

  add(text: string | readonly PlainWord[], weight: Weight = 'D'): this {
    for (const { word } of typeof text === 'string' ? wordsOf(text) : text) {
      this.position += 1;
      this.put(stemOf(word), `${Math.min(this.position, farthest)}${weight === 'D' ? '' : weight}`);
    }
    this.position += gap;
    return this;
  }

  /** Words that are there, wherever they stand. */
  hold(words: readonly PlainWord[]): this {
    for (const { word } of words) this.put(stemOf(word));
    return this;
  }

  /** Facets and rights: there or not there. */
  mark(lexemes: readonly string[]): this {
    for (const lexeme of lexemes) this.places.set(lexeme, []);
    return this;
  }

  /** For `$1::tsvector`. */
  toString(): string {
    return [...this.places].map(([lexeme, places]) => (places.length > 0 ? `${quoted(lexeme)}:${places.join(',')}` : quoted(lexeme))).join(' ');
  }

  private put(lexeme: string, place?: string): void {
    const known = this.places.get(lexeme);
    if (this.bytes > bytesMost || (known && (place === undefined || known.length >= placesMax || known.at(-1) === place))) return;
    this.bytes += known ? 2 : 6 + lexeme.length * bytesOfLetter;
    if (known) known.push(place as string);
    else this.places.set(lexeme, place === undefined ? [] : [place]);
  }
}

const special = /['\\]/;

/** A lexeme inside a tsvector or tsquery literal. */
export const quoted = (lexeme: string): string => `'${special.test(lexeme) ? lexeme.replaceAll(/['\\]/g, (sign) => sign + sign) : lexeme}'`;
