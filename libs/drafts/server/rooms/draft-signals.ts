import { Config, Signals } from '@cohorte/platform/server';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DraftHistory } from './draft-history';
import { DraftRooms } from './draft-rooms';
import { DraftStock } from './draft-stock';

/** How long a signal of another node may be lost before what it told is found out anyway; and the same where there is no other node. */
const lookEveryMs = 1_000;
const lookAloneEveryMs = 5_000;
const arrived = 'drafts_node';

/** What nodes tell each other about drafts: `(draft, position)` appended, rights of a draft changed, a draft compacted. Never the content. */
@Injectable()
export class DraftSignals implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly onAccess: ((draftId: string) => void)[] = [];
  private others = 1;
  private looking: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly signals: Signals,
    private readonly rooms: DraftRooms,
    private readonly history: DraftHistory,
    private readonly config: Config,
    stock: DraftStock,
  ) {
    signals.on('drafts_appended', (payload) => {
      const [draftId = '', seq = '0'] = payload.split(' ');
      rooms.follow(draftId, Number(seq));
    });
    signals.on('drafts_access', (draftId) => this.onAccess.forEach((run) => run(draftId)));
    signals.on('drafts_compacted', (draftId) => stock.forget(draftId));
    // Whoever was alone hears of company at once, and tells it from then on.
    signals.on(arrived, () => void this.lookNow());
    signals.onReturn(() => void this.lookNow());
    rooms.onAppended((draftId, seq) => {
      if (this.others > 0) signals.tell('drafts_appended', `${draftId} ${seq}`);
    });
  }

  onApplicationBootstrap(): void {
    this.signals.tell(arrived, '');
    this.scheduleLook();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.looking);
  }

  onAccessChanged(run: (draftId: string) => void): void {
    this.onAccess.push(run);
  }

  /** Hears one more sort of signal; `again` runs after some may have been missed. To be called before the application has started. */
  hearAlso(channel: string, run: (payload: string) => void, again?: () => void): void {
    this.signals.on(channel, run);
    if (again) this.signals.onReturn(again);
  }

  private scheduleLook(): void {
    clearTimeout(this.looking);
    const pause = this.others > 0 ? lookEveryMs : lookAloneEveryMs;
    if (!this.stopped && this.config.value.roles.includes('realtime')) this.looking = setTimeout(() => void this.lookNow(), pause).unref();
  }

  private lookNow(): Promise<void> {
    return this.look().finally(() => this.scheduleLook());
  }

  /** Finds out what no signal told: one query for all drafts that somebody has open here. */
  private async look(): Promise<void> {
    this.others = await this.signals.others();
    const open = this.rooms.watched();
    if (open.length === 0) return;
    const positions = await this.history.positions(open).catch(() => new Map<string, number>());
    positions.forEach((seq, draftId) => this.rooms.follow(draftId, seq));
  }
}
