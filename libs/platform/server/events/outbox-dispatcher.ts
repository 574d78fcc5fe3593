import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { systemActor } from '../../contract';
import { Config } from '../config';
import { Database, type Tx } from '../database/database';
import { Signals } from '../database/signals';
import { type DecoratedMethod, decoratedMethods } from '../decorated-methods';
import { type DomainEvent, LISTENS_TO } from './event';

interface OutboxRow {
  id: string;
  name: string;
  payload: unknown;
  attempts: number;
}

/** Pause between two looks at the outbox. Every commit that puts something there says so: this is for what no signal told, and for what is tried again. */
const pauseMs = 2_000;

/** Delivers the outbox after commit, at least once, each listener once in effect per event (a receipt is kept). */
@Injectable()
export class OutboxDispatcher implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('outbox');
  private listeners = new Map<string, DecoratedMethod<DomainEvent>[]>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isRunning = false;
  /** Told of something while it was delivering. */
  private woken = false;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly config: Config,
    signals: Signals,
  ) {
    signals.on('platform_outbox', () => this.wake());
  }

  onApplicationBootstrap(): void {
    for (const listener of decoratedMethods<DomainEvent>(this.discovery, this.scanner, LISTENS_TO)) {
      this.listeners.set(listener.declared.name, [...(this.listeners.get(listener.declared.name) ?? []), listener]);
    }
    if (this.config.value.roles.includes('worker')) this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Delivers what is due now; answers how many events left the outbox. Specs call it instead of waiting. */
  async deliverDue(): Promise<number> {
    let delivered = 0;
    while (!this.stopped && (await this.database.transaction(systemActor('outbox'), (tx) => this.deliverNext(tx)))) delivered += 1;
    return delivered;
  }

  private schedule(inMs = pauseMs): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.running = this.run()), inMs);
  }

  private wake(): void {
    this.woken = true;
    if (this.timer && !this.isRunning && !this.stopped) this.schedule(0);
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    this.woken = false;
    await this.deliverDue().catch((error: unknown) => this.logger.error({ err: error }, 'outbox delivery failed'));
    this.isRunning = false;
    if (!this.stopped) this.schedule(this.woken ? 0 : pauseMs);
  }

  private async deliverNext(tx: Tx): Promise<boolean> {
    // NO KEY: the receipt, written in a transaction of its own, refers to this row and would wait for a full lock for ever.
    const [row] = await tx.query<OutboxRow[]>(
      `SELECT id, name, payload, attempts FROM platform_outbox
        WHERE delivered_at IS NULL AND next_attempt_at <= now() ORDER BY id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`,
    );
    if (!row) return false;
    try {
      for (const listener of this.listeners.get(row.name) ?? []) await this.deliverTo(tx, listener, row);
      await tx.query('UPDATE platform_outbox SET delivered_at = now() WHERE id = $1', [row.id]);
    } catch (error) {
      this.logger.error({ err: error, event: row.name, eventId: row.id }, 'a listener failed; it will be called again');
      // Doubling pauses from 2 s, at most an hour: a fault that lasts must not hammer, one that passes must heal soon.
      await tx.query(
        `UPDATE platform_outbox SET attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => LEAST(3600, 2 ^ LEAST(attempts + 1, 12))) WHERE id = $1`,
        [row.id],
      );
    }
    return true;
  }

  private async deliverTo(tx: Tx, listener: DecoratedMethod<DomainEvent>, row: OutboxRow): Promise<void> {
    const received = await tx.query<unknown[]>('SELECT 1 FROM platform_outbox_receipt WHERE event_id = $1 AND listener = $2', [row.id, listener.name]);
    if (received.length > 0) return;
    await listener.call(listener.declared.schema.parse(row.payload), { eventId: row.id });
    await this.database.transaction(systemActor('outbox'), (own) =>
      own.query('INSERT INTO platform_outbox_receipt (event_id, listener) VALUES ($1, $2) ON CONFLICT DO NOTHING', [row.id, listener.name]),
    );
  }
}
