import { systemActor } from '@cohorte/platform/contract';
import { Config, Database, type Tx } from '@cohorte/platform/server';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { NoticeRow } from '../notices/notice-row';
import { BellGateway } from '../notices/bell.gateway';
import { LetterDesk } from './letter-desk';
import { LetterSender, type Round } from './letter-sender';

/** Between two looks at what is due. */
const pauseMs = 1_000;
/** What goes wrong holds its letter no longer than this; the mail server itself is given up earlier. */
const heldFor = '180s';

/**
 * The post office of a worker: one letter at a time, so that a process that dies has at most one under way. The letter’s rows are
 * locked until the mail server has taken it; whoever comes next sends the same letter under the same Message-ID.
 */
@Injectable()
export class LetterPost implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('letters');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly desk: LetterDesk,
    private readonly sender: LetterSender,
    private readonly bell: BellGateway,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.value.roles.includes('worker')) this.schedule();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Sends what is due now; answers how many letters were dealt with. Specs call it instead of waiting. */
  async sendDue(): Promise<number> {
    await this.asNotifications((tx) => this.desk.bindDue(tx));
    const round: Round = { lineIsUp: true, rung: new Set() };
    let dealt = 0;
    while (!this.stopped && (await this.sendNext(round))) dealt += 1;
    return dealt;
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.running = this.sendDue()
        .then(() => undefined)
        .catch((error: unknown) => this.logger.error({ err: error }, 'letters could not be looked for'))
        .finally(() => {
          if (!this.stopped) this.schedule();
        });
    }, pauseMs);
  }

  private async sendNext(round: Round): Promise<boolean> {
    let notices: NoticeRow[] = [];
    try {
      await this.asNotifications(async (tx) => {
        await tx.query(`SET LOCAL idle_in_transaction_session_timeout = '${heldFor}'`);
        notices = await this.desk.takeNext(tx);
        if (notices.length > 0) await this.sender.send(tx, notices, round);
      });
    } catch (error) {
      // What cannot be composed must not keep the others waiting.
      this.logger.error({ err: error, noticeId: notices[0]?.id }, 'a letter failed; it will be tried again');
      if (notices.length === 0) throw error;
      await this.asNotifications((tx) => this.desk.postponeOrGiveUp(tx, notices));
    }
    this.bell.ring([...round.rung]);
    round.rung.clear();
    return notices.length > 0;
  }

  private asNotifications<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(systemActor('notifications'), work);
  }
}
