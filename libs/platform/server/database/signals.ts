import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../config';

const retryAfterMs = 1_000;
/** Signals of one moment leave together, and the same one once. */
const gatherForMs = 5;
const nodeName = 'cohorte signals';

/**
 * What nodes tell each other through PostgreSQL: that something changed, never what it is now. A signal may be missed while the
 * connection is away: `onReturn` says when to look for oneself.
 */
@Injectable()
export class Signals implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('signals');
  private readonly heard = new Map<string, ((payload: string) => void)[]>();
  private readonly returned: (() => void)[] = [];
  private readonly waiting = new Map<string, readonly [string, string]>();
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | undefined;
  private gathering: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly config: Config) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    clearTimeout(this.gathering);
    await this.send();
    await this.client?.end().catch(() => undefined);
  }

  /** Before the application has started; the payload is what `pg_notify` was given. */
  on(channel: string, run: (payload: string) => void): void {
    this.heard.set(channel, [...(this.heard.get(channel) ?? []), run]);
  }

  onReturn(run: () => void): void {
    this.returned.push(run);
  }

  tell(channel: string, payload: string): void {
    this.waiting.set(`${channel} ${payload}`, [channel, payload]);
    this.gathering ??= setTimeout(() => void this.send(), gatherForMs).unref();
  }

  /** How many other processes of the application are on this database now; those that cannot be counted count as one. */
  async others(): Promise<number> {
    try {
      const counted = await this.client?.query<{ n: string }>(
        'SELECT count(*) AS n FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database() AND pid <> pg_backend_pid()', [nodeName]);
      return counted?.rows[0] ? Number(counted.rows[0].n) : 1;
    } catch {
      return 1;
    }
  }

  private async send(): Promise<void> {
    this.gathering = undefined;
    // What cannot be told now is told when the connection is back.
    if (!this.client) return;
    const signals = [...this.waiting.values()];
    this.waiting.clear();
    if (signals.length === 0) return;
    const [channels, payloads] = [signals.map(([channel]) => channel), signals.map(([, payload]) => payload)];
    await this.client
      .query('SELECT pg_notify(c, p) FROM unnest($1::text[], $2::text[]) AS told (c, p)', [channels, payloads])
      .catch(() => signals.forEach((signal) => this.waiting.set(signal.join(' '), signal)));
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.value.database.appUrl, application_name: nodeName, keepAlive: true });
    client.on('error', () => undefined);
    client.on('end', () => this.connectAgain(client));
    client.on('notification', ({ channel, payload }) => this.heard.get(channel)?.forEach((run) => run(payload ?? '')));
    try {
      await client.connect();
      for (const channel of this.heard.keys()) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      this.client = client;
      void this.send();
      this.returned.forEach((run) => run());
    } catch (error) {
      this.logger.error({ err: error }, 'the signals of other nodes are not heard');
      await client.end().catch(() => undefined);
    }
  }

  private connectAgain(client: pg.Client): void {
    if (this.client === client) this.client = null;
    clearTimeout(this.retry);
    if (!this.stopped) this.retry = setTimeout(() => void this.connect(), retryAfterMs).unref();
  }
}
