import { Config } from '@cohorte/platform/server';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { DraftRooms } from './draft-rooms';

const retryAfterMs = 1_000;

/** Hears from PostgreSQL what other nodes did: `(draft, position)` appended, or rights of a draft changed. Never the content. */
@Injectable()
export class DraftSignals implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('drafts');
  private readonly onAccess: ((draftId: string) => void)[] = [];
  private readonly others = new Map<string, (payload: string) => void>();
  private readonly onConnected: (() => void)[] = [];
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly rooms: DraftRooms,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.value.roles.includes('realtime')) await this.connect();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  onAccessChanged(run: (draftId: string) => void): void {
    this.onAccess.push(run);
  }

  /** Hears one more sort of signal; `again` runs after some may have been missed. To be called before the application has started. */
  hearAlso(channel: string, run: (payload: string) => void, again?: () => void): void {
    this.others.set(channel, run);
    if (again) this.onConnected.push(again);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.value.database.journalUrl, application_name: 'cohorte drafts signals', keepAlive: true });
    client.on('error', () => undefined);
    client.on('end', () => this.connectAgain());
    client.on('notification', ({ channel, payload }) => this.hear(channel, payload ?? ''));
    try {
      await client.connect();
      await client.query(['drafts_appended', 'drafts_access', ...this.others.keys()].map((channel) => `LISTEN ${channel}`).join('; '));
      this.client = client;
      this.rooms.followAll();
      this.onConnected.forEach((run) => run());
    } catch (error) {
      this.logger.error({ err: error }, 'the signals of other nodes are not heard');
      this.connectAgain();
    }
  }

  private connectAgain(): void {
    this.client = null;
    clearTimeout(this.retry);
    if (!this.stopped) this.retry = setTimeout(() => void this.connect(), retryAfterMs).unref();
  }

  private hear(channel: string, payload: string): void {
    const other = this.others.get(channel);
    if (other) return other(payload);
    const [draftId = '', seq = '0'] = payload.split(' ');
    if (channel === 'drafts_appended') this.rooms.follow(draftId, Number(seq));
    else this.onAccess.forEach((run) => run(draftId));
  }
}
