import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { systemActor } from '../../contract';
import { Config } from '../config';
import { Database, type Tx } from '../database/database';
import { Signals } from '../database/signals';
import { Every } from '../jobs/every';
import type { SearchEntry } from './search-entry';
import { SearchIndex } from './search-index';

/** Told at the commit of whatever marked something as due. */
const dueSignal = 'platform_search_due';
/** Changes of one moment are indexed together. */
const gatherMs = 200;
const dueAtOnce = 100;

/** A domain whose things are found: what it publishes of one of them as it is now, null when there is nothing to find (any more). */
export interface SearchSource {
  readonly domain: string;
  entryOf(tx: Tx, id: string): Promise<SearchEntry | null>;
}

/**
 * Keeps the index true to what changed. Triggers write down what is due in the transaction of the change, whatever code made it; the workers
 * ask the domain for the entry and publish it, one thing a transaction, so that one that fails holds no other up.
 */
@Injectable()
export class SearchSources implements OnModuleDestroy {
  private readonly logger = new Logger('search');
  private readonly sources = new Map<string, SearchSource>();
  private waiting: NodeJS.Timeout | undefined;
  private draining: Promise<void> | undefined;

  constructor(
    config: Config,
    signals: Signals,
    private readonly database: Database,
    private readonly index: SearchIndex,
  ) {
    if (config.value.roles.includes('worker')) signals.on(dueSignal, () => this.soon());
  }

  /** By each domain, at start-up. */
  register(source: SearchSource): void {
    this.sources.set(source.domain, source);
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.waiting);
    await this.draining;
  }

  /** What was due before this worker listened, and what failed a while ago. */
  @Every(30)
  drain(): Promise<void> {
    this.draining ??= this.drainNow().finally(() => (this.draining = undefined));
    return this.draining;
  }

  private soon(): void {
    this.waiting ??= setTimeout(() => {
      this.waiting = undefined;
      this.drain().catch((error: unknown) => this.logger.error({ err: error }, 'what changed was not indexed'));
    }, gatherMs).unref();
  }

  private async drainNow(): Promise<void> {
    for (;;) {
      const due = await this.database.transaction(systemActor('search'), (tx) =>
        tx.query<{ domain: string; id: string; upto: string }[]>(
          `SELECT domain, thing_id AS id, max(seq) AS upto FROM platform_search_due WHERE domain = ANY ($1) AND not_before <= now() GROUP BY domain, thing_id ORDER BY min(seq) LIMIT ${dueAtOnce}`,
          [[...this.sources.keys()]]));
      for (const { domain, id, upto } of due) await this.publish(this.sources.get(domain) as SearchSource, id, upto);
      if (due.length < dueAtOnce) return;
    }
  }

  private async publish(source: SearchSource, id: string, upto: string): Promise<void> {
    const mine = [source.domain, id, upto];
    try {
      await this.database.transaction(systemActor(source.domain), async (tx) => {
        // One after the other, so that what is read last is written last.
        await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('platform_search_due:' || $1, 0))`, [id]);
        await tx.query('DELETE FROM platform_search_due WHERE domain = $1 AND thing_id = $2 AND seq <= $3', mine);
        const entry = await source.entryOf(tx, id);
        await (entry ? this.index.put(tx, entry) : this.index.remove(tx, [id]));
      });
    } catch (error) {
      this.logger.error({ err: error, domain: source.domain, id }, 'a thing that changed was not indexed; later again');
      await this.database.transaction(systemActor('search'), (tx) =>
        tx.query(`UPDATE platform_search_due SET not_before = now() + interval '5 minutes' WHERE domain = $1 AND thing_id = $2 AND seq <= $3`, mine));
    }
  }
}
