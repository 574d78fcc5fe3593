import { visitor } from '@cohorte/platform/contract';
import { newId } from '@cohorte/platform/server';
import { asGuest, RegistrationFixtures } from '../registration/registration.fixtures';
import { type EventRequest, MeetingCalendar } from './meeting-calendar';

let given: RegistrationFixtures;

beforeAll(async () => {
  given = await RegistrationFixtures.start();
});
afterAll(() => given?.close());

const uidIn = (text: string): string | undefined => /^UID:(.+)$/m.exec(text.replaceAll('\r\n ', '').replaceAll('\r', ''))?.[1];
const fetched = async (path: string): Promise<string | undefined> => uidIn(await (await fetch(new URL(path, await given.app.address()))).text());
const mailed = (meetingId: string, request: Omit<EventRequest, 'method'>): Promise<string | undefined> =>
  given.networks.asSystem(async (tx) => uidIn(await given.app.get(MeetingCalendar).eventFor(tx, meetingId, { method: 'REQUEST', ...request })));

describe('a registration', () => {
  it('puts one event in a calendar, by letter, by personal link and by the page alike', async () => {
    const meetingId = await given.aMeeting();
    const told = (registrationId: string, attendee: { name: string; email: string }): Promise<string | undefined> => mailed(meetingId, { attendee, registrationId });
    const { token, registrations: [guest] } = await given.register(visitor, meetingId, asGuest('Odile'));
    const byLetter = await told(guest?.registrationId ?? '', { name: 'Odile', email: 'odile@mairie.example' });
    expect(byLetter).toMatch(/^[0-9a-f-]+@/);
    expect(await fetched(`/api/registrations/${token}/calendar.ics`)).toBe(byLetter);
    const member = await given.member(await given.networks.aStructure(given.networkId, { name: 'CHU' }));
    const { registrations: [own] } = await given.register(member, meetingId);
    given.app.actAs(member);
    const byPage = await fetched(`/api/meetings/${meetingId}/calendar.ics`);
    given.app.actAs(null);
    expect(byPage).toBe(await told(own?.registrationId ?? '', { name: 'Membre', email: 'membre@chu.example' }));
    expect((await fetch(new URL(`/api/registrations/${'x'.repeat(43)}/calendar.ics`, await given.app.address()))).status).toBe(404);
  });

  it('takes up the event its holder was told before they asked for a place, in letters, on the page and in the private feed', async () => {
    const meetingId = await given.aMeeting();
    const member = await given.member(await given.networks.aStructure(given.networkId, { name: `CHU ${newId()}` }));
    const attendee = { name: 'Membre', email: 'membre@chu.example' };
    const before = await mailed(meetingId, { attendee, personId: member.personId });
    const { registrations: [own] } = await given.register(member, meetingId);
    given.app.actAs(member);
    const { body } = await given.app.request('POST', '/api/me/calendar-feed');
    expect([
      await mailed(meetingId, { attendee, personId: member.personId, registrationId: own?.registrationId ?? '' }), await fetched(`/api/meetings/${meetingId}/calendar.ics`), await fetched(new URL((body as { url: string }).url).pathname),
    ]).toEqual([before, before, before]);
  });

  it('made before its holder had an account keeps its event once it is theirs', async () => {
    const meetingId = await given.aMeeting();
    const { registrations: [guest] } = await given.register(visitor, meetingId, asGuest('Odile'));
    const attendee = { name: 'Odile', email: 'odile@mairie.example' };
    const before = await mailed(meetingId, { attendee, registrationId: guest?.registrationId ?? '' });
    const member = await given.member(await given.networks.aStructure(given.networkId, { name: `CHU ${newId()}` }));
    await given.rows('UPDATE meetings_registration SET person_id = $2, email = NULL, name = NULL, name_key = NULL WHERE id = $1', [guest?.registrationId, member.personId]);
    expect(await mailed(meetingId, { attendee, personId: member.personId })).toBe(before);
  });
});
