import { identifier } from '@cohorte/platform/contract';
import * as z from 'zod';

export const meetingFormats = ['video', 'in-person', 'mixed'] as const;
export const meetingFormat = z.enum(meetingFormats);
export type MeetingFormat = z.output<typeof meetingFormat>;

/** One engine for all of them: a kind chooses words and a starting agenda, never different rules. */
export const meetingKinds = [
  'track-meeting', 'open-webinar', 'participatory-workshop', 'technical-day', 'training', 'working-group', 'steering-committee', 'technical-committee', 'general-assembly', 'other',
] as const;
export const meetingKind = z.enum(meetingKinds);
export type MeetingKind = z.output<typeof meetingKind>;

/** Who may know of it: the people of its space, everyone in the network, or anybody without an account. */
export const meetingAudiences = ['space', 'network', 'public'] as const;
export const meetingAudience = z.enum(meetingAudiences);
export type MeetingAudience = z.output<typeof meetingAudience>;

/** `to-poll`: its date will come from a poll; `undated`: nobody has begun to look for one. */
export const meetingStates = ['undated', 'to-poll', 'dated', 'held', 'cancelled'] as const;
export const meetingState = z.enum(meetingStates);
export type MeetingState = z.output<typeof meetingState>;

/** The same, finer, for the meeting's own page: what a reader can expect of it today. */
export const meetingPhases = [
  'draft', 'undated', 'polling', 'postponed', 'scheduled', 'registration-open', 'live', 'held', 'minutes-published', 'archived', 'cancelled',
] as const;
export const meetingPhase = z.enum(meetingPhases);
export type MeetingPhase = z.output<typeof meetingPhase>;

/** Minutes of one sitting: from a quick point to a long working day. */
export const sittingLimits = { min: 15, max: 720 } as const;
export const meetingMinutes = z.int().min(sittingLimits.min).max(sittingLimits.max);

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
  /** The end of its last sitting, when it has several. */
  readonly endsAt?: Date | null;
}

const endOf = (facts: MeetingFacts & { startsAt: Date }): number => facts.endsAt?.getTime() ?? facts.startsAt.getTime() + facts.minutes * 60_000;

/** Where a meeting stands at an instant; it counts as held once its planned end has passed. */
export function meetingStateAt(facts: MeetingFacts, now: Date): MeetingState {
  if (facts.cancelledAt) return 'cancelled';
  if (!facts.startsAt) return facts.dateByPoll ? 'to-poll' : 'undated';
  return endOf({ ...facts, startsAt: facts.startsAt }) <= now.getTime() ? 'held' : 'dated';
}

/** What the finer states need beside the date. */
export interface MeetingPhaseFacts extends MeetingFacts {
  readonly publishedAt: Date | null;
  readonly postponedAt: Date | null;
  readonly minutesPublishedAt?: Date | null;
  readonly registrationOpen?: boolean;
}

/** Online doors open this long before the hour, and the page says «en cours» from then on. */
export const doorsOpenMinutes = 15;
/** A year after it was held a meeting is kept for reading. */
const archiveDays = 365;

/** Where a meeting stands for a reader of its page. */
export function meetingPhaseAt(facts: MeetingPhaseFacts, now: Date): MeetingPhase {
  if (facts.cancelledAt) return 'cancelled';
  if (!facts.publishedAt) return 'draft';
  if (!facts.startsAt) return facts.postponedAt ? 'postponed' : facts.dateByPoll ? 'polling' : 'undated';
  const end = endOf({ ...facts, startsAt: facts.startsAt });
  if (end > now.getTime()) return phaseAhead(facts, facts.startsAt, now);
  if (end + archiveDays * 86_400_000 <= now.getTime()) return 'archived';
  return facts.minutesPublishedAt ? 'minutes-published' : 'held';
}

function phaseAhead(facts: MeetingPhaseFacts, startsAt: Date, now: Date): MeetingPhase {
  if (startsAt.getTime() - doorsOpenMinutes * 60_000 <= now.getTime()) return 'live';
  return facts.registrationOpen ? 'registration-open' : 'scheduled';
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
