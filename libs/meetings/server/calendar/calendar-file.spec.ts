import ICAL from 'ical.js';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendarFile, type CalendarEvent, type CalendarMethod } from './calendar-file';

const organizer = { name: 'Cohorte', email: 'ne-pas-repondre@cohorte.example' };
const at = (iso: string, minutes = 120) => ({ startsAt: new Date(iso), minutes });
const sophie = { name: 'Sophie Martin', email: 's.martin@chu.example', answer: 'accepted' } as const;

const anEvent = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: '0199a0c4-7d1e-7000-8000-000000000002-3f9a1c@cohorte.example', sequence: 1, changedAt: new Date('2026-03-01T08:00:00Z'), zone: 'Europe/Paris', parts: [at('2026-03-19T13:00:00Z')],
  title: 'Rencontre n° 2 : objectifs, indicateurs ; premiers chiffres', place: 'https://visio.example/cohorte-rencontre-2',
  description: 'Rejoindre : https://visio.example/cohorte-rencontre-2\nPage de la rencontre : https://cohorte.example/rencontres/2\n\nTemps 1, plénière ; Temps 2, groupes (C:\\partage).',
  url: 'https://cohorte.example/rencontres/2', status: 'confirmed', attendee: sophie, ...more,
});

/** Each case has its file, read as it leaves; `GOLDEN=write` writes them anew, to be looked at before they are kept. */
const cases: [string, CalendarMethod, CalendarEvent[]][] = [
  ['invitation', 'REQUEST', [anEvent()]],
  ['update', 'REQUEST', [anEvent({ sequence: 2, parts: [at('2026-03-26T13:00:00Z')] })]],
  ['cancellation', 'CANCEL', [anEvent({ sequence: 3, status: 'cancelled' })]],
  ['moved-into-summer', 'REQUEST', [anEvent({ sequence: 2, parts: [at('2026-03-30T12:00:00Z')] })]],
  ['moved-into-winter', 'REQUEST', [anEvent({ sequence: 2, parts: [at('2026-10-26T13:00:00Z')] })]],
  ['over-the-hour-lost', 'REQUEST', [anEvent({ parts: [at('2026-03-29T00:30:00Z')] })]],
  ['over-the-hour-twice', 'REQUEST', [anEvent({ parts: [at('2026-10-24T23:30:00Z', 180)] })]],
  ['in-the-hour-twice', 'REQUEST', [anEvent({ parts: [at('2026-10-25T01:30:00Z', 60)] })]],
  ['reunion', 'REQUEST', [anEvent({ zone: 'Indian/Reunion', parts: [at('2026-03-30T06:00:00Z')] })]],
  ['martinique', 'REQUEST', [anEvent({ zone: 'America/Martinique', parts: [at('2026-03-30T13:00:00Z')] })]],
  ['noumea', 'REQUEST', [anEvent({ zone: 'Pacific/Noumea', parts: [at('2026-03-29T22:00:00Z')] })]],
  ['miquelon', 'REQUEST', [anEvent({ zone: 'America/Miquelon', parts: [at('2026-11-02T13:00:00Z')] })]],
  ['all-day', 'REQUEST', [anEvent({ allDay: true, parts: [at('2026-03-28T23:00:00Z', 24 * 60)] })]],
  ['several-days', 'REQUEST', [anEvent({ parts: [at('2026-03-26T08:00:00Z', 420), at('2026-03-27T08:00:00Z', 420), at('2026-03-30T07:30:00Z', 180)] })]],
  ['feed', 'PUBLISH', [anEvent({ attendee: undefined }), anEvent({ uid: 'poll-1@cohorte.example', status: 'tentative', attendee: undefined, parts: [at('2026-04-09T12:00:00Z')] })]],
];

const golden = (name: string): string => join(import.meta.dirname, 'golden', `${name}.ics`);
const fileOf = (name: string): string => {
  const [, method, events] = cases.find(([known]) => known === name) ?? cases[0]!;
  return calendarFile(events, { method, organizer, ...(method === 'PUBLISH' ? { name: 'Cohorte' } : {}) });
};
const parsed = (name: string): ICAL.Event[] => {
  const calendar = new ICAL.Component(ICAL.parse(fileOf(name)) as string);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
};
/** What ical.js makes of a time with the rules written in the file itself, and nothing else. */
const instant = (time: ICAL.Time): string => new Date(time.toUnixTime() * 1000).toISOString();

beforeEach(() => ICAL.TimezoneService.reset());

describe.each(cases)('%s', (name, method, events) => {
  it('leaves as the file that was looked at', () => {
    if (process.env['GOLDEN'] === 'write') writeFileSync(golden(name), fileOf(name));
    expect(existsSync(golden(name))).toBe(true);
    expect(fileOf(name)).toBe(readFileSync(golden(name), 'utf8'));
  });

  it('keeps to the rules of the format: CRLF, 75 octets a line, one organiser, nobody but the reader', () => {
    const text = fileOf(name);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split('\r\n').map((written) => Buffer.byteLength(written)))).toBeLessThanOrEqual(75);
    expect(text).toContain(`METHOD:${method}\r\n`);
    const attendees = text.replaceAll('\r\n ', '').match(/^ATTENDEE/gm) ?? [];
    expect(attendees).toHaveLength(text.match(/BEGIN:VEVENT/g)!.length * (events[0]!.attendee ? 1 : 0));
  });

  it('is read back by another parser as it was meant', () => {
    const [read] = parsed(name);
    const meant = events[0]!;
    expect([read!.uid, read!.sequence, read!.summary, read!.description, read!.location]).toEqual([meant.uid, meant.sequence, meant.title, meant.description, meant.place]);
    expect(read!.organizer).toBe('mailto:ne-pas-repondre@cohorte.example');
    if (meant.allDay) return;
    const { startsAt, minutes } = meant.parts[0]!;
    expect([instant(read!.startDate), instant(read!.endDate)]).toEqual([startsAt.toISOString(), new Date(startsAt.getTime() + minutes * 60_000).toISOString()]);
  });
});

describe('what programs need to see one event', () => {
  it('an update and a cancellation keep the UID and the organiser and raise the sequence', () => {
    const [invitation, update, cancellation] = ['invitation', 'update', 'cancellation'].map((name) => parsed(name)[0]!);
    expect(new Set([invitation, update, cancellation].map((event) => `${event!.uid} ${event!.organizer}`)).size).toBe(1);
    expect([invitation, update, cancellation].map((event) => event!.sequence)).toEqual([1, 2, 3]);
    expect(cancellation!.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('an all-day event has days and no hours, and ends the day after', () => {
    const [event] = parsed('all-day');
    expect([event!.startDate.isDate, event!.startDate.toString(), event!.endDate.toString()]).toEqual([true, '2026-03-29', '2026-03-30']);
  });

  it('a training of several days is one event: the days that meet, with their own hours, over a change of clocks too', () => {
    const [training, exception] = parsed('several-days');
    training!.relateException(exception!);
    const days = training!.iterator();
    const starts: string[] = [];
    for (let day = days.next(); day; day = days.next()) starts.push(instant(training!.getOccurrenceDetails(day).startDate));
    expect(starts).toEqual(['2026-03-26T08:00:00.000Z', '2026-03-27T08:00:00.000Z', '2026-03-30T07:30:00.000Z']);
  });

  it('lets nobody smuggle a line or a guest in through a name or a title', () => {
    const text = calendarFile([anEvent({ title: 'Atelier\r\nATTENDEE:mailto:x@y.fr', attendee: { ...sophie, name: 'A"\r\nX-EVIL:1;B' } })], { method: 'REQUEST', organizer });
    expect(text).not.toMatch(/^X-EVIL|^ATTENDEE:mailto/m);
    expect(new ICAL.Component(ICAL.parse(text) as string).getFirstSubcomponent('vevent')!.getAllProperties('attendee')).toHaveLength(1);
  });
});
