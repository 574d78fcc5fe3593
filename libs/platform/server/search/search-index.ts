import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { asSystem } from '../database/as-system';
import type { Tx } from '../database/database';
import { type SearchEntry, type SpokenEntry, wordsOfEntry, writeEntry } from './search-entry';

/** Told when words came or went, so that a worker counts them. */
export const lessonSignal = 'platform_search';

interface StandingEntry extends SpokenEntry {
  readonly access: readonly string[];
}

/** Where domains publish what can be found, inside the transaction of the change itself: found as soon as it is committed. */
@Injectable()
export class SearchIndex {
  constructor(private readonly clock: Clock) {}

  /** Publishes an entry or its new state; beginnings and neighbours of its words are known a second after commit. */
  async put(tx: Tx, entry: SearchEntry): Promise<void> {
    const { head, body, pages, facets, access } = writeEntry(entry);
    await asSystem(tx, 'search', async () => {
      const before = await standing(tx, entry.id);
      await tx.query(
        `INSERT INTO platform_search_entry (id, domain, kind, title, summary, path, keywords, access, facets, quality, updated_at, head, body)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::tsvector, $13::tsvector)
         ON CONFLICT (id) DO UPDATE SET domain = excluded.domain, kind = excluded.kind, title = excluded.title, summary = excluded.summary, path = excluded.path, keywords = excluded.keywords,
           access = excluded.access, facets = excluded.facets, quality = excluded.quality, updated_at = excluded.updated_at, head = excluded.head, body = excluded.body`,
        [entry.id, entry.domain, entry.kind, withoutNull(entry.title), withoutNull(entry.summary), entry.path, entry.keywords.map(withoutNull), access, facets, entry.quality, this.clock.now(), head, body],
      );
      await putPages(tx, entry, pages);
      await teach(tx, before, { ...entry, access });
    });
  }

  /** Takes entries out, and the words only they knew. */
  async remove(tx: Tx, ids: readonly string[]): Promise<void> {
    await asSystem(tx, 'search', async () => {
      for (const id of ids) await teach(tx, await standing(tx, id), undefined);
      await tx.query('DELETE FROM platform_search_entry WHERE id = ANY ($1)', [[...ids]]);
    });
  }
}

/** A text of PostgreSQL holds no such sign. */
const withoutNull = (text: string): string => text.replaceAll('\u0000', '');

/** The entry as it is now, held so that its words are taken back once. */
async function standing(tx: Tx, id: string): Promise<StandingEntry | undefined> {
  const [row] = await tx.query<StandingEntry[]>('SELECT title, summary, keywords, access FROM platform_search_entry WHERE id = $1 FOR UPDATE', [id]);
  if (!row) return undefined;
  const pages = await tx.query<{ text: string }[]>('SELECT text FROM platform_search_page WHERE entry_id = $1 ORDER BY number', [id]);
  return { ...row, pages: pages.map(({ text }) => text) };
}

async function putPages(tx: Tx, { id, pages = [] }: SearchEntry, stems: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM platform_search_page WHERE entry_id = $1', [id]);
  if (pages.length === 0) return;
  await tx.query(
    'INSERT INTO platform_search_page (entry_id, number, text, stems) SELECT $1, at, text, stems::tsvector FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS page (text, stems, at)',
    [id, pages.map(withoutNull), stems],
  );
}

const nothing: Pick<StandingEntry, 'access'> & { readonly words: readonly string[] } = { access: [], words: [] };
const taught = (entry: StandingEntry | undefined): typeof nothing => (entry ? { access: entry.access, words: wordsOfEntry(entry) } : nothing);

/** What came and what went, under each key of access. Appended, never updated: two writers wait for each other on no word. Nodes hear of it at commit. */
async function teach(tx: Tx, before: StandingEntry | undefined, after: StandingEntry | undefined): Promise<void> {
  const [gone, come] = [taught(before), taught(after)];
  const known = new Set(String(gone.access) === String(come.access) ? come.words : []);
  const stays = new Set(gone.words.filter((word) => known.has(word)));
  await lesson(tx, gone.access, gone.words.filter((word) => !stays.has(word)), -1);
  await lesson(tx, come.access, come.words.filter((word) => !stays.has(word)), 1);
}

async function lesson(tx: Tx, access: readonly string[], words: readonly string[], sign: 1 | -1): Promise<void> {
  if (access.length === 0 || words.length === 0) return;
  await tx.query('INSERT INTO platform_search_lesson (access, words, sign) VALUES ($1, $2, $3)', [access, words, sign]);
  await tx.query(`SELECT pg_notify('${lessonSignal}', '')`);
}
