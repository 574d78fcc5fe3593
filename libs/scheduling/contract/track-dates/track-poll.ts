import { memberRoles } from '@cohorte/networks/contract';
import { identifier } from '@cohorte/platform/contract';
import * as z from 'zod';
import { pollSlot } from '../polls/poll';
import { pollAnswer } from '../polls/poll-answer';
import { zoneName } from '../polls/poll-zone';
import { holidayPlaces } from './public-holidays';
import { schoolHolidayNames, schoolZones } from './school-holidays';
import { meetingRule, requirement } from './track-rules';

/** `closed`: its deadline has passed and nothing is kept yet. */
export const trackPollStates = ['open', 'closed', 'decided', 'cancelled'] as const;
export type TrackPollState = (typeof trackPollStates)[number];

/** Where a track poll stands at an instant. */
export function trackPollStateAt(facts: { readonly closesAt: Date; readonly decidedAt: Date | null; readonly cancelledAt: Date | null }, now: Date): TrackPollState {
  if (facts.cancelledAt) return 'cancelled';
  if (facts.decidedAt) return 'decided';
  return facts.closesAt <= now ? 'closed' : 'open';
}

export const calendarChoice = { schoolZone: z.enum(schoolZones).nullable(), places: z.array(z.enum(holidayPlaces)).max(holidayPlaces.length) };

/** A meeting of the track as the page of its dates shows it. */
export const trackMeeting = z.object({
  id: identifier,
  /** Its place among the meetings of the track. */
  number: z.int(),
  title: z.string(),
  minutes: z.int(),
  startsAt: z.iso.datetime().nullable(),
  /** Its date can be sought: none yet, not cancelled, no other poll open. */
  canSeek: z.boolean(),
  /** A poll of its own is under way. */
  isPolled: z.boolean(),
});
export type TrackMeetingCard = z.output<typeof trackMeeting>;

export const trackPerson = z.object({ personId: identifier, name: z.string(), structureId: identifier.nullable(), roles: z.array(z.enum(memberRoles)) });
export type TrackPerson = z.output<typeof trackPerson>;

export const trackStructure = z.object({ id: identifier, name: z.string() });

/** A track poll as those who run it follow it. */
export const trackPollView = z.object({
  id: identifier,
  state: z.enum(trackPollStates),
  zone: zoneName,
  ...calendarChoice,
  closesAt: z.iso.datetime(),
  openedAt: z.iso.datetime(),
  rules: z.array(meetingRule),
  slotCounts: z.record(z.string(), z.int()),
  structures: z.object({ answered: z.int(), total: z.int() }),
  participants: z.array(z.object({
    id: identifier,
    name: z.string(),
    structureName: z.string().nullable(),
    /** How many of the meetings have been answered. */
    answeredMeetings: z.int(),
    reminders: z.int(),
  })),
  handRemindedAt: z.iso.datetime().nullable(),
  autoRemindedAt: z.iso.datetime().nullable(),
  reminderAt: z.iso.datetime().nullable(),
  decided: z.array(z.object({ meetingId: identifier, startsAt: z.iso.datetime(), minutes: z.int() })),
  version: z.int(),
});
export type TrackPollView = z.output<typeof trackPollView>;

const unitIds = z.array(z.string());
const onMeeting = { meetingId: identifier };

/** What is worth knowing of a combination before keeping it; the words are the catalogue’s. */
export const reason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everyone') }),
  z.object({ kind: z.literal('loses'), ...onMeeting, unitIds }),
  z.object({ kind: z.literal('loses-again'), unitId: z.string(), meetingIds: z.array(identifier) }),
  z.object({ kind: z.literal('quorum-tight'), ...onMeeting, present: z.int(), of: z.int() }),
  z.object({ kind: z.literal('required-strained'), ...onMeeting, requirement }),
  z.object({ kind: z.literal('if-need-be'), ...onMeeting, unitIds }),
  z.object({ kind: z.literal('school-holiday'), ...onMeeting, name: z.enum(schoolHolidayNames) }),
  z.object({ kind: z.literal('school-unknown'), ...onMeeting }),
  z.object({ kind: z.literal('bridge'), ...onMeeting }),
  z.object({ kind: z.literal('gap'), fromId: identifier, toId: identifier, days: z.int() }),
]);

export type Reason = z.output<typeof reason>;

export const combinationView = z.object({
  /** 100 when every structure surely comes everywhere. */
  share: z.int(),
  dates: z.array(z.object({
    ...onMeeting,
    slotId: identifier,
    startsAt: z.iso.datetime(),
    minutes: z.int(),
    sure: unitIds,
    ifNeedBe: unitIds,
    lost: unitIds,
  })),
  reasons: z.array(reason),
});
export type CombinationView = z.output<typeof combinationView>;

/** One thing an animator may give up so that dates are found. `silent`: nobody concerned has answered, asking them may be enough. */
const relaxation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('quorum'), ...onMeeting, from: z.int(), to: z.int().nullable() }),
  z.object({ kind: z.literal('required'), ...onMeeting, requirement, silent: z.boolean() }),
  z.object({ kind: z.literal('min-weeks'), ...onMeeting, from: z.int(), to: z.int() }),
  z.object({ kind: z.literal('max-weeks'), ...onMeeting, from: z.int(), to: z.int().nullable() }),
]);

export type Relaxation = z.output<typeof relaxation>;

/** Why nothing was found: each of `either` is enough alone; else all of `together` are needed; else the dates proposed cannot follow one another. */
export const impossibility = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('either'), relaxations: z.array(relaxation) }),
  z.object({ kind: z.literal('together'), relaxations: z.array(relaxation) }),
  z.object({ kind: z.literal('dates'), ...onMeeting }),
]);

export type Impossibility = z.output<typeof impossibility>;

export const combinationsView = z.object({
  /** Structures, or people where the cohort has no structure: who the ids of a combination stand for. */
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  combinations: z.array(combinationView),
  impossible: impossibility.nullable(),
  version: z.int(),
});
export type CombinationsView = z.output<typeof combinationsView>;

/** What a participant answers: every meeting on one page, their own answers and nobody else’s. */
export const trackSheet = z.object({
  id: identifier,
  cohortId: identifier,
  cohortName: z.string(),
  zone: zoneName,
  state: z.enum(trackPollStates),
  closesAt: z.iso.datetime(),
  /** Whose answers these are. */
  name: z.string(),
  meetings: z.array(z.object({
    ...onMeeting,
    number: z.int(),
    title: z.string(),
    objective: z.string(),
    minutes: z.int(),
    slots: z.array(pollSlot),
    /** In the order of the slots. */
    answers: z.array(pollAnswer.nullable()),
    noneFits: z.boolean(),
    answered: z.boolean(),
    decidedStartsAt: z.iso.datetime().nullable(),
  })),
});
export type TrackSheet = z.output<typeof trackSheet>;

