import { minutesPublished } from '@cohorte/meetings/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ToldCohort } from '../notifications.fixtures';

let told: ToldCohort;
let meetingId: string;
let spaceId: string;
let nora: { personId: string; email: string; name: string };

beforeAll(async () => {
  told = await ToldCohort.build(new Date('2026-01-05T08:00:00Z'));
  spaceId = told.place.cohortId;
  meetingId = await told.meetings.aMeeting(told.place.animator, spaceId, { title: 'Rencontre 2', audience: 'space', startsAt: '2026-01-20T13:00:00Z' });
});
afterAll(() => told?.close());

beforeEach(async () => {
  await told.emptied();
  nora = await told.member('Nora');
  told.app.actAs(await told.meetings.networks.actor(nora.personId));
});

type Preferences = { preferences: { topic: string; channel: string; wanted: boolean }[] };
const choose = (topic: string, channel: string, wanted: boolean) => told.app.request('PUT', '/api/notice-preferences', { topic, channel, wanted });
const minutes = async () => {
  await told.tell(minutesPublished, { meetingId, spaceId });
  await told.post();
};
const unread = async () => ((await told.app.request('GET', '/api/notices/unread')).body as { unread: number }).unread;
const lettersOf = (email: string) => told.letters(email);
const stoppingLink = async (email: string): Promise<URL> => {
  const [letter] = await lettersOf(email);
  return new URL((letter?.headers['List-Unsubscribe'] ?? '').replace(/^<|>$/g, ''));
};

describe('what a person wants to be told', () => {
  it('stops by mail and goes on by the bell, or the other way round', async () => {
    expect((await choose('minutes', 'mail', false)).status).toBe(200);
    await minutes();
    expect([await lettersOf(nora.email), await unread()]).toEqual([[], 1]);
    await choose('minutes', 'mail', true);
    await choose('minutes', 'bell', false);
    await minutes();
    expect([(await lettersOf(nora.email)).length, await unread()]).toEqual([1, 1]);
  });

  it('is asked when the letter leaves, not when it was decided', async () => {
    await told.tell(minutesPublished, { meetingId, spaceId });
    await told.hear();
    await choose('minutes', 'mail', false);
    await told.post();
    expect(await lettersOf(nora.email)).toEqual([]);
  });

  it('never stops offered places nor the receipts of withdrawals', async () => {
    expect(await choose('offers', 'mail', false)).toMatchObject({ status: 409, body: { code: 'notifications.cannot-stop' } });
    expect(await choose('withdrawals', 'mail', false)).toMatchObject({ status: 409 });
    expect((await choose('withdrawals', 'bell', false)).status).toBe(200);
    expect((await choose('nothing', 'mail', false)).status).toBe(400);
  });
});

describe('the link of a letter', () => {
  it('shows to GET, acts on POST only, and names too little of the address to learn it', async () => {
    await minutes();
    const link = await stoppingLink(nora.email);
    const token = link.pathname.split('/').at(-1);
    told.app.actAs(null);
    const seen = await told.app.request('GET', `/api/stopping/${token}`);
    expect(seen.body).toMatchObject({ address: 'm***@chu.example' });
    expect((seen.body as Preferences).preferences.every(({ wanted, channel }) => wanted && channel === 'mail')).toBe(true);
    const stopped = await told.app.request('POST', `/api/stopping/${token}`, { topic: 'minutes', wanted: false });
    expect((stopped.body as Preferences).preferences.filter(({ wanted }) => !wanted)).toMatchObject([{ topic: 'minutes' }]);
    await told.sql('DELETE FROM platform_mailbox');
    await minutes();
    expect(await lettersOf(nora.email)).toEqual([]);
    await told.app.request('POST', `/api/stopping/${token}`, { topic: 'minutes', wanted: true });
    await minutes();
    expect(await lettersOf(nora.email)).toHaveLength(1);
  });

  it.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'List-Unsubscribe=One-Click'],
    ['a form in parts', { 'content-type': 'multipart/form-data; boundary=b' }, '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'],
  ])('one press in a mail program that sends %s stops that kind', async (_what, headers, body) => {
    await minutes();
    const link = await stoppingLink(nora.email);
    const answer = await fetch(new URL(link.pathname + link.search, await told.app.address()), { method: 'POST', headers, body });
    expect(answer.status).toBe(200);
    await told.sql('DELETE FROM platform_mailbox');
    await minutes();
    expect(await lettersOf(nora.email)).toEqual([]);
    expect(((await told.app.request('GET', '/api/notice-preferences')).body as Preferences).preferences.filter(({ wanted }) => !wanted)).toMatchObject([{ topic: 'minutes', channel: 'mail' }]);
  });

  it('a guest without account stops too, and what they said holds once they have one', async () => {
    await told.register(meetingId, [{ email: 'Guest@Ailleurs.example', name: 'Gaël' }]);
    await minutes();
    const link = await stoppingLink('guest@ailleurs.example');
    await told.app.request('POST', `/api/stopping/${link.pathname.split('/').at(-1)}`, { topic: 'minutes', wanted: false });
    await told.sql('DELETE FROM platform_mailbox');
    await minutes();
    expect(await lettersOf('guest@ailleurs.example')).toEqual([]);
    const personId = await told.meetings.networks.aPerson('Gaël', 'guest@ailleurs.example');
    await told.meetings.networks.joins(personId, told.place.structureId, 'member');
    await minutes();
    expect(await lettersOf('guest@ailleurs.example')).toEqual([]);
  });

  it('that was never made opens nothing', async () => {
    expect(await told.app.request('GET', `/api/stopping/${'x'.repeat(43)}`)).toMatchObject({ status: 404, body: { code: 'notifications.link-unknown' } });
    expect((await told.app.request('POST', `/desinscription/${'x'.repeat(43)}?genre=minutes`)).status).toBe(404);
    expect((await told.app.request('GET', '/api/stopping/short')).status).toBe(404);
  });
});
