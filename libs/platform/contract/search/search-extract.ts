import { stemOf } from './french-stem';
import { type PlainWord, wordsOf } from './plain-words';
import type { SearchQuery } from './search-query';

/** A piece of text and the parts of it that answer the question, as offsets in the piece. */
export interface SearchExtract {
  readonly text: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
  /** The page it was read on; null for a summary. */
  readonly page: number | null;
}

/** Words of an extract: two lines on a phone. */
const windowWords = 28;
const leadWords = 6;

interface Place extends PlainWord {
  /** Which thing wanted it answers. */
  readonly wanted: number;
  /** Its place among the words. */
  readonly at: number;
}

/** The few words of the pages that say most of what is looked for; undefined when none says anything. */
export function extractOf(query: SearchQuery, pages: readonly { readonly number: number | null; readonly text: string }[]): SearchExtract | undefined {
  let best: { score: number; extract: SearchExtract } | undefined;
  for (const { number, text } of pages) {
    const found = bestWindow(query, text);
    if (found && (!best || found.score > best.score)) best = { score: found.score, extract: { text: found.text, marks: found.marks, page: number } };
  }
  return best?.extract;
}

/** Where the words of the question stand in a short text, a title for instance. */
export function marksIn(query: SearchQuery, text: string): [number, number][] {
  return placesIn(query, wordsOf(text)).map(({ start, end }) => [start, end]);
}

interface Sought {
  readonly stems: readonly string[];
  readonly wanted: number;
}

/** What lights a word, by its first stem: one by itself, or several side by side. */
function soughtBy(query: SearchQuery): Map<string, Sought[]> {
  const sought = new Map<string, Sought[]>();
  for (const [wanted, { readings, isPhrase }] of query.wanted.entries()) {
    for (const { stems, isTogether } of readings) {
      const rows = isPhrase || isTogether ? [stems] : stems.map((stem) => [stem]);
      for (const row of rows) sought.set(row[0] as string, [...(sought.get(row[0] as string) ?? []), { stems: row, wanted }]);
    }
  }
  return sought;
}

function placesIn(query: SearchQuery, words: readonly PlainWord[]): Place[] {
  const sought = soughtBy(query);
  const stemAt = (at: number): string | undefined => (words[at] ? stemOf(words[at].word) : undefined);
  const places = new Map<number, Place>();
  for (let at = 0; at < words.length; at++) {
    for (const { stems, wanted } of sought.get(stemAt(at) as string) ?? []) {
      if (stems.every((stem, more) => stemAt(at + more) === stem)) stems.forEach((_, more) => places.set(at + more, { ...(words[at + more] as PlainWord), wanted, at: at + more }));
    }
  }
  return [...places.values()].sort((one, other) => one.at - other.at);
}

function bestWindow(query: SearchQuery, text: string): { score: number; text: string; marks: [number, number][] } | undefined {
  const words = wordsOf(text);
  const places = placesIn(query, words);
  if (places.length === 0) return undefined;
  let best = { score: 0, first: 0 };
  for (const [from, { at: first }] of places.entries()) {
    const within = places.slice(from).filter(({ at }) => at < first + windowWords - leadWords);
    // Each thing wanted counts; its repetitions hardly.
    const score = new Set(within.map(({ wanted }) => wanted)).size + within.length / 100;
    if (score > best.score) best = { score, first };
  }
  return { score: best.score, ...cut(text, words, places, best.first) };
}

function cut(text: string, words: readonly PlainWord[], places: readonly Place[], first: number): { text: string; marks: [number, number][] } {
  const from = Math.max(0, first - leadWords);
  const to = Math.min(words.length, from + windowWords);
  const start = from === 0 ? 0 : (words[from] as PlainWord).start;
  const end = to === words.length ? text.length : (words[to - 1] as PlainWord).end;
  const [before, after] = [from > 0 ? '… ' : '', to < words.length ? ' …' : ''];
  const marks = places.filter((place) => place.start >= start && place.end <= end).map((place): [number, number] => [place.start - start + before.length, place.end - start + before.length]);
  return { text: `${before}${text.slice(start, end)}${after}`, marks };
}
