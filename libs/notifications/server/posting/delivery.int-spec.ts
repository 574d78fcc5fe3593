import { minutesPublished } from '@cohorte/meetings/server';
import { SmtpSink } from '@cohorte/platform/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Notice } from '../../contract';
import { ToldCohort } from '../notifications.fixtures';

let sink: SmtpSink;
let told: ToldCohort;
let meetingId: string;
let spaceId: string;

beforeAll(async () => {
  sink = await SmtpSink.open();
  told = await ToldCohort.build(new Date('2026-01-05T08:00:00Z'), { smtpUrl: sink.url });
  spaceId = told.place.cohortId;
});
afterAll(async () => {
  await told?.close();
  await sink?.close();
});

beforeEach(async () => {
  sink.answer = () => 250;
  told.clock.set(new Date('2026-01-05T08:00:00Z'));
  meetingId = await told.meetings.aMeeting(told.place.animator, spaceId, { title: 'Rencontre 2', audience: 'space', startsAt: '2026-01-20T13:00:00Z' });
  await told.post();
});

const to = (email: string) => sink.received.map((mail, index) => ({ mail, index })).filter(({ mail }) => mail.to.includes(email));
const minutes = () => told.tell(minutesPublished, { meetingId, spaceId });
const state = async (personId: string) => (await told.sql<{ mail: string; why: string | null; attempts: number }>('SELECT mail, why, attempts FROM notifications_notice WHERE person_id = $1 AND about_id = $2', [personId, meetingId]))[0];

describe('a mail server that refuses', () => {
  it('for now is asked again later and later, with the same Message-ID', async () => {
    const nora = await told.member('Nora');
    sink.answer = (address) => (address === nora.email ? 451 : 250);
    await minutes();
    await told.post();
    expect(await state(nora.personId)).toMatchObject({ mail: 'waiting', attempts: 1 });
    await told.post();
    expect(await state(nora.personId)).toMatchObject({ attempts: 1 });
    told.later(60_000);
    await told.post();
    expect(await state(nora.personId)).toMatchObject({ attempts: 2 });
    sink.answer = () => 250;
    told.later(120_000);
    await told.post();
    const [only, ...more] = to(nora.email);
    expect([await state(nora.personId), more]).toMatchObject([{ mail: 'sent' }, []]);
    const [notice] = await told.sql<{ id: string }>('SELECT id FROM notifications_notice WHERE person_id = $1', [nora.personId]);
    expect((await sink.read(only?.index ?? -1)).messageId).toBe(`<notice-${notice?.id}@cohorte>`);
  });

  it('for good is believed at once; those who run the meeting see which address, once', async () => {
    const nora = await told.member('Nora');
    sink.answer = (address) => (address === nora.email ? 550 : 250);
    await minutes();
    await told.post();
    await minutes();
    await told.post();
    await told.post();
    expect(await state(nora.personId)).toMatchObject({ mail: 'failed', why: 'address', attempts: 0 });
    told.app.actAs(told.place.animator);
    const { notices } = (await told.app.request('GET', '/api/notices?topic=organising')).body as { notices: Notice[] };
    expect(notices.filter(({ aboutId }) => aboutId === meetingId)).toMatchObject([{ kind: 'undelivered', address: nora.email, title: 'Rencontre 2' }]);
    expect(await told.sql('SELECT address FROM notifications_undelivered WHERE address = $1', [nora.email])).toHaveLength(1);
  });

  it('for good, of a place offered, leaves an hour before the next one has it; a passing refusal leaves all the time', async () => {
    const [anne, bruno] = [await told.member('Anne'), await told.member('Bruno')];
    const until = async (personId: string) => (await told.sql<{ until: Date }>('SELECT offer_until AS until FROM meetings_registration WHERE meeting_id = $1 AND person_id = $2', [meetingId, personId]))[0]?.until.getTime() ?? 0;
    await told.register(meetingId, [anne, bruno]);
    await told.sql(`UPDATE meetings_seats SET policy = policy || '{"places": 1, "promotion": "offer"}' WHERE meeting_id = $1`, [meetingId]);
    await told.sql(`UPDATE meetings_registration SET status = 'waiting' WHERE meeting_id = $1 AND person_id = $2`, [meetingId, bruno.personId]);
    await told.post();
    const [held] = await told.sql<{ id: string }>('SELECT id FROM meetings_registration WHERE meeting_id = $1 AND person_id = $2', [meetingId, anne.personId]);
    told.app.actAs(await told.meetings.networks.actor(anne.personId));
    await told.app.request('POST', `/api/registrations/${held?.id}/acts`, { act: 'cancel' });
    const given = await until(bruno.personId);
    sink.answer = (address) => (address === bruno.email ? 451 : 250);
    await told.post();
    expect(await until(bruno.personId)).toBe(given);
    sink.answer = (address) => (address === bruno.email ? 550 : 250);
    told.later(120_000);
    await told.post();
    expect(await until(bruno.personId)).toBe(told.clock.now().getTime() + 3_600_000);
  });

  it('after three days the letter is given up, and the bell had rung on the first', async () => {
    const nora = await told.member('Nora');
    sink.answer = (address) => (address === nora.email ? 451 : 250);
    await minutes();
    await told.post();
    told.app.actAs(await told.meetings.networks.actor(nora.personId));
    expect((await told.app.request('GET', '/api/notices/unread')).body).toEqual({ unread: 1 });
    told.later(3 * 86_400_000 + 1);
    await told.post();
    expect(await state(nora.personId)).toMatchObject({ mail: 'failed', why: 'gave-up' });
  });
});

describe('a mail server that does not answer at all', () => {
  it('keeps every letter waiting, counts no attempt, and lets the bell ring', async () => {
    const [nora, paul] = [await told.member('Nora'), await told.member('Paul')];
    await minutes();
    await told.hear();
    await sink.close();
    await told.post();
    for (const { personId } of [nora, paul]) {
      expect(await state(personId)).toMatchObject({ mail: 'waiting', attempts: 0 });
      told.app.actAs(await told.meetings.networks.actor(personId));
      expect((await told.app.request('GET', '/api/notices/unread')).body).toEqual({ unread: 1 });
    }
  });
});
