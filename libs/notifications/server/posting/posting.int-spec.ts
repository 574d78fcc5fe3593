import { meetingCancelled, meetingDated, minutesPublished, replayPublished } from '@cohorte/meetings/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RemindersSweep } from '../listening/reminders.sweep';
import { ToldCohort } from '../notifications.fixtures';
import { LetterPost } from './letter-post';

const start = '2026-01-20T13:00:00.000Z';
let told: ToldCohort;
let meetingId: string;
let spaceId: string;

beforeAll(async () => {
  told = await ToldCohort.build(new Date('2026-01-05T08:00:00Z'));
  spaceId = told.place.cohortId;
});
afterAll(() => told?.close());

beforeEach(async () => {
  told.clock.set(new Date('2026-01-05T08:00:00Z'));
  meetingId = await told.meetings.aMeeting(told.place.animator, spaceId, { title: 'Rencontre 2', audience: 'space', startsAt: start, visioUrl: 'https://visio.example/r2' });
  await told.emptied();
});

const minutes = () => told.tell(minutesPublished, { meetingId, spaceId });
const mailOf = async ({ email }: { email: string }) => (await told.letters(email)).map(({ subject }) => subject);
const why = async (personId: string) => (await told.sql<{ why: string | null }>('SELECT why FROM notifications_notice WHERE person_id = $1 AND about_id = $2 ORDER BY id', [personId, meetingId])).map((row) => row.why);

describe('a letter leaves', () => {
  it('once to each person, however often the fact is delivered and the post goes', async () => {
    const nora = await told.member('Nora');
    await minutes();
    await told.post();
    await told.sql('DELETE FROM platform_outbox_receipt');
    await told.sql(`UPDATE platform_outbox SET delivered_at = NULL, next_attempt_at = now() WHERE name = 'meetings.minutes-published'`);
    await told.post();
    await told.post();
    expect(await mailOf(nora)).toEqual(['Compte rendu : Rencontre 2']);
    const all = await told.letters();
    expect(new Set(all.map(({ messageId }) => messageId)).size).toBe(all.length);
  });

  it('from whichever of several workers comes first, and from one only', async () => {
    const people = await Promise.all([1, 2, 3, 4].map((n) => told.member(`Équipe ${n}`)));
    await minutes();
    await told.post();
    await told.sql(`UPDATE notifications_notice SET mail = 'waiting', settled_at = NULL, letter_id = NULL WHERE about_id = $1`, [meetingId]);
    await told.sql('DELETE FROM platform_mailbox');
    const dealt = await Promise.all([1, 2, 3].map(() => told.app.get(LetterPost).sendDue()));
    expect(dealt.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(people.length);
    for (const person of people) expect(await mailOf(person)).toHaveLength(1);
  });

  it('in the language of the reader, with a Message-ID made of the notice', async () => {
    const { personId, email } = await told.member('Ada');
    await told.sql(`UPDATE identity_person SET language = 'en' WHERE id = $1`, [personId]);
    await minutes();
    await told.post();
    const [letter] = await told.letters(email);
    const [notice] = await told.sql<{ id: string }>(`SELECT id FROM notifications_notice WHERE person_id = $1 AND kind = 'minutes'`, [personId]);
    expect(letter).toMatchObject({ subject: 'Minutes: Rencontre 2', messageId: `notice-${notice?.id}` });
    expect(letter?.text).toContain(`/rencontres/${meetingId}`);
  });
});

describe('rights and standing are asked when it leaves', () => {
  it('someone who left the cohort meanwhile gets nothing, by mail nor by bell', async () => {
    const paul = await told.member('Paul');
    await minutes();
    await told.hear();
    await told.leaves(paul.personId);
    await told.post();
    expect(await mailOf(paul)).toEqual([]);
    expect(await why(paul.personId)).toEqual(['no-right']);
    expect(await told.sql('SELECT 1 FROM notifications_notice WHERE person_id = $1 AND shown_at IS NOT NULL', [paul.personId])).toEqual([]);
  });

  it('someone who left the cohort keeps no letter about the place they held there', async () => {
    const lea = await told.member('Léa');
    await told.register(meetingId, [lea]);
    await told.sql(`UPDATE meetings_registration SET cause = 'poll' WHERE person_id = $1`, [lea.personId]);
    await told.leaves(lea.personId);
    await told.post();
    expect(await mailOf(lea)).toEqual([]);
  });

  it('someone erased meanwhile gets nothing', async () => {
    const zoe = await told.member('Zoé');
    await minutes();
    await told.hear();
    await told.sql('UPDATE identity_person SET name = NULL, email = NULL, erased_at = now() WHERE id = $1', [zoe.personId]);
    await told.post();
    expect(await why(zoe.personId)).toEqual(['gone']);
  });

  it('a registration cancelled meanwhile gets no reminder', async () => {
    const [nora, paul] = [await told.member(), await told.member()];
    await told.register(meetingId, [nora, paul]);
    await told.emptied();
    told.clock.set(new Date('2026-01-19T08:00:30Z'));
    await told.app.get(RemindersSweep).sweep();
    await told.sql(`UPDATE meetings_registration SET status = 'cancelled', cause = 'own' WHERE person_id = $1`, [paul.personId]);
    await told.post();
    expect(await mailOf(nora)).toEqual([expect.stringMatching(/^Demain : Rencontre 2/)]);
    expect(await mailOf(paul)).toEqual([]);
  });
});

describe('reminders', () => {
  const sweepAt = async (instant: string) => {
    told.clock.set(new Date(instant));
    await told.app.get(RemindersSweep).sweep();
    await told.app.get(RemindersSweep).sweep();
    await told.post();
  };

  it('leave a week, a day and an hour before, once each, with how to join and the calendar', async () => {
    const nora = await told.member('Nora');
    await told.register(meetingId, [nora]);
    await told.emptied();
    for (const at of ['2026-01-13T07:59:00Z', '2026-01-13T08:00:30Z', '2026-01-13T09:00:00Z', '2026-01-19T08:01:00Z', '2026-01-20T12:00:30Z', '2026-01-20T12:30:00Z']) await sweepAt(at);
    expect((await mailOf(nora)).map((subject) => subject.split(' :')[0]).toReversed()).toEqual(['Dans une semaine', 'Demain', 'Dans une heure']);
    const [last] = await told.letters(nora.email);
    expect(last?.text).toContain('https://visio.example/r2');
    expect(last?.attachments).toMatchObject([{ filename: 'invite.ics', contentType: expect.stringContaining('method=REQUEST') as unknown as string }]);
    expect(last?.attachments[0]?.text).toContain('BEGIN:VTIMEZONE');
  });

  it('never are two for one thing to one person on one day', async () => {
    const nora = await told.member('Nora');
    const atNight = await told.meetings.aMeeting(told.place.animator, spaceId, { title: 'Tard', audience: 'space', startsAt: '2026-01-21T23:30:00.000Z' });
    await told.register(atNight, [nora]);
    await told.emptied();
    await sweepAt('2026-01-21T08:00:30Z');
    await sweepAt('2026-01-21T22:30:30Z');
    expect(await mailOf(nora)).toEqual([expect.stringMatching(/^Demain : Tard/)]);
    expect((await told.sql<{ why: string }>(`SELECT why FROM notifications_notice WHERE kind = 'hour-before' AND about_id = $1`, [atNight])).map((row) => row.why)).toEqual(['reminded-today']);
  });

  it('missed while no worker ran are made up for the same day, not later', async () => {
    const nora = await told.member('Nora');
    await told.register(meetingId, [nora]);
    await told.emptied();
    await sweepAt('2026-01-13T23:00:00Z');
    expect(await mailOf(nora)).toEqual([]);
    await sweepAt('2026-01-19T15:00:00Z');
    expect(await mailOf(nora)).toHaveLength(1);
  });
});

describe('several at once', () => {
  it('about one thing to one person are one letter; a date and the place it gave are said once', async () => {
    const nora = await told.member('Nora');
    await told.tell(meetingDated, { meetingId, spaceId, startsAt: start });
    await told.register(meetingId, [nora]);
    await told.tell(replayPublished, { meetingId, spaceId });
    await told.post();
    const letters = await told.letters(nora.email);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.subject).toMatch(/^Vous êtes inscrit·e : Rencontre 2/);
    expect(letters[0]?.text).toContain('La rediffusion de « Rencontre 2 » est disponible.');
    expect(letters[0]?.text).not.toContain('a sa date');
    expect(letters[0]?.text.match(/Quand/g)).toHaveLength(1);
  });

  it('a letter tried again holds the same notices, whatever came since', async () => {
    const nora = await told.member('Nora');
    await minutes();
    await told.app.get(LetterPost).sendDue();
    await told.post();
    await told.sql(`UPDATE notifications_notice SET mail = 'waiting', settled_at = NULL WHERE person_id = $1`, [nora.personId]);
    await told.tell(replayPublished, { meetingId, spaceId });
    await told.post();
    expect((await mailOf(nora)).toSorted()).toEqual(['Compte rendu : Rencontre 2', 'La rediffusion est en ligne : Rencontre 2']);
  });
});

describe('a meeting cancelled', () => {
  it('is taken out of the calendars of those who were coming', async () => {
    const nora = await told.member('Nora');
    await told.register(meetingId, [nora]);
    await told.emptied();
    await told.sql('UPDATE meetings_meeting SET cancelled_at = $2 WHERE id = $1', [meetingId, told.clock.now()]);
    await told.tell(meetingCancelled, { meetingId, spaceId, startsAt: start });
    await told.post();
    const [letter] = await told.letters(nora.email);
    expect(letter?.subject).toMatch(/^Annulée : Rencontre 2/);
    expect(letter?.attachments[0]?.contentType).toContain('method=CANCEL');
  });

  it('and brought back before the letter left is not told cancelled', async () => {
    const nora = await told.member('Nora');
    await told.register(meetingId, [nora]);
    await told.emptied();
    await told.tell(meetingCancelled, { meetingId, spaceId, startsAt: start });
    await told.post();
    expect(await mailOf(nora)).toEqual([]);
  });
});
