/** Where public buyers of the networks live; any other zone of the IANA base is accepted too. */
export const usualZones = [
  'Europe/Paris', 'Indian/Reunion', 'Indian/Mayotte', 'America/Guadeloupe', 'America/Martinique', 'America/Cayenne', 'America/Miquelon', 'Pacific/Tahiti', 'Pacific/Noumea',
  'Pacific/Wallis',
] as const;

export function isZone(name: string): boolean {
  if (!/^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const dayMs = 86_400_000;
export const isDay = (day: string): boolean => !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

const formats = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(zone, known);
  return known;
}

/** `2026-03-29T14:00`: what the clocks of the zone show at an instant. */
export const wallAt = (instant: string | Date, zone: string): string => clockOf(zone).format(new Date(instant)).replace(' ', 'T').slice(0, 16);

export const dayAt = (instant: string | Date, zone: string): string => wallAt(instant, zone).slice(0, 10);

/**
 * The instant at which the clocks of the zone show this; null for an hour that does not exist that day, because clocks go forward over it.
 * An hour shown twice means the first time. Source of the rules: the IANA base in Intl.
 */
export function instantOf(wall: string, zone: string): string | null {
  const naive = Date.parse(`${wall.length === 10 ? `${wall}T00:00` : wall}:00Z`);
  const offsets = [offsetAt(naive - dayMs, zone), offsetAt(naive + dayMs, zone)];
  const candidates = [...new Set(offsets)].map((offset) => naive - offset).filter((instant) => instant + offsetAt(instant, zone) === naive);
  return candidates.length > 0 ? new Date(Math.min(...candidates)).toISOString() : null;
}

/** Milliseconds the zone is ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const shown = clockOf(zone).format(new Date(instant)).replace(' ', 'T');
  return Date.parse(`${shown}Z`) - Math.floor(instant / 1000) * 1000;
}

export const daysLater = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
export const weeksLater = (wall: string, weeks: number): string => `${daysLater(wall.slice(0, 10), weeks * 7)}${wall.slice(10)}`;
