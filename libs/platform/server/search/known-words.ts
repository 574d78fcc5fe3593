import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { stemOf, SynonymIndex, systemActor } from '../../contract';
import { Config } from '../config';
import { Database, type Tx } from '../database/database';
import { Signals } from '../database/signals';
import { Every } from '../jobs/every';
import { Lexicon } from './lexicon';
import { lessonSignal } from './search-index';

/** Told when the table of words changed, so that every node reads it again. */
export const wordsSignal = 'platform_search_words';
/** Changes of one moment are learnt once. */
const gatherMs = 500;
/** Lessons folded in one transaction. */
const lessonsAtOnce = 200;

interface WordRow {
  readonly word: string;
  readonly access: string;
  readonly entries: number;
  readonly changed_at: Date;
}

/** The words of the index and the synonyms animators wrote, in this process: read at the first question, then what changed, a moment after it did. */
@Injectable()
export class KnownWords implements OnModuleDestroy {
  private readonly logger = new Logger('search');
  private sorted: string[] = [];
  private readonly everSeen = new Set<string>();
  private readonly stems = new Map<string, number>();
  private mostHeld = 0;
  private readonly byAccess = new Map<string, Map<string, number>>();
  private synonymIndex = new SynonymIndex([]);
  private since = new Date(0);
  private isRead = false;
  private reading: Promise<void> | undefined;
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    signals: Signals,
    config: Config,
  ) {
    if (config.value.roles.includes('worker')) signals.on(lessonSignal, () => this.soon('learn', () => this.learn()));
    signals.on(wordsSignal, () => this.readSoon());
    signals.onReturn(() => this.readSoon());
  }

  async onModuleDestroy(): Promise<void> {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    await this.running;
  }

  /** The synonyms, and the words of what someone may know who holds these keys of access. */
  async current(held: readonly string[]): Promise<{ lexicon: Lexicon; synonyms: SynonymIndex }> {
    if (!this.isRead) await this.read();
    return { lexicon: new Lexicon({ sorted: this.sorted, stems: this.stems, mostHeld: this.mostHeld, byAccess: this.byAccess }, held), synonyms: this.synonymIndex };
  }

  /** Reads what is new at once, if anything was read yet. */
  async refresh(): Promise<void> {
    if (!this.isRead) return;
    // One that runs may have begun before the change.
    await this.reading;
    await this.read();
  }

  /** Folds what writers left into the table of words, whichever node comes first, then reads what is new of it. */
  async learn(): Promise<void> {
    while ((await this.database.transaction(systemActor('search'), foldLessons)) === lessonsAtOnce);
    await this.read();
  }

  /** Words no entry holds any more; and what a node that died did not fold. */
  @Every(3_600)
  async tidy(): Promise<void> {
    await this.learn();
    await this.database.transaction(systemActor('search'), (tx) => tx.query(`DELETE FROM platform_search_word WHERE entries <= 0 AND changed_at < now() - interval '1 day'`));
  }

  /** A node that was asked nothing yet has nothing to bring up to date. */
  private readSoon(): void {
    if (this.isRead) this.soon('read', () => this.read());
  }

  private soon(what: string, run: () => Promise<void>): void {
    if (this.waiting.has(what)) return;
    const begin = (): void => {
      this.waiting.delete(what);
      this.running = run().catch((error: unknown) => this.logger.error({ err: error }, 'new words of the index were not learnt'));
    };
    this.waiting.set(what, setTimeout(begin, gatherMs).unref());
  }

  private read(): Promise<void> {
    this.reading ??= this.readNow().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async readNow(): Promise<void> {
    await this.database.transaction(systemActor('search'), async (tx) => {
      // A little again each time: a transaction that began before the last reading may have committed after it.
      const rows = await tx.query<WordRow[]>(`SELECT word, access, entries, changed_at FROM platform_search_word WHERE changed_at >= $1::timestamptz - interval '1 minute'`, [this.since]);
      this.take(rows);
      const groups = await tx.query<{ members: string[] }[]>('SELECT members FROM platform_search_synonym ORDER BY id');
      this.synonymIndex = new SynonymIndex(groups.map(({ members }) => members));
    });
    this.isRead = true;
  }

  private take(rows: readonly WordRow[]): void {
    const fresh: string[] = [];
    for (const { word, access, entries, changed_at } of rows) {
      let counts = this.byAccess.get(access);
      if (!counts) this.byAccess.set(access, (counts = new Map()));
      this.hold(stemOf(word), Math.max(0, entries) - (counts.get(word) ?? 0));
      if (entries > 0) counts.set(word, entries);
      else counts.delete(word);
      if (!this.everSeen.has(word)) {
        this.everSeen.add(word);
        fresh.push(word);
      }
      if (changed_at > this.since) this.since = changed_at;
    }
    if (fresh.length > 0) this.sorted = merged(this.sorted, fresh.sort());
  }

  private hold(stem: string, more: number): void {
    const held = (this.stems.get(stem) ?? 0) + more;
    this.stems.set(stem, held);
    this.mostHeld = Math.max(this.mostHeld, held);
  }
}

/** One node at a time; sums first, so that a word that came and went is not written. */
async function foldLessons(tx: Tx): Promise<number> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('${wordsSignal}'))`);
  const [row] = await tx.query<{ taken: number }[]>(
    `WITH taken AS (DELETE FROM platform_search_lesson WHERE id IN (SELECT id FROM platform_search_lesson ORDER BY id LIMIT ${lessonsAtOnce}) RETURNING access, words, sign),
     summed AS (SELECT word, key, sum(sign)::integer AS entries FROM taken, unnest(words) AS word, unnest(access) AS key GROUP BY word, key HAVING sum(sign) <> 0),
     written AS (INSERT INTO platform_search_word AS known (word, access, entries, changed_at) SELECT word, key, entries, clock_timestamp() FROM summed
       ON CONFLICT (word, access) DO UPDATE SET entries = known.entries + excluded.entries, changed_at = excluded.changed_at)
     SELECT count(*)::integer AS taken FROM taken`,
  );
  if (row?.taken) await tx.query(`SELECT pg_notify('${wordsSignal}', '')`);
  return row?.taken ?? 0;
}

/** Two lists in order become one. */
function merged(a: readonly string[], b: readonly string[]): string[] {
  const all: string[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const takesFirst = j >= b.length || (i < a.length && (a[i] as string) < (b[j] as string));
    all.push((takesFirst ? a[i++] : b[j++]) as string);
  }
  return all;
}
