import { prepared } from '@cohorte/platform/server';
import type { PreparedMessage } from '@cohorte/platform/server';
import { draftsChannel } from '../../contract';
import type { Relayed } from './draft-room-ports';
import { isWriter } from './draft-table';
import type { Seat, Table } from './draft-table';

/** The least time between two frames for those who only watch: after a pause they hear at once, then what gathers meanwhile. */
const slowLaneMs = 60;
/** What may wait on one connection before it is told to start again: frames, and bytes of them. */
const mostFrames = 300;
const mostBytes = 512_000;
/** A frame is closed at this size, so that nobody waits for a very long one. */
const frameBytes = 256_000;

interface Frame {
  readonly message: PreparedMessage;
  /** The one connection all of it came from. */
  readonly onlyFrom: string | null;
}

interface SlowLane {
  rows: Relayed[];
  timer: NodeJS.Timeout | undefined;
  lastAt: number;
}

/** Sends what was written: one frame a draft and moment, written once for everybody. A connection that cannot keep up starts again later. */
export class DraftLanes {
  private readonly slow = new Map<Table, SlowLane>();

  stop(): void {
    this.slow.forEach(({ timer }) => clearTimeout(timer));
    this.slow.clear();
  }

  forget(table: Table): void {
    clearTimeout(this.slow.get(table)?.timer);
    this.slow.delete(table);
  }

  /** The rows follow each other without a hole. */
  relay(table: Table, rows: readonly Relayed[]): void {
    const seats = [...table.seats.values()];
    const writers = seats.filter(isWriter);
    if (writers.length > 0) send(table, rows, writers);
    if (writers.length === seats.length) return;
    const lane = this.slow.get(table) ?? { rows: [], timer: undefined, lastAt: -Infinity };
    this.slow.set(table, lane);
    lane.rows.push(...rows);
    // Even at once is after the writers' own frames and answers.
    lane.timer ??= setTimeout(() => this.flush(table), Math.max(1, lane.lastAt + slowLaneMs - performance.now())).unref();
  }

  /** Tells those who watch what has gathered for them. */
  flush(table: Table): void {
    const lane = this.slow.get(table);
    if (!lane || lane.rows.length === 0) return;
    clearTimeout(lane.timer);
    const { rows } = lane;
    Object.assign(lane, { rows: [], timer: undefined, lastAt: performance.now() });
    send(table, rows, [...table.seats.values()].filter((seat) => !isWriter(seat)));
  }
}

function send(table: Table, rows: readonly Relayed[], seats: readonly Seat[]): void {
  for (const { message, onlyFrom } of framesOf(table, rows)) {
    for (const seat of seats) if (seat.socket.id !== onlyFrom && !seat.behind) deliver(seat, message);
  }
}

function deliver(seat: Seat, message: PreparedMessage): void {
  const { socket, draftId } = seat;
  seat.behind = socket.pendingPackets > mostFrames || socket.pendingBytes > mostBytes;
  if (!seat.behind) return socket.deliver(message, draftId);
  socket.dropPrepared(draftId);
  socket.emit(draftsChannel, 'resync', { draftId });
}

function framesOf(table: Table, rows: readonly Relayed[]): Frame[] {
  const frames: Frame[] = [];
  for (let from = 0; from < rows.length; ) {
    let bytes = 0;
    let end = from;
    while (end < rows.length && (end === from || bytes + (rows[end] as Relayed).bytes.byteLength <= frameBytes)) bytes += (rows[end++] as Relayed).bytes.byteLength;
    frames.push(frameOf(table, rows.slice(from, end)));
    from = end;
  }
  return frames;
}

function frameOf({ room }: Table, rows: readonly Relayed[]): Frame {
  const message = prepared(draftsChannel, 'updated', { room, seq: rows.at(-1)?.seq ?? 0, updates: rows.map((row) => row.bytes) });
  const sender = rows[0]?.from ?? null;
  return { message, onlyFrom: rows.every(({ from }) => from === sender) ? sender : null };
}
