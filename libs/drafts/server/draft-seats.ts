import type { LiveSocket } from '@cohorte/platform/server';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { draftsChannel } from '../contract';
import type { CloseReason, DraftRight, PresenceCursor, PresenceEntry } from '../contract';
import type { Relayed } from './draft-room';

/** One open editor: a connection in a draft. */
export interface Seat {
  readonly socket: LiveSocket;
  readonly draftId: string;
  readonly personId: string;
  readonly name: string;
  readonly clientId: number;
  right: DraftRight;
  cursor: PresenceCursor | null;
  /** Updates were dropped: nothing more is sent until it joins again. */
  behind: boolean;
  refusals: number;
  /** Pushes it may still make now; refills with time. */
  tokens: number;
  refilledAt: number;
}


/** Packets waiting on a slow connection before its updates are dropped in favour of one resync. */
const updateBudget = 200;
/** Cursors are dropped long before text. */
const presenceBudget = 20;
/** Cursors of one moment travel together. */
const presenceEveryMs = 60;

/** Who is in which draft, and what they are sent. Names and identities come from sessions, one entry a connection. */
@Injectable()
export class DraftSeats implements OnModuleDestroy {
  private readonly byDraft = new Map<string, Map<string, Seat>>();
  private readonly moved = new Set<Seat>();
  private beat: NodeJS.Timeout | undefined;

  onModuleDestroy(): void {
    clearTimeout(this.beat);
  }

  take(seat: Seat): void {
    const seats = this.byDraft.get(seat.draftId) ?? new Map<string, Seat>();
    this.byDraft.set(seat.draftId, seats.set(seat.socket.id, seat));
    this.show(seat);
  }

  find(draftId: string, socketId: string): Seat | undefined {
    return this.byDraft.get(draftId)?.get(socketId);
  }

  in(draftId: string): Seat[] {
    return [...(this.byDraft.get(draftId)?.values() ?? [])];
  }

  of(socketId: string): Seat[] {
    return [...this.byDraft.values()].flatMap((seats) => seats.get(socketId) ?? []);
  }

  isTaken(draftId: string): boolean {
    return this.byDraft.has(draftId);
  }

  present(draftId: string): PresenceEntry[] {
    return this.in(draftId).map(toEntry);
  }

  leave(seat: Seat): void {
    const seats = this.byDraft.get(seat.draftId);
    if (seats?.get(seat.socket.id) !== seat) return;
    seats.delete(seat.socket.id);
    this.moved.delete(seat);
    if (seats.size === 0) this.byDraft.delete(seat.draftId);
    this.in(seat.draftId).forEach(({ socket }) => socket.emit(draftsChannel, 'left', { draftId: seat.draftId, key: seat.socket.id }));
  }

  close(seat: Seat, reason: CloseReason): void {
    seat.socket.emit(draftsChannel, 'closed', { draftId: seat.draftId, reason });
    this.leave(seat);
  }

  /** Tells every editor but the sender's own; one that cannot keep up is asked to resync instead. */
  relay(draftId: string, { seq, update, from }: Relayed): void {
    for (const seat of this.in(draftId)) {
      if (seat.socket.id === from || seat.behind) continue;
      seat.behind = seat.socket.pendingPackets > updateBudget;
      if (seat.behind) seat.socket.emit(draftsChannel, 'resync', { draftId });
      else seat.socket.emit(draftsChannel, 'updated', { draftId, seq, update });
    }
  }

  /** Cursors are gathered for a moment, then sent once. */
  show(seat: Seat): void {
    this.moved.add(seat);
    this.beat ??= setTimeout(() => this.sendMoved(), presenceEveryMs).unref();
  }

  private sendMoved(): void {
    this.beat = undefined;
    const moved = [...this.moved];
    this.moved.clear();
    for (const draftId of new Set(moved.map((seat) => seat.draftId))) {
      const there = moved.filter((seat) => seat.draftId === draftId);
      for (const { socket } of this.in(draftId)) {
        const entries = there.filter((seat) => seat.socket.id !== socket.id).map(toEntry);
        if (entries.length > 0 && socket.pendingPackets <= presenceBudget) socket.emit(draftsChannel, 'presence', { draftId, entries });
      }
    }
  }
}

const toEntry = (seat: Seat): PresenceEntry => ({
  key: seat.socket.id,
  personId: seat.personId,
  name: seat.name,
  clientId: seat.clientId,
  cursor: seat.cursor,
});
