import { parisInstant, parisParts } from './paris-time.rule';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** The launch of the real group, before any shift. */
export const REAL_LAUNCH = '2024-10-17T14:00';

/** How many whole weeks bring the real launch closest to ten days before the first start. */
export function weeksToShift(firstStart: Date): number {
  const launchDay = dayNumber(REAL_LAUNCH);
  const today = parisParts(firstStart);
  const target = Date.UTC(today.year, today.month - 1, today.day) / DAY_MS - 10;
  return Math.round((target - launchDay) / WEEK_DAYS);
}

/** Moves a Paris wall-clock time (`2024-10-17T14:00`) by whole weeks: same weekday, same hour, whatever summer time does. */
export function shiftWeeks(localTime: string, firstStart: Date): string {
  const shifted = new Date((dayNumber(localTime) + weeksToShift(firstStart) * WEEK_DAYS) * DAY_MS);
  const day = shifted.toISOString().slice(0, 10);
  return parisInstant(`${day}T${localTime.slice(11) || '00:00'}`).toISOString();
}

/** The same shift, still as a Paris clock shows it (`2024-11-14T14:00`). */
export const shiftWall = (localTime: string, firstStart: Date): string => `${shiftDay(localTime.slice(0, 10), firstStart)}${localTime.slice(10)}`;

/** The same shift for a day without an hour (`2024-11-30`). */
export function shiftDay(day: string, firstStart: Date): string {
  return new Date((dayNumber(day) + weeksToShift(firstStart) * WEEK_DAYS) * DAY_MS).toISOString().slice(0, 10);
}

function dayNumber(localTime: string): number {
  return Date.parse(`${localTime.slice(0, 10)}T00:00:00Z`) / DAY_MS;
}
