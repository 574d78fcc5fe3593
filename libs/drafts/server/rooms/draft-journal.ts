import { Config } from '@cohorte/platform/server';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';

export interface JournalEntry {
  readonly draftId: string;
  readonly personId: string;
  readonly clientId: number;
  readonly pushId: string;
  readonly bytes: Uint8Array;
  /** Yjs client ids the draft has not seen: they become, or must be, this person's. */
  readonly writers: readonly number[];
}

/**
 * `saved` at `seq`; `again`: already saved at `seq`; `clash`: this push id names another update; `theft`: a writer belongs to someone
 * else; `gone`: no such draft.
 */
export interface JournalAnswer {
  readonly outcome: 'saved' | 'again' | 'clash' | 'theft' | 'gone';
  readonly seq: number | null;
}

interface Group {
  readonly entries: readonly JournalEntry[];
  readonly done: (answers: JournalAnswer[]) => void;
  readonly failed: (error: unknown) => void;
}

/** One COMMIT carries at most this much; the rest waits for the next, some milliseconds later. */
const commitCaps = { entries: 512, bytes: 8_000_000 };
const appendSql = 'SELECT outcome, "position" FROM drafts_append($1, $2, $3, $4, $5, $6, $7, $8)';
/** When many write, commits leave at this pace: the time others would wait for the disk anyway gathers their keystrokes. */
const paceMs = 12;

/**
 * Appends updates to the journal and answers once they are durable. One writer at a time: whatever arrives while a COMMIT is on its
 * way to the disk leaves with the next one, so that a busy evening costs one flush for many keystrokes and a quiet one waits for nobody.
 */
@Injectable()
export class DraftJournal implements OnModuleDestroy {
  private readonly pool: pg.Pool;
  private waiting: Group[] = [];
  private writing: Promise<void> | null = null;
  private lastCommit = -Infinity;

  constructor(config: Config) {
    this.pool = new pg.Pool({
      connectionString: config.value.database.journalUrl,
      max: 1,
      application_name: 'cohorte journal',
      connectionTimeoutMillis: 5_000,
      statement_timeout: 15_000,
    });
    // An idle connection that dies is replaced by the next append.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => void client.query('SET synchronous_commit = on').catch(() => client.end()));
  }

  /** All entries of one call are committed together or not at all; answers are in their order. */
  append(entries: readonly JournalEntry[]): Promise<JournalAnswer[]> {
    return new Promise((done, failed) => {
      this.waiting.push({ entries, done, failed });
      this.startWriting();
    });
  }

  private startWriting(): void {
    this.writing ??= this.write().finally(() => {
      this.writing = null;
      if (this.waiting.length > 0) this.startWriting();
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.writing;
    await this.pool.end();
  }

  private async write(): Promise<void> {
    // Lets the other messages of this turn of the loop join the first COMMIT.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) {
      const early = this.lastCommit + paceMs - performance.now();
      if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
      this.lastCommit = performance.now();
      const groups = this.nextGroups();
      try {
        this.answer(groups, await this.commit(groups.flatMap((group) => group.entries)));
      } catch (error) {
        groups.forEach((group) => group.failed(error));
      }
    }
  }

  private nextGroups(): Group[] {
    let entries = 0;
    let bytes = 0;
    const end = this.waiting.findIndex((group) => {
      entries += group.entries.length;
      bytes += group.entries.reduce((sum, entry) => sum + entry.bytes.byteLength, 0);
      return entries > commitCaps.entries || bytes > commitCaps.bytes;
    });
    return this.waiting.splice(0, end === -1 ? this.waiting.length : Math.max(1, end));
  }

  private answer(groups: readonly Group[], answers: readonly JournalAnswer[]): void {
    let from = 0;
    for (const group of groups) {
      group.done(answers.slice(from, from + group.entries.length));
      from += group.entries.length;
    }
  }

  /** One statement is one transaction: its answer comes once it is on the disk. */
  private async commit(entries: readonly JournalEntry[]): Promise<JournalAnswer[]> {
    const client = await this.pool.connect();
    try {
      const { rows } = await client.query<{ outcome: JournalAnswer['outcome']; position: string | null }>({
        name: 'drafts_append', text: appendSql, values: columns(entries),
      });
      client.release();
      return rows.map((row) => ({ outcome: row.outcome, seq: row.position === null ? null : Number(row.position) }));
    } catch (error) {
      // What became of a COMMIT whose answer was lost is known by the journal only: this connection is not used again.
      client.release(true);
      throw error;
    }
  }
}

function columns(entries: readonly JournalEntry[]): unknown[] {
  const claims = entries.flatMap(({ writers }, index) => writers.map((client) => [index + 1, client] as const));
  return [
    entries.map((entry) => entry.draftId),
    entries.map((entry) => entry.personId),
    entries.map((entry) => entry.clientId),
    entries.map((entry) => entry.pushId),
    entries.map((entry) => entry.bytes.byteLength),
    Buffer.concat(entries.map((entry) => entry.bytes)),
    claims.map(([entry]) => entry),
    claims.map(([, client]) => client),
  ];
}
