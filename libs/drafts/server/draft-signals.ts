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

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.value.database.journalUrl, application_name: 'cohorte drafts signals', keepAlive: true });
    client.on('error', () => undefined);
    client.on('end', () => this.connectAgain());
    client.on('notification', ({ channel, payload }) => this.hear(channel, payload ?? ''));
    try {
      await client.connect();
      await client.query('LISTEN drafts_appended; LISTEN drafts_access');
      this.client = client;
      this.rooms.followAll();
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
    const [draftId = '', seq = '0'] = payload.split(' ');
    if (channel === 'drafts_appended') this.rooms.follow(draftId, Number(seq));
    else this.onAccess.forEach((run) => run(draftId));
  }
}
