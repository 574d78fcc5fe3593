import { AppError } from '@cohorte/platform/contract';
import { awaitsDraw, type MeetingTiming, type SeatDoor, type SeatPolicy } from '../../contract';
import type { OpenSeats } from './open-seats';

/** What someone finds at the door; whether it is full is for the caller, who has counted. */
export function doorOf(policy: SeatPolicy, timing: MeetingTiming, now: Date, isFull: boolean): SeatDoor {
  const at = now.toISOString();
  const closed: [boolean, SeatDoor][] = [
    [timing.cancelled, 'cancelled'],
    [timing.startsAt === null, 'undated'],
    [timing.startsAt !== null && timing.startsAt <= now, 'past'],
    [policy.opensAt !== null && new Date(policy.opensAt).toISOString() > at, 'not-open-yet'],
    [policy.closesAt !== null && new Date(policy.closesAt).toISOString() <= at, 'closed'],
    [awaitsDraw(policy, timing), 'draw'],
    [isFull, policy.waitingList ? 'waiting-list' : 'full'],
  ];
  return closed.find(([is]) => is)?.[1] ?? 'open';
}

/** Refuses at the door, in the words of the reason. */
export function assertMayAsk({ seats: { policy }, timing, now }: OpenSeats): void {
  const door = doorOf(policy, timing, now, false);
  if (door === 'cancelled') throw new AppError('conflict', 'meetings.registration-cancelled');
  if (door === 'undated') throw new AppError('conflict', 'meetings.registration-undated');
  if (door === 'past') throw new AppError('conflict', 'meetings.registration-past');
  if (door === 'not-open-yet') throw new AppError('conflict', 'meetings.registration-not-open');
  if (door === 'closed') throw new AppError('conflict', 'meetings.registration-closed');
}
