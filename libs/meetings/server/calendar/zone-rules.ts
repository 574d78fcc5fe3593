import { Temporal } from 'temporal-polyfill';

/** A change of clocks: the offsets before and after, and when the clocks of before read it. */
interface ClockChange {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly at: Temporal.PlainDateTime;
}

/** Rules are written as if they had always held: programs that know two rules a zone (Outlook) then read every event right. */
const firstYear = 1970;
const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const nanosecondsAMinute = 60_000_000_000;

const two = (count: number): string => String(count).padStart(2, '0');

/** −240 → `-0400`, 330 → `+0530`. */
function offsetWords(minutes: number): string {
  const absolute = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(absolute / 60))}${two(absolute % 60)}`;
}

const stampWords = (at: Temporal.PlainDateTime): string => `${at.toPlainDate().toString().replaceAll('-', '')}T${two(at.hour)}${two(at.minute)}00`;

/** «CEST» where the zone has a name of its own, «+04» elsewhere. */
function zoneName(at: Temporal.ZonedDateTime): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: at.timeZoneId, timeZoneName: 'short' }).formatToParts(new Date(at.epochMilliseconds));
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  return /^[A-Z]{3,5}$/.test(name) && name !== 'GMT' ? name : offsetWords(at.offsetNanoseconds / nanosecondsAMinute).replace(/00$/, '');
}

/** The changes of clocks in the twelve months that follow the start of a year. */
function changesOf(zone: string, year: number): ClockChange[] {
  const found: ClockChange[] = [];
  let at = Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(zone).getTimeZoneTransition('next');
  for (; at && at.year === year && found.length < 4; at = at.getTimeZoneTransition('next')) {
    const from = at.subtract({ seconds: 1 }).offsetNanoseconds / nanosecondsAMinute;
    const to = at.offsetNanoseconds / nanosecondsAMinute;
    found.push({ from, to, name: zoneName(at), at: at.toInstant().toZonedDateTimeISO('UTC').toPlainDateTime().add({ minutes: from }) });
  }
  return found;
}

/** `BYDAY` of a day: its rank in the month, or −1 for the last of its name. */
function rank(at: Temporal.PlainDateTime): number {
  return at.day + 7 > at.daysInMonth ? -1 : Math.ceil(at.day / 7);
}

/** The same day of the rule (second Sunday, last Sunday…) in the first year. */
function firstTime(at: Temporal.PlainDateTime): Temporal.PlainDateTime {
  const month = at.with({ year: firstYear, day: 1 });
  const toDay = (at.dayOfWeek - month.dayOfWeek + 7) % 7;
  const first = month.add({ days: toDay });
  if (rank(at) !== -1) return first.add({ weeks: rank(at) - 1 });
  const fifth = first.add({ weeks: 4 });
  return fifth.month === at.month ? fifth : first.add({ weeks: 3 });
}

function observance(change: ClockChange): string[] {
  const kind = change.to > change.from ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${stampWords(firstTime(change.at))}`,
    `RRULE:FREQ=YEARLY;BYMONTH=${change.at.month};BYDAY=${rank(change.at)}${days[change.at.dayOfWeek - 1] ?? 'SU'}`,
    `TZOFFSETFROM:${offsetWords(change.from)}`,
    `TZOFFSETTO:${offsetWords(change.to)}`,
    `TZNAME:${change.name}`,
    `END:${kind}`,
  ];
}

function steady(zone: string, year: number): string[] {
  const at = Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(zone);
  const offset = offsetWords(at.offsetNanoseconds / nanosecondsAMinute);
  return ['BEGIN:STANDARD', `DTSTART:${firstYear}0101T000000`, `TZOFFSETFROM:${offset}`, `TZOFFSETTO:${offset}`, `TZNAME:${zoneName(at)}`, 'END:STANDARD'];
}

/** The `VTIMEZONE` of a zone as its clocks go in a given year, from the IANA base of the runtime. */
export function zoneRules(zone: string, year: number): string {
  const changes = changesOf(zone, year);
  const rules = changes.length === 2 ? changes.flatMap(observance) : steady(zone, year);
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, `X-LIC-LOCATION:${zone}`, ...rules, 'END:VTIMEZONE'].join('\r\n');
}
