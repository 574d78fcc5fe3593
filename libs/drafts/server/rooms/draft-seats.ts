import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { draftsChannel } from '../../contract';
import type { CloseReason, DraftRight, PresenceSeat, SeatCursor } from '../../contract';
import { DraftLanes } from './draft-lanes';
import { DraftPresence } from './draft-presence';
import type { Relayed } from './draft-room-ports';
import type { Seat, Table } from './draft-table';

/** How long what was queued for somebody who may no longer read has to leave; then the connection ends. */
const graceMs = 500;

/** Who is in which draft, and what they are sent. Names and identities come from sessions, one entry a connection. */
@Injectable()
export class DraftSeats implements OnModuleDestroy {
  private readonly tables = new Map<string, Table>();
  private readonly restricted = new Map<string, ReadonlySet<string>>();
  private readonly bySocket = new Map<string, Set<Seat>>();
  private readonly lanes = new DraftLanes();
  private readonly presence = new DraftPresence();
  private rooms = 0;
  private numbers = 0;

  onModuleDestroy(): void {
    this.lanes.stop();
    this.presence.stop();
  }

  /** Sits down; who joins again keeps the number the others know. */
  take(given: Omit<Seat, 'number'>): Seat {
    const table = this.tables.get(given.draftId) ?? this.open(given.draftId);
    const former = table.seats.get(given.socket.id);
    const seat = former?.clientId === given.clientId ? { ...given, number: former.number, cursor: former.cursor } : { ...given, number: (this.numbers += 1) };
    if (former) this.standUp(table, former, seat.number);
    table.seats.set(seat.socket.id, seat);
    this.bySocket.set(seat.socket.id, (this.bySocket.get(seat.socket.id) ?? new Set()).add(seat));
    if (former?.number !== seat.number) this.presence.arrived(table, seat);
    return seat;
  }

  find(draftId: string, socketId: string): Seat | undefined {
    return this.tables.get(draftId)?.seats.get(socketId);
  }

  in(draftId: string): Seat[] {
    return [...(this.tables.get(draftId)?.seats.values() ?? [])];
  }

  of(socketId: string): Seat[] {
    return [...(this.bySocket.get(socketId) ?? [])];
  }

  isTaken(draftId: string): boolean {
    return this.tables.has(draftId);
  }

  /** What a newcomer is told of those who are there. */
  presentFor(seat: Seat): { room: number; seats: PresenceSeat[]; cursors: SeatCursor[] } {
    const table = this.tables.get(seat.draftId);
    return table ? { room: table.room, ...this.presence.presentFor(table, seat) } : { room: 0, seats: [], cursors: [] };
  }

  leave(seat: Seat): void {
    const table = this.tables.get(seat.draftId);
    if (!table || table.seats.get(seat.socket.id) !== seat) return;
    table.seats.delete(seat.socket.id);
    this.standUp(table, seat);
    if (table.seats.size > 0) return;
    this.tables.delete(seat.draftId);
    this.lanes.forget(table);
  }

  private standUp(table: Table, seat: Seat, nextNumber?: number): void {
    const held = this.bySocket.get(seat.socket.id);
    held?.delete(seat);
    if (held?.size === 0) this.bySocket.delete(seat.socket.id);
    if (seat.number !== nextNumber) this.presence.left(table, seat);
  }

  /** Nothing of the draft leaves for this connection any more, not even what was queued. */
  close(seat: Seat, reason: CloseReason): void {
    this.leave(seat);
    seat.socket.dropPrepared(seat.draftId);
    seat.socket.emit(draftsChannel, 'closed', { draftId: seat.draftId, reason });
    if (reason !== 'right-withdrawn') return;
    setTimeout(() => {
      if (seat.socket.pendingPackets > 0) seat.socket.end();
    }, graceMs).unref();
  }

  /** Hears nothing more until it has joined again. */
  sendToTheDoor(seat: Seat): void {
    this.leave(seat);
    seat.socket.dropPrepared(seat.draftId);
    seat.socket.emit(draftsChannel, 'resync', { draftId: seat.draftId });
  }

  /** Another right may mean another lane: what waits in the slow one is told first. */
  change(seat: Seat, right: DraftRight): void {
    const table = this.tables.get(seat.draftId);
    if (table) this.lanes.flush(table);
    seat.right = right;
    seat.socket.emit(draftsChannel, 'rightChanged', { draftId: seat.draftId, right });
  }

  relay(draftId: string, rows: readonly Relayed[]): void {
    const table = this.tables.get(draftId);
    if (table) this.lanes.relay(table, rows);
  }

  /** The caret of this seat is now elsewhere. */
  show(seat: Seat): void {
    const table = this.tables.get(seat.draftId);
    if (table) this.presence.moved(table, seat);
  }

  /** Those who only watch are shown the carets of these people only; null shows them everybody's again. */
  restrictCursors(draftId: string, personIds: readonly string[] | null): void {
    if (personIds) this.restricted.set(draftId, new Set(personIds));
    else this.restricted.delete(draftId);
    const table = this.tables.get(draftId);
    if (!table) return;
    table.shown = this.restricted.get(draftId) ?? null;
    this.presence.shownChanged(table);
  }

  private open(draftId: string): Table {
    const table: Table = { room: (this.rooms += 1), draftId, seats: new Map(), shown: this.restricted.get(draftId) ?? null };
    this.tables.set(draftId, table);
    return table;
  }
}
