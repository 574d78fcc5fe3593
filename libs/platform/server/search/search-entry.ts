import { facetLexeme, type PlainWord, SearchVector, wordsOf } from '../../contract';

/**
 * Who may know of an entry; one of its keys is enough. `network` are those inside it, `around-network` those who have anything to do with it,
 * guests too; a space's key is held by all its people except guests, who are named by their role; `person:…:around-network:…` is that person
 * as long as they have to do with the network.
 */
export type SearchAccess =
  | 'public'
  | `network:${string}`
  | `around-network:${string}`
  | `space:${string}`
  | `space:${string}:${string}`
  | `person:${string}`
  | `person:${string}:around-network:${string}`;

/** What a domain publishes of one of its things, each time it changes. */
export interface SearchEntry {
  readonly id: string;
  readonly domain: string;
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  /** Where it is read, from the root of the site. */
  readonly path: string;
  /** Other words it should be found by. */
  readonly keywords: readonly string[];
  /** `{ theme: ['indicators'], … }`, counted beside the results; `domain` and `kind` are facets by themselves. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  readonly access: readonly SearchAccess[];
  /** 0 to 1: freshness and use; before anyone asks, the better comes first. */
  readonly quality: number;
  /** The text by pages, when it is known; such an entry is read page by page at `<path>/lecture?page=`. */
  readonly pages?: readonly string[];
}

export interface WrittenEntry {
  readonly head: string;
  readonly body: string;
  /** The stems of each page, to pick the page an extract is taken from. */
  readonly pages: readonly string[];
  readonly facets: readonly string[];
  /** What is public is not also told to some. */
  readonly access: readonly SearchAccess[];
}

/** What a person reads of an entry, and so what may be looked for in it. */
export type SpokenEntry = Pick<SearchEntry, 'title' | 'summary' | 'keywords' | 'pages'>;

/** Beyond this a text is indexed by its beginning: a vector of PostgreSQL holds one megabyte. */
const indexedCharacters = 1_000_000;

/** An entry as the index keeps it. */
export function writeEntry(entry: SearchEntry): WrittenEntry {
  const facets = Object.entries({ domain: [entry.domain], kind: [entry.kind], ...entry.facets }).flatMap(([facet, values]) => values.map((value) => [facet, value] as const));
  const access: readonly SearchAccess[] = entry.access.includes('public') ? ['public'] : [...new Set(entry.access)].sort();
  const marks = [...access.map((key) => `@${key}`), ...facets.map(([facet, value]) => facetLexeme(facet, value))];
  const head = new SearchVector().add(entry.title, 'A').add(entry.keywords.join(' . '), 'B').mark(marks);
  const body = new SearchVector().add(entry.title, 'A').add(entry.keywords.join(' . '), 'B').add(entry.summary, 'C');
  const pages = indexedPages(entry.pages).map(wordsOf);
  for (const words of pages) body.add(words);
  return { head: String(head), body: String(body.mark(marks)), pages: pages.map(stemsOfPage), facets: facets.map(([facet, value]) => `${facet}:${value}`), access };
}

function indexedPages(pages: readonly string[] = []): string[] {
  let left = indexedCharacters;
  return pages.map((page) => {
    const kept = page.slice(0, Math.max(0, left));
    left -= page.length;
    return kept;
  });
}

/** Every word an entry can be found by. */
export function wordsOfEntry({ title, summary, keywords, pages }: SpokenEntry): string[] {
  const words = new Set<string>();
  for (const text of [title, summary, ...keywords, ...indexedPages(pages)]) for (const { word } of wordsOf(text)) words.add(word);
  return [...words];
}

/** For `$1::tsvector`. */
const stemsOfPage = (words: readonly PlainWord[]): string => String(new SearchVector().hold(words));
