import { visitor, systemActor, type SearchAnswer } from '../../contract';
import { Database } from '../database/database';
import { newId } from '../ids';
import type { TestApp } from '../testing/test-app';
import { KnownWords } from './known-words';
import type { SearchEntry } from './search-entry';
import { SearchIndex } from './search-index';

/** Publishes entries and asks questions, for integration specs. */
export class SearchFixtures {
  constructor(private readonly app: TestApp) {}

  async anEntry(given: Partial<SearchEntry> & { title: string }): Promise<string> {
    const entry: SearchEntry = { id: newId(), domain: 'library', kind: 'guide', summary: '', path: '/ressources/x', keywords: [], facets: {}, access: ['public'], quality: 0.5, ...given };
    await this.app.get(Database).transaction(visitor, (tx) => this.app.get(SearchIndex).put(tx, entry));
    return entry.id;
  }

  async without(id: string): Promise<void> {
    await this.app.get(Database).transaction(systemActor('fixtures'), (tx) => this.app.get(SearchIndex).remove(tx, [id]));
  }

  /** Beginnings and neighbours of the words written until now are known. */
  learn(): Promise<void> {
    return this.app.get(KnownWords).learn();
  }

  async ask(q: string, more: Record<string, string> = {}): Promise<SearchAnswer> {
    const { status, body } = await this.app.request('GET', `/api/search?${new URLSearchParams({ q, ...more }).toString()}`);
    if (status !== 200) throw new Error(`${q}: ${status} ${JSON.stringify(body)}`);
    return body as SearchAnswer;
  }

  async titles(q: string, more: Record<string, string> = {}): Promise<string[]> {
    return (await this.ask(q, more)).hits.map(({ title }) => title);
  }

  async completions(q: string): Promise<string[]> {
    const { body } = await this.app.request('GET', `/api/search/completions?${new URLSearchParams({ q }).toString()}`);
    return (body as { hits: { title: string }[] }).hits.map(({ title }) => title);
  }
}
