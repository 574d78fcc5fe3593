import type { RealtimeClient } from '@cohorte/platform/web';
import { draftsChannel, draftsProtocol } from '../contract/drafts.contract';
import type { CloseReason, PresenceCursor, PresenceEntry, PushOutcome } from '../contract/drafts.contract';
import type { DraftRight } from '../contract/draft';
import type { Joined, SyncTransport } from './draft-sync';

/** What the server says about one draft. */
export interface DraftNews {
  updated(seq: number, update: Uint8Array): void;
  present(entries: readonly PresenceEntry[], complete: boolean): void;
  left(key: string): void;
  rightChanged(right: DraftRight): void;
  closed(reason: CloseReason): void;
  resync(): void;
}

const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** One draft's share of the live connection: its messages out, its news in. */
export class DraftConnection implements SyncTransport {
  private readonly stops: (() => void)[] = [];
  private joined = false;

  constructor(
    private readonly realtime: RealtimeClient,
    private readonly draftId: string,
    private readonly clientId: () => number,
    private readonly news: DraftNews,
  ) {
    this.listen();
  }

  async join(stateVector: Uint8Array): Promise<Joined> {
    const input = { protocol: draftsProtocol, draftId: this.draftId, clientId: this.clientId(), stateVector: owned(stateVector) };
    const joined = await this.realtime.send(draftsChannel, 'join', input);
    this.joined = true;
    this.news.present(joined.present, true);
    return joined;
  }

  push(pushId: string, update: Uint8Array): Promise<PushOutcome> {
    return this.realtime.send(draftsChannel, 'push', { draftId: this.draftId, clientId: this.clientId(), pushId, update: owned(update) });
  }

  /** Where the caret is; lost without harm, the next one tells again. */
  tell(cursor: PresenceCursor | null): void {
    if (this.joined) this.realtime.send(draftsChannel, 'presence', { draftId: this.draftId, cursor }).catch(() => undefined);
  }

  leave(): void {
    for (const stop of this.stops.splice(0)) stop();
    if (this.joined) this.realtime.send(draftsChannel, 'leave', { draftId: this.draftId }).catch(() => undefined);
    this.joined = false;
  }

  private listen(): void {
    const { realtime, news } = this;
    const mine = <T extends { draftId: string }>(act: (message: T) => void) => (message: T): void => {
      if (message.draftId === this.draftId) act(message);
    };
    this.stops.push(
      realtime.on(draftsChannel, 'updated', mine(({ seq, update }) => news.updated(seq, update))),
      realtime.on(draftsChannel, 'presence', mine(({ entries }) => news.present(entries, false))),
      realtime.on(draftsChannel, 'left', mine(({ key }) => news.left(key))),
      realtime.on(draftsChannel, 'rightChanged', mine(({ right }) => news.rightChanged(right))),
      realtime.on(draftsChannel, 'closed', mine(({ reason }) => news.closed(reason))),
      realtime.on(draftsChannel, 'resync', mine(() => news.resync())),
    );
  }
}
