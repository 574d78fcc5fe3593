import { identifier } from '@cohorte/platform/contract';
import * as z from 'zod';

export const meetingFormats = ['video', 'in-person', 'mixed'] as const;
export const meetingFormat = z.enum(meetingFormats);
export type MeetingFormat = z.output<typeof meetingFormat>;

/** `to-poll`: its date will come from a poll; `undated`: nobody has begun to look for one. */
export const meetingStates = ['undated', 'to-poll', 'dated', 'held', 'cancelled'] as const;
export const meetingState = z.enum(meetingStates);
export type MeetingState = z.output<typeof meetingState>;

/** Minutes: from a quick point to a whole working day. */
export const meetingMinutes = z.int().min(15).max(480);

/** A date someone can mean: neither a slip of the century nor the far future. */
export const meetingStart = z.iso.datetime({ offset: true }).refine((iso) => iso >= '2015' && iso < '2100', { message: 'not-a-date' });

export const meeting = z.object({
  id: identifier,
  spaceId: identifier,
  title: z.string(),
  objective: z.string(),
  format: meetingFormat,
  minutes: meetingMinutes,
  startsAt: z.iso.datetime().nullable(),
  state: meetingState,
  /** Rises with each change; a change made on an older one is refused. */
  version: z.int(),
});
export type Meeting = z.output<typeof meeting>;

export interface MeetingFacts {
  readonly startsAt: Date | null;
  readonly minutes: number;
  readonly dateByPoll: boolean;
  readonly cancelledAt: Date | null;
}

/** Where a meeting stands at an instant; it counts as held once its planned end has passed. */
export function meetingStateAt(facts: MeetingFacts, now: Date): MeetingState {
  if (facts.cancelledAt) return 'cancelled';
  if (!facts.startsAt) return facts.dateByPoll ? 'to-poll' : 'undated';
  return facts.startsAt.getTime() + facts.minutes * 60_000 <= now.getTime() ? 'held' : 'dated';
}

/** Positions whose date comes before that of an earlier meeting of the same series: worth a warning, never a refusal. */
export function outOfOrder(starts: readonly (string | null)[]): number[] {
  let latest = '';
  return starts.flatMap((start, position) => {
    if (start === null) return [];
    const early = start < latest;
    if (!early) latest = start;
    return early ? [position] : [];
  });
}
