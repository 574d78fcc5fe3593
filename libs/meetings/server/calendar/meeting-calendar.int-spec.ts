import { NetworksFixtures } from '@cohorte/networks/server';
import { systemActor } from '@cohorte/platform/contract';
import { createTestApp, Database, FixedClock, type TestApp, type Tx } from '@cohorte/platform/server';
import ICAL from 'ical.js';
import { MeetingService } from '../meeting/meeting.service';
import { MeetingsModule } from '../meetings.module';
import { MeetingSeats } from '../registration/meeting-seats';
import { type EventRequest, MeetingCalendar } from './meeting-calendar';

const clock = new FixedClock(new Date('2026-03-01T08:00:00Z'));
const sophie = { name: 'Sophie Martin', email: 's.martin@chu.example' };
let app: TestApp;
let given: NetworksFixtures;
let networkId: string;
let animatorId: string;

beforeAll(async () => {
  app = await createTestApp({ imports: [MeetingsModule], actor: null, clock });
  given = new NetworksFixtures(app);
  networkId = await given.aNetwork();
  animatorId = await given.someone('animator', networkId);
});
afterAll(() => app?.close());

const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => app.get(Database).transaction(systemActor('notifications'), work);

async function aMeeting(startsAt: string | null): Promise<string> {
  const cohort = await given.aCohort(networkId);
  const planned = { title: 'Rencontre n° 2', objective: 'Écrire ensemble', format: 'video' as const, minutes: 120, startsAt: startsAt ? new Date(startsAt) : null, dateByPoll: false };
  return inside(async (tx) => (await app.get(MeetingService).planSeries(tx, { spaceId: cohort, networkId }, [planned]))[0] as string);
}

async function eventOf(meetingId: string, request: EventRequest): Promise<{ event: ICAL.Event; text: string }> {
  const text = await inside((tx) => app.get(MeetingCalendar).eventFor(tx, meetingId, request));
  return { text, event: new ICAL.Event(new ICAL.Component(ICAL.parse(text) as string).getFirstSubcomponent('vevent')!) };
}

async function move(meetingId: string, startsAt: string | null): Promise<void> {
  const animator = await given.actor(await given.someone('animator', networkId));
  const [row] = await inside((tx) => tx.query<{ version: number }[]>('SELECT version FROM meetings_meeting WHERE id = $1', [meetingId]));
  await app.get(MeetingService).schedule(animator, { meetingId, startsAt, version: row!.version });
}

describe('a meeting in the calendars of its people', () => {
  it('moved over the change of clocks it stays one event, at the hour Paris reads, with a higher sequence', async () => {
    const meetingId = await aMeeting('2026-03-19T13:00:00Z');
    const before = await eventOf(meetingId, { method: 'REQUEST', attendee: sophie });
    await move(meetingId, '2026-03-30T12:00:00Z');
    const after = await eventOf(meetingId, { method: 'REQUEST', attendee: sophie });
    expect(after.event.uid).toBe(before.event.uid);
    expect(after.event.sequence).toBeGreaterThan(before.event.sequence);
    expect([before.event.startDate.toString(), after.event.startDate.toString()]).toEqual(['2026-03-19T14:00:00', '2026-03-30T14:00:00']);
  });

  it('whose date was taken away can still be withdrawn from calendars, at the date they hold', async () => {
    const meetingId = await aMeeting('2026-10-22T12:00:00Z');
    const told = await eventOf(meetingId, { method: 'REQUEST', attendee: sophie });
    await move(meetingId, null);
    const { event, text } = await eventOf(meetingId, { method: 'CANCEL', attendee: sophie });
    expect(text).toContain('METHOD:CANCEL');
    expect([event.uid, event.startDate.toString(), event.component.getFirstPropertyValue('status')]).toEqual([told.event.uid, told.event.startDate.toString(), 'CANCELLED']);
    expect(event.sequence).toBeGreaterThan(told.event.sequence);
    await expect(eventOf(meetingId, { method: 'REQUEST', attendee: sophie })).rejects.toMatchObject({ code: 'meetings.not-dated' });
  });

  it('someone who withdrew and comes back receives the newer invitation of the same event, also once they have an account', async () => {
    const meetingId = await aMeeting('2026-10-22T12:00:00Z');
    await inside((tx) => app.get(MeetingSeats).invite(tx, meetingId, [{ personId: null, structureId: null, ...sophie }], { by: animatorId }));
    const registrationId = (await inside((tx) => app.get(MeetingSeats).standingsOf(tx, meetingId)))[0]!.registrationId;
    const first = await eventOf(meetingId, { method: 'REQUEST', attendee: sophie, registrationId });
    await inside((tx) => tx.query('UPDATE meetings_registration SET changes = changes + 2 WHERE id = $1', [registrationId]));
    const again = await eventOf(meetingId, { method: 'REQUEST', attendee: { ...sophie, name: 'Sophie Martin-Duval' }, registrationId });
    expect(again.event.uid).toBe(first.event.uid);
    expect(again.event.sequence).toBe(first.event.sequence + 2);
  });

  it('two people of one mailbox have two events', async () => {
    const meetingId = await aMeeting('2026-10-22T12:00:00Z');
    const [one, other] = [await eventOf(meetingId, { method: 'REQUEST', attendee: sophie }), await eventOf(meetingId, { method: 'REQUEST', attendee: { ...sophie, name: 'Karim Benali' } })];
    expect(other.event.uid).not.toBe(one.event.uid);
  });

  it('names the reader and nobody else', async () => {
    const { text } = await eventOf(await aMeeting('2026-10-22T12:00:00Z'), { method: 'REQUEST', attendee: sophie });
    expect(text.replaceAll('\r\n ', '').match(/^ATTENDEE.*$/gm)).toEqual([expect.stringContaining('s.martin@chu.example')]);
    const { text: open } = await eventOf(await aMeeting('2026-10-22T12:00:00Z'), { method: 'PUBLISH' });
    expect(open).not.toContain('ATTENDEE');
  });
});
