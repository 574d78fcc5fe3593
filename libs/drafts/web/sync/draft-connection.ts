import type { RealtimeClient } from '@cohorte/platform/web';
import { draftsChannel, draftsProtocol } from '../../contract/drafts.contract';
import type { CloseReason, PresenceCursor, PresenceSeat, PushOutcome, SeatCursor } from '../../contract/drafts.contract';
import type { DraftRight } from '../../contract/draft';
import type { PresenceEntry } from './draft-presence';
import type { Joined, SyncTransport } from './draft-sync-ports';

/** What the server says about one draft. */
export interface DraftNews {
  /** Rows that follow each other, the last at `seq`. */
  updated(seq: number, updates: readonly Uint8Array[]): void;
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
  /** The draft's number in the frames of this connection. */
  private room = -1;
  private seat = -1;
  private readonly seated = new Map<number, PresenceEntry>();
  private joining = 0;
  /** Frames that overtook the answer to a join: their room has no number yet. */
  private early: (readonly [room: number, act: () => void])[] = [];

  constructor(
    private readonly realtime: RealtimeClient,
    private readonly draftId: string,
    private readonly clientId: () => number,
    private readonly news: DraftNews,
  ) {
    this.listen();
  }

  async join(stateVector: Uint8Array, seq: number): Promise<Joined> {
    const input = { protocol: draftsProtocol, draftId: this.draftId, clientId: this.clientId(), stateVector: owned(stateVector), seq };
    this.joining += 1;
    const joined = await this.realtime.send(draftsChannel, 'join', input).finally(() => (this.joining -= 1));
    this.joined = true;
    this.room = joined.room;
    this.seat = joined.seat;
    this.seated.clear();
    this.sitDown(joined.seats);
    this.move(joined.cursors);
    this.news.present([...this.seated.values()], true);
    for (const [room, act] of this.early.splice(0)) if (room === joined.room) act();
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
    const here = <T extends { room: number }>(act: (message: T) => void) => (message: T): void => {
      if (this.joined && message.room === this.room) act(message);
      else if (this.joining > 0) this.early.push([message.room, () => act(message)]);
    };
    const mine = <T extends { draftId: string }>(act: (message: T) => void) => (message: T): void => {
      if (message.draftId === this.draftId) act(message);
    };
    this.stops.push(
      realtime.on(draftsChannel, 'updated', here(({ seq, updates }) => news.updated(seq, updates))),
      realtime.on(draftsChannel, 'seats', here(({ seats }) => news.present(this.sitDown(seats), false))),
      realtime.on(draftsChannel, 'cursors', here(({ cursors }) => news.present(this.move(cursors), false))),
      realtime.on(draftsChannel, 'left', here(({ seats }) => seats.forEach((seat) => this.standUp(seat)))),
      realtime.on(draftsChannel, 'rightChanged', mine(({ right }) => news.rightChanged(right))),
      realtime.on(draftsChannel, 'closed', mine(({ reason }) => news.closed(reason))),
      realtime.on(draftsChannel, 'resync', mine(() => news.resync())),
    );
  }

  /** Who a number is, is told once. */
  private sitDown(seats: readonly PresenceSeat[]): PresenceEntry[] {
    return seats.map(({ seat, personId, name }) => this.put(seat, { key: String(seat), personId, name, isMine: seat === this.seat, cursor: this.seated.get(seat)?.cursor ?? null }));
  }

  private move(cursors: readonly SeatCursor[]): PresenceEntry[] {
    return cursors.flatMap(([seat, anchor, head]) => {
      const entry = this.seated.get(seat);
      return entry ? [this.put(seat, { ...entry, cursor: anchor && head ? { anchor, head } : null })] : [];
    });
  }

  private standUp(seat: number): void {
    this.seated.delete(seat);
    this.news.left(String(seat));
  }

  private put(seat: number, entry: PresenceEntry): PresenceEntry {
    this.seated.set(seat, entry);
    return entry;
  }
}
