import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventBusyStatus, ICalEventRepeatingFreq, ICalEventStatus } from 'ical-generator';
import type { ICalCalendar, ICalEventData } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { zoneRules } from './zone-rules';

export const calendarMethods = ['REQUEST', 'CANCEL', 'PUBLISH'] as const;
/** `REQUEST`: an invitation or its update; `CANCEL`: it is withdrawn; `PUBLISH`: a feed or a file for oneself. */
export type CalendarMethod = (typeof calendarMethods)[number];

/** One stretch of presence; a training has one a day. */
export interface CalendarPart {
  readonly startsAt: Date;
  readonly minutes: number;
}

export interface CalendarContact {
  readonly name: string;
  readonly email: string;
}

/** An event as calendars need it: words are composed already, rights were asked already. */
export interface CalendarEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly changedAt: Date;
  readonly zone: string;
  /** In order; the first one gives the event its start. */
  readonly parts: readonly CalendarPart[];
  readonly allDay?: boolean;
  readonly title: string;
  readonly place: string;
  readonly description: string;
  readonly url: string;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  readonly attendee?: CalendarContact & { readonly answer: 'accepted' | 'tentative' | 'needs-action' };
}

export interface CalendarOptions {
  readonly method: CalendarMethod;
  /** The same in every letter: programs tie an update to its invitation by it. */
  readonly organizer: CalendarContact;
  /** Name of a feed. */
  readonly name?: string;
}

const statuses = { confirmed: ICalEventStatus.CONFIRMED, tentative: ICalEventStatus.TENTATIVE, cancelled: ICalEventStatus.CANCELLED } as const;
const answers = { accepted: ICalAttendeeStatus.ACCEPTED, tentative: ICalAttendeeStatus.TENTATIVE, 'needs-action': ICalAttendeeStatus.NEEDSACTION } as const;

/** Neither control characters nor quotation marks can be written in a parameter (RFC 5545, 3.2). */
const parameter = (text: string): string => text.replaceAll(/[\p{Cc}"]/gu, ' ').trim();
/** Line breaks stay: the writer escapes them; other control characters would break the file. */
const prose = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n]/gu, ' ');
const line = (text: string): string => prose(text).replaceAll('\n', ' ').trim();

const local = (at: Date, zone: string): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

/** Every start and end is written on the zone's clock, so that a program that ignores the zone's rules still reads the right hour at home. */
function hours(part: CalendarPart, zone: string): { start: Temporal.ZonedDateTime; end: Temporal.ZonedDateTime } {
  return { start: local(part.startsAt, zone), end: local(new Date(part.startsAt.getTime() + part.minutes * 60_000), zone) };
}

/** In the hour that clocks read twice, a local time means the first one: the second is written in UTC. */
const isSaidTwice = (at: Temporal.ZonedDateTime): boolean => at.toPlainDateTime().toZonedDateTime(at.timeZoneId).epochMilliseconds !== at.epochMilliseconds;

/** When the nth day of a repeated event would begin: same clock, another day. */
const onDay = (first: Temporal.ZonedDateTime, day: number): Temporal.ZonedDateTime => first.add({ days: day });

const dayOf = (part: CalendarPart, event: CalendarEvent): number =>
  local((event.parts[0] as CalendarPart).startsAt, event.zone).toPlainDate().until(local(part.startsAt, event.zone).toPlainDate()).days;

/**
 * Several days are one event repeated daily, less the days between, with the days that have other hours written apart under the same UID:
 * Outlook refuses `RDATE` without a rule and reads only the first of several unrelated events of a letter.
 */
function addEvent(calendar: ICalCalendar, event: CalendarEvent): void {
  const [first, ...others] = event.parts;
  if (!first) return;
  calendar.createEvent({ ...shared(event), ...times(first, event), ...repeating(event) });
  const opening = hours(first, event.zone).start;
  for (const part of others) {
    const planned = onDay(opening, dayOf(part, event));
    if (planned.epochMilliseconds === part.startsAt.getTime() && part.minutes === first.minutes) continue;
    calendar.createEvent({ ...shared(event), ...times(part, event), recurrenceId: planned });
  }
}

function repeating(event: CalendarEvent): Pick<ICalEventData, 'repeating'> {
  const last = event.parts.at(-1);
  if (event.parts.length < 2 || !last) return {};
  const held = new Set(event.parts.map((part) => dayOf(part, event)));
  const count = dayOf(last, event) + 1;
  const opening = hours(event.parts[0] as CalendarPart, event.zone).start;
  const exclude = Array.from({ length: count }, (_, day) => day).filter((day) => !held.has(day)).map((day) => onDay(opening, day));
  return { repeating: { freq: ICalEventRepeatingFreq.DAILY, count, ...(exclude.length > 0 ? { exclude } : {}) } };
}

function times(part: CalendarPart, event: CalendarEvent): Pick<ICalEventData, 'start' | 'end' | 'timezone' | 'allDay'> & Required<Pick<ICalEventData, 'start'>> {
  const { start, end } = hours(part, event.zone);
  if (!event.allDay && isSaidTwice(start)) return { start: part.startsAt, end: new Date(part.startsAt.getTime() + part.minutes * 60_000) };
  if (!event.allDay) return { start, end, timezone: event.zone };
  // The day after the last one: the end of an all-day event is excluded.
  const days = Math.max(1, Math.ceil(part.minutes / (24 * 60)));
  const day = start.toPlainDate();
  return { start: new Date(`${day.toString()}T00:00:00Z`), end: new Date(`${day.add({ days }).toString()}T00:00:00Z`), allDay: true };
}

function shared(event: CalendarEvent): Omit<ICalEventData, 'start'> {
  const { attendee, status } = event;
  return {
    id: event.uid, sequence: event.sequence, stamp: event.changedAt, lastModified: event.changedAt,
    summary: line(event.title), location: line(event.place) || null, description: { plain: prose(event.description) }, url: event.url,
    status: statuses[status], busystatus: status === 'confirmed' ? ICalEventBusyStatus.BUSY : status === 'tentative' ? ICalEventBusyStatus.TENTATIVE : ICalEventBusyStatus.FREE,
    attendees: attendee ? [{ name: parameter(attendee.name), email: parameter(attendee.email), role: ICalAttendeeRole.REQ, status: answers[attendee.answer], rsvp: false }] : [],
  };
}

/** An iCalendar file (RFC 5545): CRLF, lines folded at 75 octets, the rules of every zone it names. */
export function calendarFile(events: readonly CalendarEvent[], options: CalendarOptions): string {
  const years = new Map<string, number>();
  for (const { zone, parts, allDay } of events) {
    const [first] = parts;
    if (first && !allDay) years.set(zone, Math.max(years.get(zone) ?? 0, local(first.startsAt, zone).year));
  }
  const calendar = ical({
    prodId: { company: 'Cohorte', product: 'Cohorte', language: 'FR' },
    method: ICalCalendarMethod[options.method],
    // No zone of its own: stamps stay in UTC, as they must.
    timezone: { name: null, generator: (zone) => zoneRules(zone, years.get(zone) ?? 2026) },
    ...(options.name ? { name: line(options.name) } : {}),
  });
  for (const event of events) addEvent(calendar, event);
  const organizer = { name: parameter(options.organizer.name), email: parameter(options.organizer.email) };
  for (const event of calendar.events()) event.organizer(organizer);
  return `${calendar.toString()}\r\n`;
}
