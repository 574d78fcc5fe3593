import type { CallOf, OutputOf } from '@cohorte/platform/contract';
import {
  addDays, candidateSlots, type CandidateSlot, dayAt, instantOf, type MeetingRule, type openTrackPoll, type readTrackDates, type Requirement, type SchoolZone, slotsPerMeetingMax, suggestedMonths, wallAt,
} from '@cohorte/scheduling/contract';

/** The page of a track’s dates as it is received. */
export type TrackDates = OutputOf<typeof readTrackDates>;

/** What is asked of a meeting’s date; written once for all, and where a meeting needs it, for that one. */
export interface MeetingSettings {
  readonly weekdays: readonly number[];
  readonly times: readonly string[];
  readonly minWeeks: number;
  readonly maxWeeks: number | null;
  readonly quorum: number | null;
}

export interface MeetingPlan {
  readonly meetingId: string;
  readonly included: boolean;
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly required: readonly Requirement[];
  readonly except: readonly string[];
  /** What differs from the settings of all meetings. */
  readonly own: Partial<MeetingSettings>;
}

export interface PlannedGuest {
  readonly name: string;
  readonly email: string;
  readonly structureId: string;
}

/** What an animator writes before opening; everything has a default, so that nothing must be filled. */
export interface TrackPlan {
  readonly requestId: string;
  readonly zone: string;
  readonly schoolZone: SchoolZone | null;
  readonly avoidSchoolHolidays: boolean;
  readonly avoidBridges: boolean;
  readonly closesOn: string;
  readonly audience: 'leads' | 'everyone';
  readonly all: MeetingSettings;
  readonly meetings: readonly MeetingPlan[];
  readonly guests: readonly PlannedGuest[];
}

const answerDays = 11;
const paris = 'Europe/Paris';

/** The hours this track has met at so far, else the middle of the morning and of the afternoon. */
function usualTimes(meetings: TrackDates['meetings']): string[] {
  const known = [...new Set(meetings.flatMap(({ startsAt }) => (startsAt ? [wallAt(startsAt, paris).slice(11)] : [])))];
  return known.length > 0 ? [...new Set(['10:00', ...known])].sort().slice(0, 3) : ['10:00', '14:00'];
}

/** Two structures in three: enough to work, and some may be missing. */
const usualQuorum = (structures: number): number | null => (structures < 3 ? null : Math.ceil((structures * 2) / 3));

export const soughtIn = ({ meetings }: TrackDates): TrackDates['meetings'] => meetings.filter((meeting) => meeting.canSeek);

/** A plan an animator can open as it is: months one after the other, the days and hours of the track, holidays left out. */
export function blankPlan(page: TrackDates, requestId: string, now: string): TrackPlan {
  const today = dayAt(now, paris);
  const months = suggestedMonths(page.meetings.map(({ id, minutes, startsAt }) => ({ id, minutes, day: startsAt ? dayAt(startsAt, paris) : null })), today, calendarOf({ schoolZone: 'B' }));
  return {
    requestId, zone: paris, schoolZone: 'B', avoidSchoolHolidays: true, avoidBridges: true, audience: 'leads', guests: [],
    closesOn: addDays(today, answerDays),
    all: { weekdays: [2, 4], times: usualTimes(page.meetings), minWeeks: 3, maxWeeks: 9, quorum: usualQuorum(page.structures.length) },
    meetings: soughtIn(page).map(({ id, minutes }) => ({ meetingId: id, included: true, minutes, required: [], except: [], own: {}, ...(months.get(id) ?? { from: addDays(today, 21), to: addDays(today, 51) }) })),
  };
}

export const settingsOf = (plan: TrackPlan, meeting: MeetingPlan): MeetingSettings => ({ ...plan.all, ...meeting.own });

/** The slots a meeting proposes; `struck` too, where the calendar shows what was taken out. */
export function slotsOf(plan: TrackPlan, meeting: MeetingPlan, now: string, { struck = false } = {}): CandidateSlot[] {
  const { weekdays, times } = settingsOf(plan, meeting);
  const { from, to, minutes } = meeting;
  return candidateSlots(
    { from, to, minutes, weekdays, times, avoidSchoolHolidays: plan.avoidSchoolHolidays, avoidBridges: plan.avoidBridges, except: struck ? [] : meeting.except },
    { zone: plan.zone, now, calendar: calendarOf(plan) },
  );
}

export const calendarOf = (plan: Pick<TrackPlan, 'schoolZone'>): { schoolZone: SchoolZone | null; places: [] } => ({ schoolZone: plan.schoolZone, places: [] });

export const includedIn = (plan: TrackPlan): MeetingPlan[] => plan.meetings.filter((meeting) => meeting.included);

/** Changes one meeting of a plan. */
export const withMeeting = (plan: TrackPlan, meetingId: string, change: Partial<MeetingPlan>): TrackPlan => ({
  ...plan, meetings: plan.meetings.map((meeting) => (meeting.meetingId === meetingId ? { ...meeting, ...change } : meeting)),
});

/** Strikes a day out, or puts it back. */
export const withDay = (meeting: MeetingPlan, day: string): Partial<MeetingPlan> => ({
  except: meeting.except.includes(day) ? meeting.except.filter((other) => other !== day) : [...meeting.except, day],
});

export interface PlanProblem {
  readonly fieldId: string;
  readonly key: 'noMeeting' | 'noSlots' | 'tooManySlots' | 'reversed' | 'gaps' | 'noTimes' | 'noDays' | 'badDeadline' | 'lateDeadline' | 'badGuest';
  readonly meetingId?: string;
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
export const closesAtOf = (plan: Pick<TrackPlan, 'closesOn'>): string => `${plan.closesOn}T18:00`;

export const fromFieldId = (meetingId: string): string => `from-${meetingId}`;

function problemOfMeeting(plan: TrackPlan, meeting: MeetingPlan, now: string): PlanProblem[] {
  const said = (key: PlanProblem['key']): PlanProblem[] => [{ fieldId: fromFieldId(meeting.meetingId), key, meetingId: meeting.meetingId }];
  const settings = settingsOf(plan, meeting);
  if (!isDay(meeting.from) || !isDay(meeting.to) || meeting.from > meeting.to) return said('reversed');
  if (settings.maxWeeks !== null && settings.maxWeeks < settings.minWeeks) return said('gaps');
  const slots = slotsOf(plan, meeting, now);
  if (slots.length > slotsPerMeetingMax) return said('tooManySlots');
  const closesAt = instantOf(closesAtOf(plan), plan.zone) ?? '';
  return slots.length === 0 ? said('noSlots') : slots.every((slot) => slot.startsAt <= closesAt) ? said('lateDeadline') : [];
}

/** What keeps a plan from being opened, in the order of the page. */
export function problemsIn(plan: TrackPlan, now: string): PlanProblem[] {
  const isAhead = isDay(plan.closesOn) && (instantOf(closesAtOf(plan), plan.zone) ?? '') > now;
  return [
    ...(plan.all.weekdays.length === 0 ? [{ fieldId: 'track-weekdays', key: 'noDays' as const }] : []),
    ...(plan.all.times.length === 0 || !plan.all.times.every(isTime) ? [{ fieldId: 'track-times', key: 'noTimes' as const }] : []),
    ...(isAhead ? [] : [{ fieldId: 'track-deadline', key: 'badDeadline' as const }]),
    ...(includedIn(plan).length === 0 ? [{ fieldId: 'track-meetings', key: 'noMeeting' as const }] : []),
    ...includedIn(plan).flatMap((meeting) => problemOfMeeting(plan, meeting, now)),
    ...plan.guests.filter((guest) => !isBlank(guest) && (guest.name.trim().length < 2 || !isEmail(guest.email))).map((guest) => ({ fieldId: `guest-${guest.structureId}`, key: 'badGuest' as const })),
  ];
}

const isBlank = (guest: PlannedGuest): boolean => guest.name.trim() === '' && guest.email.trim() === '';

/** Structures that nobody would answer for, neither a person nor a guest. */
export const silentStructures = (page: TrackDates): TrackDates['structures'] => page.structures.filter(({ id }) => !page.people.some((person) => person.structureId === id));

export function ruleOf(plan: TrackPlan, meeting: MeetingPlan): MeetingRule {
  const { minWeeks, maxWeeks, quorum } = settingsOf(plan, meeting);
  return { meetingId: meeting.meetingId, minWeeks, maxWeeks, quorum, required: [...meeting.required], preferredWeekdays: [] };
}

/** What is sent. */
export function openingOf(cohortId: string, plan: TrackPlan, now: string): CallOf<typeof openTrackPoll> {
  const { requestId, zone, schoolZone, audience, guests } = plan;
  return {
    cohortId, requestId, zone, schoolZone, audience, places: [], closesAt: closesAtOf(plan),
    guests: guests.filter((guest) => !isBlank(guest)).map(({ name, email, structureId }) => ({ name: name.trim(), email: email.trim(), structureId, required: false })),
    meetings: includedIn(plan).map((meeting) => ({ rule: ruleOf(plan, meeting), minutes: meeting.minutes, slots: slotsOf(plan, meeting, now).map(({ day, time }) => `${day}T${time}`) })),
  };
}
