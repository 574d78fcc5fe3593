import { Injectable } from '@nestjs/common';
import { type Marks, type Principal, type SearchQuery, toExpression, type Visitor, type Wanted } from '../../contract';
import { Database } from '../database/database';
import type { Shares } from './search-counts';
import type { Candidate } from './search-ranking';

type Anyone = Principal | Visitor;

export interface IndexStep {
  readonly query: SearchQuery;
  /** The part of it that few entries hold; none when it is broad. */
  readonly rare: readonly Wanted[];
  /** The same question for each word that the one being typed may become: a few answers of each. */
  readonly endings: readonly SearchQuery[];
}

export interface IndexQuestion {
  /** Asked one after the other until one finds something. */
  readonly steps: readonly IndexStep[];
  /** What the hits say is told at once when they are few. */
  readonly telling: boolean;
  readonly marks: Marks;
  /** When titles are as many, texts are not asked. */
  readonly enough: number;
  readonly most: number;
  /** The answer is counted within the marks, and within each of the others; not at all while one types. */
  readonly counted: readonly Marks[] | null;
}

export interface IndexAnswer {
  /** Place of the step that found something, 0 when none did. */
  readonly step: number;
  /** All that makes the asking person know of entries. */
  readonly keys: readonly string[];
  readonly hits: readonly (Candidate & { readonly tier: number })[];
  /** Within the marks, then within each of the others. */
  readonly counts: readonly Shares[];
  /** Null when it is not told at once. */
  readonly said: readonly SaidOf[] | null;
}

/** What nobody asked for or nothing was found of is null. */
type AnswerRow = Pick<IndexAnswer, 'step' | 'keys' | 'said'> & { readonly hits: IndexAnswer['hits'] | null; readonly counts: readonly (Shares | null)[] | null };

export interface SaidOf {
  readonly id: string;
  readonly summary: string;
  readonly pages: readonly { readonly number: number; readonly text: string }[];
}

const nothingAsked = { wanted: [], refused: [] };
const within = (marks: Marks): string => toExpression(nothingAsked, marks);
const only = (wanted: readonly Wanted[]): string => toExpression({ wanted, refused: [] });
const eachWord = ({ wanted }: SearchQuery): string[] => wanted.map((one) => only([one]));
/** Some more for a phrase, whose words may all stand where it does not. */
const pagesFor = ({ wanted }: SearchQuery): number => (wanted.some(({ isPhrase }) => isPhrase) ? 3 : 1);

/** A right that ends is out of the words offered as soon, and out of what is found at once. */
const keptMs = 1_000;
const peopleMost = 2_000;

/** Reads the index as the person who asks: functions of the database work out what they may know, at each question, and answer in one round trip. */
@Injectable()
export class IndexReader {
  private readonly held = new Map<string, { keys: readonly string[]; until: number }>();

  constructor(private readonly database: Database) {}

  async ask(acting: Anyone, { steps, marks, enough, most, counted, telling }: IndexQuestion): Promise<IndexAnswer> {
    const questions = steps.map(({ query, rare, endings }) => ({
      asked: toExpression(query), rare: only(rare), endings: endings.map((one) => toExpression(one)), ...(telling && { words: eachWord(query), pages: pagesFor(query) }),
    }));
    const answer = await this.database.call<AnswerRow>(acting, 'platform_search_answer', [JSON.stringify(questions), within(marks), enough, most, counted !== null, (counted ?? []).map(within)]);
    this.keep(acting, answer.keys);
    return { ...answer, hits: answer.hits ?? [], counts: (answer.counts ?? []).map((shares) => shares ?? {}) };
  }

  /** Summaries, and the page that says most of what is wanted. */
  async said(acting: Anyone, ids: readonly string[], query: SearchQuery): Promise<readonly SaidOf[]> {
    return ids.length === 0 ? [] : this.database.call<SaidOf[]>(acting, 'platform_search_said', [ids, eachWord(query), pagesFor(query)]);
  }

  /** For the words that may be offered; those of a moment ago while somebody types. */
  async keysOf(acting: Anyone): Promise<readonly string[]> {
    if (acting.personId === null) return ['public'];
    const kept = this.held.get(acting.personId);
    if (kept && kept.until > performance.now()) return kept.keys;
    const keys = await this.database.call<string[]>(acting, 'platform_search_keys_of', []);
    this.keep(acting, keys);
    return keys;
  }

  private keep({ personId }: Anyone, keys: readonly string[]): void {
    if (personId === null) return;
    if (this.held.size >= peopleMost) this.held.clear();
    this.held.set(personId, { keys, until: performance.now() + keptMs });
  }
}
