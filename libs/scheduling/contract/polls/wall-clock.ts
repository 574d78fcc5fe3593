import { zonedDay, zonedInstant, zonedTime } from '@cohorte/meetings/contract';
import { addDays } from '../track-dates/civil-day';

/** Where public buyers of the networks live; any other zone of the IANA base is accepted too. */
export const usualZones = [
  'Europe/Paris', 'Indian/Reunion', 'Indian/Mayotte', 'America/Guadeloupe', 'America/Martinique', 'America/Cayenne', 'America/Miquelon', 'Pacific/Tahiti', 'Pacific/Noumea',
  'Pacific/Wallis',
] as const;

export const isDay = (day: string): boolean => !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

const isoOf = (instant: string | Date): string => (typeof instant === 'string' ? instant : instant.toISOString());

export const dayAt = (instant: string | Date, zone: string): string => zonedDay(isoOf(instant), zone);

/** `2026-03-29T14:00`: what the clocks of the zone show at an instant. */
export const wallAt = (instant: string | Date, zone: string): string => `${dayAt(instant, zone)}T${zonedTime(isoOf(instant), zone)}`;

/** The instant at which the clocks of the zone show this; null for an hour that does not exist that day, because clocks go forward over it. */
export function instantOf(wall: string, zone: string): string | null {
  const [day = '', time = '00:00'] = wall.split('T');
  const instant = zonedInstant(day, time, zone);
  return wallAt(instant, zone) === `${day}T${time}` ? instant : null;
}

export const weeksLater = (wall: string, weeks: number): string => `${addDays(wall.slice(0, 10), weeks * 7)}${wall.slice(10)}`;
