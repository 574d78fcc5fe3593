import { Injectable } from '@nestjs/common';
import { extractOf, facetLexeme, marksIn, type Marks, type Principal, readQuery, type SearchAnswer, type SearchHit, type SearchQuery, toExpression, type Visitor } from '../../contract';
import { Database, type Tx } from '../database/database';
import { KnownWords } from './known-words';
import { countedFor, type FacetCounts } from './search-counts';
import { type Candidate, ranked } from './search-ranking';
import { type SteppedQuery, stepsOf } from './search-steps';

export interface SearchAsked {
  readonly text: string;
  readonly domain?: string | undefined;
  /** Of each facet at least one of the values. */
  readonly facets?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly offset?: number;
}

/** As many are weighed; a question that fits more is answered by the best of them. */
const weighed = 300;
/** A page of results: when titles fill it, texts are not asked. */
const page = 10;
const completions = 8;
/** A summary shown when nothing of the text says why. */
const summaryLength = 180;

interface TieredRow extends Candidate {
  readonly tier: number;
}

interface Answered extends SteppedQuery {
  readonly candidates: readonly Candidate[];
}

/** Finds entries the acting person may know: titles first, then texts, then bent a little, step by step. */
@Injectable()
export class SearchQueries {
  constructor(
    private readonly database: Database,
    private readonly known: KnownWords,
  ) {}

  async find(acting: Principal | Visitor, asked: SearchAsked): Promise<SearchAnswer> {
    const offset = asked.offset ?? 0;
    return this.database.transaction(acting, async (tx) => {
      const { step, query, candidates } = await this.answered(tx, acting, asked, offset + page);
      const hits = candidates.slice(offset, offset + page);
      const counts = await countedFor(asked, marksOf, (marks) => counted(tx, query, marks));
      return { hits: await withExtracts(tx, query, hits), step, hasMore: candidates.length > offset + page, ...counts };
    });
  }

  /** The best answers of one domain by their identifiers, for a domain's own list, and how the question was understood. */
  async matching(acting: Principal | Visitor, asked: Pick<SearchAsked, 'text' | 'domain' | 'facets'>): Promise<{ ids: string[]; step: SearchAnswer['step'] }> {
    return this.database.transaction(acting, async (tx) => {
      const { step, candidates } = await this.answered(tx, acting, asked, weighed);
      return { ids: candidates.map(({ id }) => id), step };
    });
  }

  /** Titles only: what one types is hardly ever the whole question yet. */
  async complete(acting: Principal | Visitor, asked: SearchAsked): Promise<Omit<SearchHit, 'extract'>[]> {
    return this.database.transaction(acting, async (tx) => {
      const { query, candidates } = await this.answered(tx, acting, asked, 0);
      return candidates.slice(0, completions).map((candidate) => shown(query, candidate));
    });
  }

  /** The first of the steps that finds something; as it was asked when none does. */
  private async answered(tx: Tx, acting: Principal | Visitor, asked: SearchAsked, enough: number): Promise<Answered> {
    const { lexicon, synonyms } = await this.known.current(acting.personId === null ? ['public'] : await keysHeld(tx));
    const marks = marksOf(asked);
    let first: Answered | undefined;
    for (const stepped of stepsOf(readQuery(asked.text, synonyms), lexicon)) {
      const candidates = await found(tx, stepped.query, marks, enough);
      if (candidates.length > 0) return { ...stepped, candidates };
      first ??= { ...stepped, candidates };
    }
    return first as Answered;
  }
}

const marksOf = ({ domain, facets = {} }: Pick<SearchAsked, 'domain' | 'facets'>): Marks => [
  ...(domain ? [[facetLexeme('domain', domain)]] : []),
  ...Object.entries(facets).map(([facet, values]) => values.map((value) => facetLexeme(facet, value))),
];

const nothingAsked = { wanted: [], refused: [] };

async function keysHeld(tx: Tx): Promise<string[]> {
  const [row] = await tx.query<{ keys: string[] }[]>('SELECT platform_search_keys() AS keys');
  return row?.keys ?? [];
}

async function found(tx: Tx, query: SearchQuery, marks: Marks, enough: number): Promise<Candidate[]> {
  const [asked, within] = [toExpression(query), toExpression(nothingAsked, marks)];
  if (!asked && !within) return [];
  const rows = await tx.query<TieredRow[]>('SELECT id, domain, kind, title, summary, path, quality, rank, tier FROM platform_search_hits($1::tsquery, $2::tsquery, $3, $4)', [asked, within, enough, weighed]);
  return [1, 2].flatMap((tier) => ranked(query, rows.filter((row) => row.tier === tier)));
}

/** Counting stops there: «plus de 1 000». */
const countedMost = 1_000;

async function counted(tx: Tx, query: SearchQuery, marks: Marks): Promise<FacetCounts> {
  const expression = toExpression(query, marks);
  if (!expression) return { total: 0, isMore: false, facets: [] };
  const rows = await tx.query<{ facet: string; entries: number }[]>('SELECT facet, entries FROM platform_search_counts($1::tsquery, $2)', [expression, countedMost]);
  const total = rows.find(({ facet }) => facet === '')?.entries ?? 0;
  const facets = rows.filter(({ facet }) => facet !== '').map(({ facet, entries }) => ({ facet: facet.slice(0, facet.indexOf(':')), value: facet.slice(facet.indexOf(':') + 1), entries }));
  return { total, isMore: total === countedMost, facets };
}

const shown = (query: SearchQuery, { id, domain, kind, title, path }: Candidate): Omit<SearchHit, 'extract'> => ({ id, domain, kind, title, titleMarks: marksIn(query, title), path });

/** The lines that say why each was found: of its pages, else of its summary. */
async function withExtracts(tx: Tx, query: SearchQuery, hits: readonly Candidate[]): Promise<SearchHit[]> {
  if (hits.length === 0) return [];
  const words = query.wanted.map((wanted) => toExpression({ wanted: [wanted], refused: [] }));
  const rows = await tx.query<{ entry_id: string; number: number; text: string }[]>(
    'SELECT entry_id, number, text FROM platform_search_pages($1::uuid[], $2::tsquery[])', [hits.map(({ id }) => id), words]);
  return hits.map((hit) => {
    const pages = rows.filter(({ entry_id }) => entry_id === hit.id);
    const extract = extractOf(query, pages) ?? extractOf(query, [{ number: null, text: hit.summary }]);
    return { ...shown(query, hit), extract: extract ? mutable(extract) : summaryOf(hit) };
  });
}

const mutable = ({ text, marks, page: number }: NonNullable<ReturnType<typeof extractOf>>): SearchHit['extract'] => ({ text, marks: marks.map(([from, to]): [number, number] => [from, to]), page: number });

function summaryOf({ summary }: Candidate): SearchHit['extract'] {
  if (!summary) return null;
  return { text: summary.length > summaryLength ? `${summary.slice(0, summaryLength).trimEnd()}…` : summary, marks: [], page: null };
}
