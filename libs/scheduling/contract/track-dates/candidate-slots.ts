import { instantOf } from '../polls/wall-clock';
import { addDays, daysFrom, monthAround, weekdayOf } from './civil-day';
import { dayFacts, type LocalCalendar } from './day-facts';

/** More options than anybody answers; the poll page stays fluid until there. */
export const slotsPerMeetingMax = 60;

/** What an animator says of one meeting's possible dates; the slots follow. */
export interface SlotPlan {
  readonly from: string;
  readonly to: string;
  /** 1 is Monday. */
  readonly weekdays: readonly number[];
  readonly times: readonly string[];
  readonly minutes: number;
  readonly avoidSchoolHolidays: boolean;
  readonly avoidBridges: boolean;
  /** Days struck out one by one. */
  readonly except: readonly string[];
}

export interface CandidateSlot {
  readonly day: string;
  readonly time: string;
  readonly startsAt: string;
}

export interface SlotSetting {
  readonly zone: string;
  readonly calendar: LocalCalendar;
  /** The instant before which nothing is proposed. */
  readonly now: string;
}

/** Public holidays are never proposed; school holidays and bridges as the plan says. */
function isProposed(plan: SlotPlan, calendar: LocalCalendar, day: string): boolean {
  if (!plan.weekdays.includes(weekdayOf(day)) || plan.except.includes(day)) return false;
  const facts = dayFacts(calendar, day);
  if (facts.publicHoliday) return false;
  return !(plan.avoidSchoolHolidays && facts.schoolHoliday) && !(plan.avoidBridges && facts.bridge);
}

/** Every slot of a plan, in order, on the zone's own clocks: 14:00 stays 14:00 across a change of hour. An hour that spring skips is no slot. */
export function candidateSlots(plan: SlotPlan, { zone, calendar, now }: SlotSetting): CandidateSlot[] {
  const times = [...new Set(plan.times)].sort();
  return daysFrom(plan.from, plan.to)
    .filter((day) => isProposed(plan, calendar, day))
    .flatMap((day) => times.map((time) => ({ day, time, startsAt: instantOf(`${day}T${time}`, zone) ?? '' })))
    .filter((slot) => slot.startsAt > now);
}

/** What the meetings of a track look like before any date is sought. */
export interface PlannedMeeting {
  readonly id: string;
  readonly minutes: number;
  /** Nothing while its date is sought. */
  readonly day: string | null;
}

/** Meetings rest in July and August: a month there becomes September. */
function workingMonth(month: { from: string; to: string }): { from: string; to: string } {
  return /-0[78]-/.test(month.from) ? monthAround(`${month.from.slice(0, 4)}-09-01`) : month;
}

const noticeDays = 21;
const usualGapDays = 28;
/** With fewer working days than this left of a month, holidays apart, the next one is meant. */
const enoughDays = 8;

const laterOf = (a: string, b: string): string => (a > b ? a : b);

function isWorked(calendar: LocalCalendar, day: string): boolean {
  const { publicHoliday, schoolHoliday } = dayFacts(calendar, day);
  return weekdayOf(day) <= 5 && !publicHoliday && !schoolHoliday;
}

/** From the first working day at or after `earliest`, to the end of its month. */
function restOfMonth(month: { from: string; to: string }, earliest: string, calendar: LocalCalendar): { from: string; to: string; count: number } {
  const days = daysFrom(laterOf(month.from, earliest), month.to).filter((day) => isWorked(calendar, day));
  return { from: days[0] ?? month.from, to: month.to, count: days.length };
}

/** A stretch to look in from a day on: what is left of its month, or the next month. */
function stretchFrom(earliest: string, calendar: LocalCalendar): { from: string; to: string } {
  const here = restOfMonth(workingMonth(monthAround(earliest)), earliest, calendar);
  const { from, to } = here.count >= enoughDays ? here : restOfMonth(workingMonth(monthAround(earliest, 1)), earliest, calendar);
  return { from, to };
}

/** A month for each undated meeting, one after the other from three weeks ahead: what an animator corrects rather than fills in. */
export function suggestedMonths(meetings: readonly PlannedMeeting[], today: string, calendar: LocalCalendar): ReadonlyMap<string, { from: string; to: string }> {
  const months = new Map<string, { from: string; to: string }>();
  const soonest = addDays(today, noticeDays);
  let earliest = soonest;
  for (const meeting of meetings) {
    if (meeting.day) {
      earliest = laterOf(addDays(meeting.day, usualGapDays), soonest);
      continue;
    }
    const stretch = stretchFrom(earliest, calendar);
    months.set(meeting.id, stretch);
    earliest = addDays(stretch.to, 1);
  }
  return months;
}
