import { Injectable } from '@nestjs/common';
import { extractOf, marksIn, type Principal, readQuery, type SearchAnswer, type SearchHit, type SearchQuery, type Visitor } from '../../contract';
import { type IndexAnswer, type IndexQuestion, IndexReader, type IndexStep, type SaidOf } from './index-reader';
import { KnownWords } from './known-words';
import type { Lexicon } from './lexicon';
import { countedBesides, marksOf, sharedOut } from './search-counts';
import { rareOf } from './rare-words';
import { type Candidate, ranked } from './search-ranking';
import { hasUnknownWord, onceForEachEnding, type SteppedQuery, stepsOf } from './search-steps';

export interface SearchAsked {
  readonly text: string;
  readonly domain?: string | undefined;
  /** Of each facet at least one of the values. */
  readonly facets?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly offset?: number;
}

/** A page of results: when titles fill it, texts are not asked. */
const page = 10;
/** As many are weighed word by word for the first pages; more for who turns on, or for a domain’s own list. */
const weighedFirst = 60;
const weighedMost = 300;
const completions = 8;
/** A summary shown when nothing of the text says why. */
const summaryLength = 180;

interface Answered extends SteppedQuery {
  readonly candidates: readonly Candidate[];
  readonly counts: IndexAnswer['counts'];
  readonly said: IndexAnswer['said'];
}

/** Finds entries the acting person may know: titles first, then texts, then bent a little, step by step. */
@Injectable()
export class SearchQueries {
  constructor(
    private readonly reader: IndexReader,
    private readonly known: KnownWords,
  ) {}

  async find(acting: Principal | Visitor, asked: SearchAsked): Promise<SearchAnswer> {
    const offset = asked.offset ?? 0;
    const end = offset + page;
    const { step, query, candidates, counts, said: told } = await this.answered(acting, asked, { enough: end + 1, most: end < weighedFirst ? weighedFirst : weighedMost, counted: countedBesides(asked), telling: true });
    const hits = candidates.slice(offset, end);
    const said = new Map((told ?? (await this.reader.said(acting, hits.map(({ id }) => id), query))).map((one) => [one.id, one]));
    return {
      hits: hits.map((hit) => ({ ...shown(query, hit), extract: extracted(query, said.get(hit.id)) })),
      step, hasMore: candidates.length > end, ...sharedOut(asked, counts),
    };
  }

  /** The best answers of one domain by their identifiers, for a domain's own list, and how the question was understood. */
  async matching(acting: Principal | Visitor, asked: Pick<SearchAsked, 'text' | 'domain' | 'facets'>): Promise<{ ids: string[]; step: SearchAnswer['step'] }> {
    const { step, candidates } = await this.answered(acting, asked, { enough: weighedMost, most: weighedMost, counted: null, telling: false });
    return { ids: candidates.map(({ id }) => id), step };
  }

  /** Titles only: what one types is hardly ever the whole question yet. */
  async complete(acting: Principal | Visitor, asked: SearchAsked): Promise<Omit<SearchHit, 'extract'>[]> {
    const { query, candidates } = await this.answered(acting, asked, { enough: 0, most: weighedFirst, counted: null, telling: false });
    return candidates.slice(0, completions).map((candidate) => shown(query, candidate));
  }

  /** The first of the steps that finds something; as it was asked when none does. Most questions are answered as they are: the others are worked out when they are not. */
  private async answered(acting: Principal | Visitor, asked: SearchAsked, how: Omit<IndexQuestion, 'steps' | 'marks'>): Promise<Answered> {
    const { lexicon, synonyms } = await this.known.current(await this.reader.keysOf(acting));
    const steps = stepsOf(readQuery(asked.text, synonyms), lexicon);
    const asIs = steps.next().value as SteppedQuery;
    const ask = async (tried: readonly SteppedQuery[]): Promise<Answered> => {
      const { step, hits, counts, said } = await this.reader.ask(acting, { ...how, marks: marksOf(asked), steps: tried.map(({ query }) => indexStep(query, lexicon, how)) });
      const found = tried[step] as SteppedQuery;
      return { ...found, candidates: ordered(found.query, hits), counts, said };
    };
    const first = hasUnknownWord(asIs.query, lexicon) ? undefined : await ask([asIs]);
    if (first && first.candidates.length > 0) return first;
    const others = [...steps];
    if (!first) return ask([asIs, ...others]);
    const bent = others.length > 0 ? await ask(others) : first;
    return bent.candidates.length > 0 ? bent : first;
  }
}

/** The endings of a word are tried one by one only where titles alone are asked. */
function indexStep(query: SearchQuery, lexicon: Lexicon, { enough }: Pick<IndexQuestion, 'enough'>): IndexStep {
  const rare = rareOf(query, lexicon);
  return { query, rare, endings: enough === 0 && rare.length === 0 ? onceForEachEnding(query) : [] };
}

/** Titles before texts; the first pages stay as they are when one turns on. */
function ordered(query: SearchQuery, hits: IndexAnswer['hits']): Candidate[] {
  const groups = [hits.filter(({ tier }) => tier === 1), hits.filter(({ tier }) => tier === 2)];
  return groups.flatMap((group) => [...ranked(query, group.slice(0, weighedFirst)), ...ranked(query, group.slice(weighedFirst))]);
}

const shown = (query: SearchQuery, { id, domain, kind, title, path }: Candidate): Omit<SearchHit, 'extract'> => ({ id, domain, kind, title, titleMarks: marksIn(query, title), path });

/** The lines that say why it was found: of its pages, else of its summary. */
function extracted(query: SearchQuery, said: SaidOf | undefined): SearchHit['extract'] {
  const { pages = [], summary = '' } = said ?? {};
  const extract = extractOf(query, pages) ?? extractOf(query, [{ number: null, text: summary }]);
  if (extract) return { text: extract.text, marks: extract.marks.map(([from, to]): [number, number] => [from, to]), page: extract.page };
  if (!summary) return null;
  return { text: summary.length > summaryLength ? `${summary.slice(0, summaryLength).trimEnd()}…` : summary, marks: [], page: null };
}
