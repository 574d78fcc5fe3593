import { AppError } from '@cohorte/platform/contract';
import { Injectable } from '@nestjs/common';
import { atLeast } from '../../contract';
import type { PresenceSeat, SeatCursor } from '../../contract';
import type { DraftRoom } from './draft-room';
import type { RoomAtRest } from './draft-room-ports';
import { DraftRooms } from './draft-rooms';
import { DraftSeats } from './draft-seats';
import { DraftStock } from './draft-stock';
import type { StockedDraft } from './draft-stock';
import type { Seat } from './draft-table';

/** What a newcomer says it holds. */
export interface Arrival {
  readonly draftId: string;
  readonly seq: number;
  /** Where the draft stood when the newcomer's right was asked: what was acknowledged anywhere before is shown. */
  readonly standsAt: number;
}

export interface Entered {
  readonly seat: Seat;
  readonly seq: number;
  readonly room: number;
  readonly updates: Uint8Array[];
  readonly stateVector: Uint8Array;
  readonly seats: PresenceSeat[];
  readonly cursors: SeatCursor[];
}

/** A busy draft may move on while its bytes are read: then they are read again. */
const patience = 5;

/** Lets people into a draft: gives the stored bytes as they are and a seat, at a moment between two rounds, so that nothing is missed. */
@Injectable()
export class DraftEntrance {
  constructor(
    private readonly rooms: DraftRooms,
    private readonly stock: DraftStock,
    private readonly seats: DraftSeats,
  ) {}

  async enter(arrival: Arrival, seat: Omit<Seat, 'number'>): Promise<Entered> {
    const room = await this.rooms.open(arrival.draftId);
    room.follow(arrival.standsAt);
    for (let tries = 0; tries < patience; tries += 1) {
      await this.stock.of(arrival.draftId);
      const entered = await room.rest((rest) => this.sitDown(rest, arrival, seat));
      if (entered) return this.complete(entered, arrival, room);
    }
    throw new AppError('unavailable', 'drafts.cannot-load');
  }

  private sitDown(rest: RoomAtRest, { draftId }: Arrival, given: Omit<Seat, 'number'>): { stored: StockedDraft; seq: number; rest: Omit<Entered, 'updates' | 'seq'> } | null {
    const stored = this.stock.peek(draftId);
    if (!stored || stored.seq < rest.seq) return null;
    const seat = this.seats.take(given);
    return { stored, seq: stored.seq, rest: { seat, stateVector: rest.stateVector(), ...this.seats.presentFor(seat) } };
  }

  /** Rows a returning browser lacks when they are few; else all there is. The archive holds what was taken away: only those who see the past are given rows of it. */
  private async complete({ stored, seq, rest }: NonNullable<ReturnType<DraftEntrance['sitDown']>>, arrival: Arrival, room: DraftRoom): Promise<Entered> {
    const whole = stored.updates;
    const known = stored.above(arrival.seq);
    if (known) return { ...rest, seq, updates: known };
    const mayKnow = atLeast(rest.seat.right, 'editor') && arrival.seq > 0 && arrival.seq < seq;
    const missed = mayKnow ? await this.stock.missed(room.draftId, arrival.seq, seq) : null;
    return { ...rest, seq, updates: missed ?? whole };
  }
}
