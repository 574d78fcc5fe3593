import { visitor } from '@cohorte/platform/contract';
import { asGuest, RegistrationFixtures } from '../registration/registration.fixtures';
import { MeetingCalendar } from './meeting-calendar';

let given: RegistrationFixtures;

beforeAll(async () => {
  given = await RegistrationFixtures.start();
});
afterAll(() => given?.close());

describe('a registration', () => {
  it('puts one event in a calendar, by letter, by personal link and by the page alike', async () => {
    const meetingId = await given.aMeeting();
    const uidIn = (text: string): string | undefined => /^UID:(.+)$/m.exec(text.replaceAll('\r\n ', '').replaceAll('\r', ''))?.[1];
    const fetched = async (path: string): Promise<string | undefined> => uidIn(await (await fetch(new URL(path, await given.app.address()))).text());
    const told = (registrationId: string, attendee: { name: string; email: string }): Promise<string | undefined> =>
      given.networks.asSystem(async (tx) => uidIn(await given.app.get(MeetingCalendar).eventFor(tx, meetingId, { method: 'REQUEST', attendee, registrationId })));
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
});
