import { MeetingReader } from '@cohorte/meetings/server';
import { pollAnswered, pollComplete, PollFixtures, pollReminderDue } from '@cohorte/scheduling/server';
import { newId } from '@cohorte/platform/server';
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

it('who asked having left, those who animate the place are told in their stead', async () => {
  const other = await polls.networks.someone('animator', place.networkId, 'Yanis');
  await told.emptied();
  await told.leaves(place.animator.personId);
  await told.tell(pollComplete, { pollId });
  await told.post();
  expect((await told.letters()).map(({ to, subject }) => ({ to, subject }))).toEqual([{ to: await emailOf(other), subject: 'Tout le monde a répondu : Rencontre 2' }]);
});

it('someone with an account finds their answer there: only guests are mailed their own link', async () => {
  await told.emptied();
  const [lea] = (await polls.participants(pollId)).filter(({ personId }) => personId === place.lea.personId);
  await told.tell(pollAnswered, { pollId, participantId: lea?.id ?? '' });
  await told.post();
  expect(await told.letters()).toEqual([]);
});

describe('a guest who said nothing of the slot kept', () => {
  let guest = '';
  const onMeeting = async (what: string, body: object = {}): Promise<void> => {
    told.app.actAs(place.animator);
    const version = (await told.asSystem((tx) => told.app.get(MeetingReader).find(tx, place.meetingId)))?.version ?? 0;
    const answer = await told.app.request(what === 'date' ? 'PUT' : 'POST', `/api/meetings/${place.meetingId}/${what}`, { version, message: 'Salle prise.', ...body });
    expect(answer.status).toBe(200);
  };

  beforeEach(async () => {
    guest = `${newId()}@ville.example`;
    const otherId = await polls.aPoll(place.animator, place.otherMeetingId, { title: 'Rencontre 3', guests: [{ name: 'Anne Petit', email: guest }] });
    place = { ...place, meetingId: place.otherMeetingId };
    told.app.actAs(place.animator);
    const { slots } = (await told.app.request('GET', `/api/polls/${otherId}`)).body as { slots: { id: string }[] };
    await told.app.request('POST', `/api/polls/${otherId}/decision`, { slotId: slots[0]?.id, despiteRequired: true });
    await told.emptied();
  });

  it('reads when it was, when it is, and what the animator wrote', async () => {
    await onMeeting('date', { startsAt: '2026-03-26T09:00:00.000Z' });
    await told.post();
    const [letter] = await told.letters(guest);
    const text = letter?.text.replaceAll(/[\u00a0\u202f]/g, ' ') ?? '';
    expect(letter?.subject).toBe('Nouvelle date : Rencontre 3');
    expect(text).toContain('aura lieu le jeudi 26 mars 2026 à 10 h (heure de Paris)');
    expect(text).toContain('Elle était prévue jeudi 19 mars 2026 à 14 h (heure de Paris)');
    expect(text).toContain('Salle prise.');
  });

  it('stops being told by the link of the letter', async () => {
    await onMeeting('date', { startsAt: '2026-03-26T09:00:00.000Z' });
    await told.post();
    const [letter] = await told.letters(guest);
    const stop = new URL((letter?.headers['List-Unsubscribe'] ?? '').replace(/^<|>$/g, ''));
    told.app.actAs(null);
    expect((await told.app.request('POST', `/api/stopping/${stop.pathname.split('/').at(-1) ?? ''}`, { topic: stop.searchParams.get('genre'), wanted: false })).status).toBe(200);
    await told.emptied();
    await onMeeting('cancellation');
    await told.post();
    expect(await told.letters(guest)).toEqual([]);
  });

  it('is told nothing of a change that another overtook', async () => {
    await onMeeting('date', { startsAt: '2026-03-26T09:00:00.000Z' });
    await told.hear();
    await onMeeting('cancellation');
    await told.post();
    expect((await told.letters(guest)).map(({ subject }) => subject)).toEqual(['Annulée : Rencontre 3']);
  });
});
