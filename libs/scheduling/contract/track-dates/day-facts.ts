import { addDays, weekdayOf } from './civil-day';
import { type HolidayPlace, type PublicHolidayName, publicHolidays } from './public-holidays';
import { type SchoolHolidayName, schoolHolidayOn, type SchoolZone } from './school-holidays';

/** The calendar people of a network live by. */
export interface LocalCalendar {
  /** Nothing where schools follow a calendar of their own (Corsica, overseas). */
  readonly schoolZone: SchoolZone | null;
  readonly places: readonly HolidayPlace[];
}

/** What is worth knowing of a day before proposing it. */
export interface DayFacts {
  readonly publicHoliday?: PublicHolidayName;
  readonly schoolHoliday?: SchoolHolidayName;
  /** No calendar is published for this day yet. */
  readonly schoolUnknown?: true;
  /** A working day between a public holiday and a weekend: many take it. */
  readonly bridge?: true;
}

export function publicHolidayOn(calendar: LocalCalendar, day: string): PublicHolidayName | undefined {
  return publicHolidays(Number(day.slice(0, 4)), calendar.places).find((holiday) => holiday.day === day)?.name;
}

const isOff = (calendar: LocalCalendar, day: string): boolean => weekdayOf(day) > 5 || publicHolidayOn(calendar, day) !== undefined;

/** A working Monday before, or Friday after, a public holiday. */
function isBridge(calendar: LocalCalendar, day: string): boolean {
  const weekday = weekdayOf(day);
  if (isOff(calendar, day) || (weekday !== 1 && weekday !== 5)) return false;
  return publicHolidayOn(calendar, addDays(day, weekday === 1 ? 1 : -1)) !== undefined;
}

export function dayFacts(calendar: LocalCalendar, day: string): DayFacts {
  const publicHoliday = publicHolidayOn(calendar, day);
  const school = calendar.schoolZone ? schoolHolidayOn(calendar.schoolZone, day) : undefined;
  return {
    ...(publicHoliday && { publicHoliday }),
    ...(school === 'unpublished' ? { schoolUnknown: true as const } : school && { schoolHoliday: school }),
    ...(isBridge(calendar, day) && { bridge: true as const }),
  };
}
