import { addDays, dayAt, dayFacts, daysBetween, type LocalCalendar, type PublicHolidayName, type SchoolHolidayName, wallAt, weekdayOf } from '@cohorte/scheduling/contract';

/** When a meeting of the former track took place, on the clocks of its zone. */
export interface FormerDate {
  readonly startsAt: string | null;
  readonly zone: string;
}

/** Why nobody should be asked to come on a day. */
export type DayOff =
  | { readonly kind: 'week-end' }
  | { readonly kind: 'public-holiday'; readonly name: PublicHolidayName }
  | { readonly kind: 'school-holiday'; readonly name: SchoolHolidayName };

/** Why a date is not where its gap alone would put it; `previous` is the meeting before, moved onto its day. */
export type MovedFor = DayOff | { readonly kind: 'previous' };

export interface ShiftedDate {
  /** `2027-03-16T14:00` on the clocks of the meeting's zone. */
  readonly wall: string;
  readonly movedFor: MovedFor | null;
}

/** Nothing on a day people work and pupils are at school, as far as calendars are published. */
export function dayOff(calendar: LocalCalendar, day: string): DayOff | null {
  if (weekdayOf(day) > 5) return { kind: 'week-end' };
  const { publicHoliday, schoolHoliday } = dayFacts(calendar, day);
  if (publicHoliday) return { kind: 'public-holiday', name: publicHoliday };
  return schoolHoliday ? { kind: 'school-holiday', name: schoolHoliday } : null;
}

function nextWorked(calendar: LocalCalendar, day: string): string {
  return dayOff(calendar, day) ? nextWorked(calendar, addDays(day, 1)) : day;
}

interface Placed {
  readonly former: string;
  readonly day: string;
}

/** A day keeps its distance to the first, then goes on to the next day worked; two days that were apart stay apart. */
function place(calendar: LocalCalendar, wanted: string, former: string, previous: Placed): { day: string; movedFor: MovedFor | null } {
  if (former === previous.former) return { day: previous.day, movedFor: null };
  const crowded = wanted <= previous.day;
  const day = nextWorked(calendar, crowded ? addDays(previous.day, 1) : wanted);
  return { day, movedFor: dayOff(calendar, wanted) ?? (crowded ? { kind: 'previous' } : null) };
}

/**
 * The dates of a track held again from `firstDay`: the first meeting is on that day exactly, the others keep their gap to it and their hour, off week-ends,
 * public holidays and school holidays. What had no date has none. Answers in the order given.
 */
export function shiftedDates(former: readonly FormerDate[], firstDay: string, calendar: LocalCalendar): (ShiftedDate | null)[] {
  const dated = former.flatMap(({ startsAt, zone }, at) => (startsAt === null ? [] : [{ at, day: dayAt(startsAt, zone), time: wallAt(startsAt, zone).slice(11) }]));
  const inTime = dated.toSorted((a, b) => a.day.localeCompare(b.day) || a.at - b.at);
  const answer: (ShiftedDate | null)[] = former.map(() => null);
  let previous: Placed | undefined;
  for (const { at, day: was, time } of inTime) {
    const origin = inTime[0]?.day ?? was;
    const { day, movedFor } = previous ? place(calendar, addDays(firstDay, daysBetween(origin, was)), was, previous) : { day: firstDay, movedFor: null };
    answer[at] = { wall: `${day}T${time}`, movedFor };
    previous = { former: was, day };
  }
  return answer;
}
