import type { LiveSocket } from '@cohorte/platform/server';
import { atLeast } from '../../contract';
import type { DraftRight, PresenceCursor } from '../../contract';

/** One open editor: a connection in a draft. */
export interface Seat {
  readonly socket: LiveSocket;
  readonly draftId: string;
  readonly personId: string;
  readonly name: string;
  readonly clientId: number;
  /** Its number in the frames everybody gets. */
  readonly number: number;
  right: DraftRight;
  cursor: PresenceCursor | null;
  /** Updates were dropped: nothing more is sent until it joins again. */
  behind: boolean;
  refusals: number;
  /** Pushes it may still make now; refills with time. */
  tokens: number;
  refilledAt: number;
}

/** Everybody in one draft, and the draft's number in their frames. */
export interface Table {
  readonly room: number;
  readonly draftId: string;
  readonly seats: Map<string, Seat>;
  /** Whose carets those who only watch are shown; null: everybody's. */
  shown: ReadonlySet<string> | null;
}

/** Whoever may write is told at once; whoever only watches, a little later and in fewer frames. */
export const isWriter = (seat: Seat): boolean => atLeast(seat.right, 'suggester');
