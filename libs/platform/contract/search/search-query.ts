import { stemOf } from './french-stem';
import { stopWords } from './stop-words';
import { plain, wordsOf } from './plain-words';
import { citationRows, isCompound, joinCitations, partsOf } from './spellings';

/** One thing that must be found. It may be said in several ways (the word itself, a synonym, a beginning, a correction): one of them is enough. */
export interface Wanted {
  /** As it was written, for the words shown to the person. */
  readonly said: string;
  readonly readings: readonly Reading[];
  /** Between quotation marks: its words stand one after the other. */
  readonly isPhrase: boolean;
}

/** Stems that must all be there. */
export interface Reading {
  readonly stems: readonly string[];
  /** Side by side, as those of a phrase are. */
  readonly isTogether?: boolean;
  readonly from: 'written' | 'synonym' | 'beginning' | 'corrected';
}

export interface SearchQuery {
  readonly wanted: readonly Wanted[];
  /** Stems of words that must not be there. */
  readonly refused: readonly (readonly string[])[];
  /** The last word while it is still being typed. */
  readonly unfinished: string | null;
}

/** Groups of words that mean the same («ESUS», «entreprise solidaire d’utilité sociale»), each as it is written. */
export type Synonyms = readonly (readonly string[])[];

/** Beyond this a query is a text, and its first words say enough. */
export const queryLengthMax = 200;
const wordsMax = 12;

const pieces = /(-?)"([^"]*)"?|(-?)([^\s"]+)/g;
const typographic: Record<string, string> = { '«': '"', '»': '"', '“': '"', '”': '"', '−': '-', '–': '-' };

interface Piece {
  readonly text: string;
  readonly isPhrase: boolean;
  readonly isRefused: boolean;
}

function piecesOf(text: string): Piece[] {
  const straight = text.slice(0, queryLengthMax).replaceAll(/«\s*|\s*»|[“”−–]/g, (sign) => typographic[sign.trim()] as string);
  return [...joinCitations(straight).matchAll(pieces)].map(([, refusedPhrase, phrase, refusedWord, word]) => ({
    text: phrase ?? word ?? '',
    isPhrase: phrase !== undefined,
    isRefused: (refusedPhrase || refusedWord) === '-',
  }));
}

const plainWordsOf = (text: string): string[] => wordsOf(text).map(({ word }) => word);
const written = (stems: readonly string[]): Reading => ({ stems, from: 'written' });

/**
 * What a line typed in the search box asks for: all its words, phrases between quotation marks, «-mot» for what must not be there. Words that
 * tell nothing are left out unless there is nothing else.
 */
export function readQuery(text: string, synonyms: SynonymIndex = noSynonyms): SearchQuery {
  const { phrases, refused, loose, joined } = sorted(piecesOf(text));
  const telling = loose.filter((word) => !stopWords.has(word));
  const kept = (telling.length > 0 || phrases.length > 0 ? telling : loose).slice(0, wordsMax);
  const wanted = [...phrases, ...synonyms.apply(kept).map((one) => withSpellings(one, joined))].slice(0, wordsMax);
  const last = /[\p{L}\p{N}]$/u.test(text) ? plainWordsOf(text).at(-1) : undefined;
  return { wanted, refused, unfinished: last !== undefined && kept.at(-1) === last ? last : null };
}

interface SortedPieces {
  readonly phrases: Wanted[];
  readonly refused: string[][];
  readonly loose: string[];
  /** Halves of a compound, and the compound in one word. */
  readonly joined: Map<string, string>;
}

function sorted(pieces: readonly Piece[]): SortedPieces {
  const found: SortedPieces = { phrases: [], refused: [], loose: [], joined: new Map() };
  for (const { text: said, isPhrase, isRefused } of pieces) {
    const words = plainWordsOf(said);
    const citation = isPhrase ? undefined : citationRows(said);
    if (words.length === 0) continue;
    if (isRefused) found.refused.push(words.map(stemOf));
    else if (citation) found.phrases.push({ said, readings: citation.map(written), isPhrase: true });
    else if (isPhrase && words.length > 1) found.phrases.push({ said, readings: [written(words.map(stemOf))], isPhrase: true });
    else {
      found.loose.push(...words);
      if (isCompound(said)) for (const word of words) found.joined.set(word, words.join(''));
    }
  }
  return found;
}

/** What some write in one word and others with a hyphen is found both ways. */
function withSpellings(wanted: Wanted, joined: ReadonlyMap<string, string>): Wanted {
  const whole = joined.get(wanted.said);
  const parts = whole ? undefined : partsOf(wanted.said);
  const others: Reading[] = [...(whole ? [written([stemOf(whole)])] : []), ...(parts ? [{ ...written(parts.map(stemOf)), isTogether: true }] : [])];
  return others.length > 0 ? { ...wanted, readings: [...wanted.readings, ...others] } : wanted;
}

const alone = (word: string): Wanted => ({ said: word, readings: [written([stemOf(word)])], isPhrase: false });

/** Finds in a row of words those that have synonyms, the longest expression first. */
export class SynonymIndex {
  private readonly groups = new Map<string, readonly (readonly string[])[]>();
  private longest = 1;

  constructor(synonyms: Synonyms) {
    for (const group of synonyms) {
      const members = group.map((member) => plainWordsOf(member).filter((word) => !stopWords.has(word)).map(stemOf)).filter((stems) => stems.length > 0);
      for (const member of members) {
        const key = member.join(' ');
        this.groups.set(key, [...(this.groups.get(key) ?? []), ...members.filter((other) => other !== member)]);
        this.longest = Math.max(this.longest, member.length);
      }
    }
  }

  apply(words: readonly string[]): Wanted[] {
    const wanted: Wanted[] = [];
    for (let at = 0; at < words.length; ) {
      const found = this.longestAt(words, at);
      wanted.push(found?.wanted ?? alone(words[at] as string));
      at += found?.length ?? 1;
    }
    return wanted;
  }

  private longestAt(words: readonly string[], at: number): { wanted: Wanted; length: number } | undefined {
    for (let length = Math.min(this.longest, words.length - at); length > 0; length--) {
      const slice = words.slice(at, at + length);
      const stems = slice.map(stemOf);
      const others = this.groups.get(stems.join(' '));
      if (others) return { length, wanted: { said: slice.join(' '), isPhrase: false, readings: [written(stems), ...others.map((other): Reading => ({ stems: other, from: 'synonym' }))] } };
    }
    return undefined;
  }
}

const noSynonyms = new SynonymIndex([]);

/** Lexemes that are not words begin with this sign: facets and rights share the index with the text. */
export const facetLexeme = (facet: string, value: string): string => `#${facet}:${plain(value)}`;
