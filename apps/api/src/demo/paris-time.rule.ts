export const PARIS = 'Europe/Paris';

export interface WallClock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: PARIS, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
});

/** What a clock on a wall in Paris shows at that instant. */
export function parisParts(instant: Date): WallClock {
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return { year: parts['year'] ?? 0, month: parts['month'] ?? 0, day: parts['day'] ?? 0, hour: parts['hour'] ?? 0, minute: parts['minute'] ?? 0 };
}

/** The instant at which a clock in Paris shows `YYYY-MM-DDTHH:mm`. */
export function parisInstant(localTime: string): Date {
  const asIfUtc = Date.parse(`${localTime}:00Z`);
  const offset = offsetAt(asIfUtc - offsetAt(asIfUtc));
  return new Date(asIfUtc - offset);
}

function offsetAt(instant: number): number {
  const seen = parisParts(new Date(instant));
  return Date.UTC(seen.year, seen.month - 1, seen.day, seen.hour, seen.minute) - Math.floor(instant / 60_000) * 60_000;
}
