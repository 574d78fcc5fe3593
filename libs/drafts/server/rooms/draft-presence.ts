import { prepared } from '@cohorte/platform/server';
import type { PreparedMessage } from '@cohorte/platform/server';
import { draftsChannel } from '../../contract';
import type { PresenceSeat, SeatCursor } from '../../contract';
import { isWriter } from './draft-table';
import type { Seat, Table } from './draft-table';

/** Carets of one moment travel together. */
const beatMs = 80;
/** Carets are dropped long before text. */
const mostFrames = 20;

interface News {
  readonly arrived: Set<Seat>;
  readonly left: Set<number>;
  readonly moved: Set<Seat>;
}

/** Who is there and where their carets are: gathered for a moment, the latest only, written once for everybody. */
export class DraftPresence {
  private readonly news = new Map<Table, News>();
  private beat: NodeJS.Timeout | undefined;

  stop(): void {
    clearTimeout(this.beat);
  }

  arrived(table: Table, seat: Seat): void {
    this.of(table).arrived.add(seat);
  }

  moved(table: Table, seat: Seat): void {
    this.of(table).moved.add(seat);
  }

  left(table: Table, seat: Seat): void {
    const news = this.of(table);
    news.moved.delete(seat);
    // Nobody has heard of a seat that was taken and left within a moment.
    if (!news.arrived.delete(seat)) news.left.add(seat.number);
  }

  /** Carets that are no longer shown are taken away, those that are again are put back. */
  shownChanged(table: Table): void {
    const watchers = [...table.seats.values()].filter((seat) => !isWriter(seat));
    const message = cursorsMessage(table, [...table.seats.values()].map((seat) => (isShown(table, seat) ? cursorOf(seat) : [seat.number])));
    watchers.forEach((seat) => seat.socket.deliver(message, seat.draftId));
  }

  presentFor(table: Table, to: Seat): { seats: PresenceSeat[]; cursors: SeatCursor[] } {
    const seats = [...table.seats.values()];
    const cursors = seats.filter((seat) => seat.cursor !== null && (isWriter(to) || isShown(table, seat))).map(cursorOf);
    return { seats: seats.map(entryOf), cursors };
  }

  private of(table: Table): News {
    const news = this.news.get(table) ?? { arrived: new Set(), left: new Set(), moved: new Set() };
    this.news.set(table, news);
    this.beat ??= setTimeout(() => this.send(), beatMs).unref();
    return news;
  }

  private send(): void {
    this.beat = undefined;
    const all = [...this.news];
    this.news.clear();
    for (const [table, { arrived, left, moved }] of all) {
      const everybody = [...table.seats.values()];
      if (arrived.size > 0) deliver(everybody, prepared(draftsChannel, 'seats', { room: table.room, seats: [...arrived].map(entryOf) }));
      if (left.size > 0) deliver(everybody, prepared(draftsChannel, 'left', { room: table.room, seats: [...left] }));
      if (moved.size > 0) tellMoves(table, everybody, [...moved]);
    }
  }
}

function tellMoves(table: Table, everybody: readonly Seat[], moved: readonly Seat[]): void {
  const keepsUp = everybody.filter(({ socket }) => socket.pendingPackets <= mostFrames);
  const shown = moved.filter((seat) => isShown(table, seat));
  const all = cursorsMessage(table, moved.map(cursorOf));
  if (shown.length === moved.length) return deliver(keepsUp, all);
  deliver(keepsUp.filter(isWriter), all);
  if (shown.length > 0) deliver(keepsUp.filter((seat) => !isWriter(seat)), cursorsMessage(table, shown.map(cursorOf)));
}

/** Nobody needs to be told of themselves alone, but one message for all costs less than sixty. */
const deliver = (seats: readonly Seat[], message: PreparedMessage): void => seats.forEach((seat) => seat.socket.deliver(message, seat.draftId));

const cursorsMessage = ({ room }: Table, cursors: SeatCursor[]): PreparedMessage => prepared(draftsChannel, 'cursors', { room, cursors });

const isShown = ({ shown }: Table, seat: Seat): boolean => shown === null || shown.has(seat.personId);

const cursorOf = ({ number, cursor }: Seat): SeatCursor => (cursor ? [number, cursor.anchor, cursor.head] : [number]);

const entryOf = ({ number, personId, name }: Seat): PresenceSeat => ({ seat: number, personId, name });
