import { pollAnswered, pollComplete, PollFixtures, pollReminderDue } from '@cohorte/scheduling/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ToldCohort } from '../notifications.fixtures';

let told: ToldCohort;
let polls: PollFixtures;
let place: Awaited<ReturnType<PollFixtures['aCohort']>>;
let pollId: string;

beforeAll(async () => {
  told = await ToldCohort.build(new Date('2026-03-01T08:00:00Z'));
  polls = new PollFixtures(told.app);
});
afterAll(() => told?.close());

beforeEach(async () => {
  told.clock.set(new Date('2026-03-01T08:00:00Z'));
  place = await polls.aCohort();
  pollId = await polls.aPoll(place.animator, place.meetingId);
  await told.hear();
});

const emailOf = async (personId: string) => (await told.sql<{ email: string }>('SELECT email FROM identity_person WHERE id = $1', [personId]))[0]?.email ?? '';
const lettersOf = async (personId: string) => told.letters(await emailOf(personId));
const answer = (personId: string) => told.sql('UPDATE scheduling_poll_participant SET answered_at = now() WHERE poll_id = $1 AND person_id = $2', [pollId, personId]);

describe('a poll opened', () => {
  it('is told to everyone asked, slots readable in the letter, with a link that needs no account', async () => {
    await told.post();
    const [letter] = await lettersOf(place.lea.personId);
    expect(letter?.subject).toBe('Quelles dates vous conviennent ? Rencontre 2');
    const text = letter?.text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ') ?? '';
    expect(text).toContain('Les créneaux proposés (heure de Paris)\n- jeudi 19 mars 2026, de 14 h à 15 h 30');
    // The clocks change between these two: each is said by the clock of its day.
    expect(text).toContain('- jeudi 2 avril 2026, de 14 h à 15 h 30');
    expect(text).toMatch(/\/sondage\/[\w-]{43}/);
    expect(letter?.headers['List-Unsubscribe']).toMatch(/genre=polls>$/);
  });

  it('is told once to each, however often it is published, and not to those who left meanwhile', async () => {
    await told.sql('UPDATE networks_membership SET ended_at = now() WHERE person_id = $1', [place.marc.personId]);
    await told.post();
    await told.sql('DELETE FROM platform_outbox_receipt');
    await told.sql(`UPDATE platform_outbox SET delivered_at = NULL, next_attempt_at = now() WHERE name = 'scheduling.poll-opened'`);
    await told.post();
    expect((await lettersOf(place.lea.personId)).length).toBe(1);
    expect(await lettersOf(place.marc.personId)).toEqual([]);
  });
});

describe('reminders of a poll', () => {
  it('go to those whose answer is missing when they leave, one a day at most', async () => {
    await told.emptied();
    await told.tell(pollReminderDue, { pollId, round: 1 });
    await told.hear();
    await answer(place.lea.personId);
    await told.post();
    expect(await lettersOf(place.lea.personId)).toEqual([]);
    expect((await lettersOf(place.remi.personId)).map(({ subject }) => subject)).toEqual(['Votre réponse est attendue : Rencontre 2']);
    await told.tell(pollReminderDue, { pollId, round: 2 });
    await told.post();
    expect(await lettersOf(place.remi.personId)).toHaveLength(1);
    expect((await told.sql<{ why: string }>(`SELECT why FROM notifications_notice WHERE person_id = $1 AND occasion LIKE '%:2'`, [place.remi.personId])).map(({ why }) => why)).toEqual(['reminded-today']);
  });

  it('of a poll closed meanwhile go to nobody', async () => {
    await told.emptied();
    await told.tell(pollReminderDue, { pollId, round: 1 });
    told.clock.set(new Date('2026-03-10T17:00:01Z'));
    await told.post();
    expect(await lettersOf(place.remi.personId)).toEqual([]);
  });
});

describe('who runs the poll', () => {
  it('is told when everyone has answered, and only them', async () => {
    await told.emptied();
    await told.tell(pollComplete, { pollId });
    await told.post();
    expect((await told.letters()).map(({ to, subject }) => ({ to, subject }))).toEqual([{ to: await emailOf(place.animator.personId), subject: 'Tout le monde a répondu : Rencontre 2' }]);
  });
});

it('someone with an account finds their answer there: only guests are mailed their own link', async () => {
  await told.emptied();
  const [lea] = (await polls.participants(pollId)).filter(({ personId }) => personId === place.lea.personId);
  await told.tell(pollAnswered, { pollId, participantId: lea?.id ?? '' });
  await told.post();
  expect(await told.letters()).toEqual([]);
});
