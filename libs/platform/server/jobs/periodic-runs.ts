import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { systemActor } from '../../contract';
import { Config } from '../config';
import { Database, type Tx } from '../database/database';
import { type DecoratedMethod, decoratedMethods } from '../decorated-methods';
import { EVERY, type Period } from './every';

type Periodic = DecoratedMethod<Period>;

/** Nodes that look at the same instant would all find the lock taken but one; each looks a little later than it could. */
const spreadMs = 250;

/** Runs the methods marked `@Every`: on workers only, one run a period on all nodes together, none of them while one still runs. */
@Injectable()
export class PeriodicRuns implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('periodic');
  private readonly timers = new Map<string, NodeJS.Timeout>();
  /** One after the other on a node: each holds a connection while its own work takes others, and together they could take them all. */
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.value.roles.includes('worker')) return;
    for (const method of this.methods()) this.lookIn(method, Math.random() * spreadMs);
  }

  /** Before the database closes: what runs ends first, and nothing begins any more. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    await this.running;
  }

  /** Runs now what is due, on any process; answers the names of what ran. Specs call it instead of waiting. */
  async runDue(): Promise<string[]> {
    const ran: string[] = [];
    for (const method of this.methods()) if ((await this.look(method)).ran) ran.push(method.name);
    return ran;
  }

  private methods(): Periodic[] {
    return decoratedMethods<Period>(this.discovery, this.scanner, EVERY);
  }

  private lookIn(method: Periodic, ms: number): void {
    if (this.stopped) return;
    this.timers.set(method.name, setTimeout(() => this.begin(method), ms).unref());
  }

  private begin(method: Periodic): void {
    this.running = this.running
      .then(() => (this.stopped ? { waitMs: 0 } : this.look(method)))
      .catch((error: unknown) => {
        this.logger.error({ err: error, method: method.name }, 'could not look whether a run is due');
        return { waitMs: method.declared.seconds * 1_000 };
      })
      .then(({ waitMs }) => this.lookIn(method, waitMs + Math.random() * spreadMs));
  }

  /** The lock is the transaction's: a process that dies lets go of it, and another takes over at its next look. */
  private look(method: Periodic): Promise<{ ran: boolean; waitMs: number }> {
    const { name, declared } = method;
    return this.database.transaction(systemActor('platform'), async (tx) => {
      const [claim] = await tx.query<{ mine: boolean }[]>('SELECT pg_try_advisory_xact_lock(hashtextextended($1, 20241017)) AS mine', [name]);
      if (!claim?.mine) return { ran: false, waitMs: declared.seconds * 1_000 };
      const leftMs = await this.untilDue(tx, name, declared.seconds);
      if (leftMs > 0) return { ran: false, waitMs: leftMs };
      await tx.query(`SET LOCAL idle_in_transaction_session_timeout = 0`);
      await this.run(method);
      await tx.query('INSERT INTO platform_periodic_run (name, began_at) VALUES ($1, now()) ON CONFLICT (name) DO UPDATE SET began_at = EXCLUDED.began_at', [name]);
      return { ran: true, waitMs: declared.seconds * 1_000 };
    });
  }

  private async untilDue(tx: Tx, name: string, seconds: number): Promise<number> {
    const [last] = await tx.query<{ left: number }[]>(
      'SELECT (extract(epoch FROM began_at - clock_timestamp()) * 1000)::float8 + $2::float8 * 1000 AS left FROM platform_periodic_run WHERE name = $1', [name, seconds]);
    return last?.left ?? 0;
  }

  /** A failure is told to the operator and is no reason to stop: the next run looks again. */
  private async run({ name, call }: Periodic): Promise<void> {
    try {
      await call();
    } catch (error) {
      this.logger.error({ err: error, method: name }, 'a periodic run failed');
    }
  }
}
