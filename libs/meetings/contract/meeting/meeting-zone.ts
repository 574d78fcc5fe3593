/** Clock arithmetic in a named zone, from the IANA base in Intl: the browser has it, nothing is downloaded. */

export const defaultZone = 'Europe/Paris';

/** Where French public buyers are; any other name of the IANA base is accepted too. */
export const offeredZones = [
  defaultZone, 'America/Guadeloupe', 'America/Martinique', 'America/Cayenne', 'America/Miquelon', 'Indian/Reunion', 'Indian/Mayotte', 'Pacific/Noumea', 'Pacific/Tahiti', 'Pacific/Wallis', 'UTC',
] as const;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(zone, known);
  return known;
}

/** A name such as `Indian/Reunion`; offsets (`+02:00`) are refused, they know nothing of summer time. */
export function isZone(name: string): boolean {
  if (!/^(?:UTC|[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2})$/.test(name)) return false;
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** `2024-10-17 14:00:00` as the zone's clocks read it. */
const wallClock = (instant: number, zone: string): string => formatOf(zone).format(instant);

const offsetAt = (instant: number, zone: string): number => Date.parse(`${wallClock(instant, zone).replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;

/** `2024-10-17`, the civil day in the zone. */
export const zonedDay = (iso: string, zone: string): string => wallClock(Date.parse(iso), zone).slice(0, 10);

/** `14:00`, the clock of the zone. */
export const zonedTime = (iso: string, zone: string): string => wallClock(Date.parse(iso), zone).slice(11, 16);

/** The instant at which the zone's clocks read this day and time; inside the hour that spring skips, an hour later; in the one autumn repeats, the first. */
export function zonedInstant(day: string, time: string, zone: string): string {
  const naive = Date.parse(`${day}T${time}:00Z`);
  const [before, after] = [naive - 86_400_000, naive + 86_400_000].map((near) => naive - offsetAt(near, zone)) as [number, number];
  const reads = (instant: number): boolean => wallClock(instant, zone).slice(0, 16) === `${day} ${time}`;
  return new Date(reads(before) || !reads(after) ? before : after).toISOString();
}

/** The civil day so many days later: a calendar's arithmetic, no clock involved. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same wall clock, whole weeks later: 14:00 stays 14:00 over a change of hour. */
export const weeksLater = (iso: string, weeks: number, zone: string): string => zonedInstant(dayAfter(zonedDay(iso, zone), weeks * 7), zonedTime(iso, zone), zone);
