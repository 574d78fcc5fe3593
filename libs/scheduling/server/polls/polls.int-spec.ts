import { createTestApp, Database, FixedClock, newId, type TestApp } from '@cohorte/platform/server';
import type { PollAnswer, PollView } from '../../contract';
import { SchedulingModule } from '../scheduling.module';
import { PollAgenda } from './poll-agenda';
import { PollAnswerService } from './poll-answer.service';
import { PollCards } from './poll-cards';
import { PollClosing } from './poll-closing';
import { PollLinkService } from './poll-link.service';
import { PollPeopleService } from './poll-people.service';
import { PollQueries } from './poll.queries';
import { PollReader } from './poll.reader';
import { PollService } from './poll.service';
import { PollSlotService } from './poll-slots.service';
import { PollFixtures } from './polls.fixtures';

const start = new Date('2026-03-01T09:00:00Z');
const clock = new FixedClock(start);
const named = (code: string) => expect.objectContaining({ code: `scheduling.${code}` });
let app: TestApp;
let given: PollFixtures;

beforeAll(async () => {
  app = await createTestApp({ imports: [SchedulingModule], actor: null, clock });
  given = new PollFixtures(app);
});
beforeEach(() => clock.set(start));
afterAll(() => app.close());

type Someone = Awaited<ReturnType<PollFixtures['aCohort']>>['lea'];
const read = (actor: Someone, pollId: string) => app.get(PollQueries).read(actor, pollId);
const saying = (view: PollView, said: readonly (PollAnswer | null)[]) => said.map((answer, place) => ({ slotId: view.slots[place]?.id ?? '', answer }));
/** The line as it then is. */
const answer = async (actor: Someone, pollId: string, said: readonly (PollAnswer | null)[]) =>
  app.get(PollAnswerService).answer(actor, { pollId, answers: saying(await read(actor, pollId), said) }).then(async (receipt) => ({ ...(await read(actor, pollId)).mine, ...receipt }));
const byLink = (token: string, view: PollView, said: readonly (PollAnswer | null)[]) => 
  app.get(PollAnswerService).answerByLink({ token, answers: saying(view, said) }).then(async () => (await app.get(PollLinkService).read({ token })).mine);

describe('answering', () => {
  it('is one line a person; the best answer of a structure’s people counts for it', async () => {
    const { animator, lea, marc, remi, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId);
    await answer(lea, pollId, ['no', 'if-need-be', null]);
    await answer(marc, pollId, ['yes', 'no', null]);
    await answer(remi, pollId, ['yes', null, 'no']);
    const view = await read(animator, pollId);
    expect(view.voices).toEqual({ answered: 2, total: 2, structures: 2 });
    expect(view.lines?.map((line) => line.answers)).toEqual(['yi-', 'y-n']);
    expect(view.tally?.map(({ yes, ifNeedBe, no, unanswered, isBest }) => [yes, ifNeedBe, no, unanswered, isBest])).toEqual([[2, 0, 0, 0, true], [0, 1, 0, 1, false], [0, 0, 1, 1, false]]);
    expect((await given.participants(pollId)).length).toBe(3);
  });

  it('only with «no» is not an answer until it is confirmed that none suits', async () => {
    const { animator, remi, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId);
    expect(await answer(remi, pollId, ['no', 'no', 'no'])).toMatchObject({ answered: false, noneFits: false });
    expect(await app.get(PollAnswerService).answer(remi, { pollId, answers: [], noneFits: true })).toEqual({ answered: true, noneFits: true });
    expect((await read(remi, pollId)).mine?.answers).toBe('nnn');
    expect(await answer(remi, pollId, ['yes'])).toMatchObject({ answered: true, noneFits: false, answers: 'ynn' });
  });

  it('stops at the minute of the deadline, before anything was swept, and says so', async () => {
    const { animator, remi, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId);
    clock.set(new Date('2026-03-10T16:59:59Z'));
    await answer(remi, pollId, ['yes']);
    clock.set(new Date('2026-03-10T17:00:00Z'));
    await expect(answer(remi, pollId, ['no'])).rejects.toEqual(named('poll-closed'));
    await app.get(PollClosing).sweep();
    await app.get(PollClosing).sweep();
    expect(await read(remi, pollId)).toMatchObject({ state: 'closed', closedReason: 'auto', mine: { answers: 'y--' } });
    expect(await given.told(pollId)).toEqual(['opened', 'closed']);
  });

  it('is for those asked and those of the space; others do not learn that the poll exists', async () => {
    const { animator, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId);
    const stranger = (await given.aCohort()).lea;
    await expect(read(stranger, pollId)).rejects.toEqual(named('poll-unknown'));
    await expect(app.get(PollAnswerService).answer(stranger, { pollId, answers: [] })).rejects.toEqual(named('poll-unknown'));
    await expect(app.get(PollAnswerService).answer(animator, { pollId, answers: [] })).rejects.toEqual(named('not-asked'));
  });
});

describe('a personal link', () => {
  const guests = [{ name: 'Anne Petit', email: 'marches@ville.example' }, { name: 'Bob Grand', email: 'Marches@ville.example ' }, { name: 'anne  petit', email: 'marches@ville.example' }];

  it('is one line for each of two people behind a shared mailbox; the same person twice is one', async () => {
    const { animator, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId, { audience: 'nobody', guests });
    expect((await given.participants(pollId)).map((row) => row.email)).toEqual(['marches@ville.example', 'marches@ville.example']);
    const view = await read(animator, pollId);
    await byLink(await given.tokenOf(pollId, 'Bob Grand'), view, ['yes']);
    expect((await read(animator, pollId)).voices).toEqual({ answered: 1, total: 2, structures: 0 });
    expect(await given.told(pollId)).toEqual(['opened', 'answered']);
  });

  it('changes nothing when it is opened, by a person or by a program', async () => {
    const { animator, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId, { audience: 'nobody', guests });
    const token = await given.tokenOf(pollId, 'Bob Grand');
    const before = [await given.participants(pollId), await given.told(pollId)];
    app.actAs(null);
    for (let time = 0; time < 3; time += 1) expect((await app.request('GET', `/api/poll-links/${token}`)).status).toBe(200);
    expect([await given.participants(pollId), await given.told(pollId)]).toEqual(before);
  });

  it('taken back or never made, is told apart; the former link stays dead when the person is asked again', async () => {
    const { animator, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId, { audience: 'nobody', guests });
    const view = await read(animator, pollId);
    const token = await given.tokenOf(pollId, 'Bob Grand');
    const bob = (await given.participants(pollId)).find((row) => row.name === 'Bob Grand');
    await app.get(PollPeopleService).revoke(animator, { pollId, participantId: bob?.id ?? '' });
    await expect(byLink(token, view, ['yes'])).rejects.toEqual(named('link-revoked'));
    await expect(byLink('A'.repeat(43), view, ['yes'])).rejects.toEqual(named('link-unknown'));
    await app.get(PollPeopleService).invite(animator, { pollId, guests: [{ name: 'Bob Grand', email: 'marches@ville.example', structureId: null, required: false }] });
    await expect(byLink(token, view, ['yes'])).rejects.toEqual(named('link-unknown'));
    await expect(byLink(await given.tokenOf(pollId, 'Bob Grand'), view, ['yes'])).resolves.toMatchObject({ answers: 'y--' });
  });

  it('still works when its answers were taken away: the person is asked again', async () => {
    const { animator, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId, { audience: 'nobody', guests });
    const token = await given.tokenOf(pollId, 'Bob Grand');
    await byLink(token, await read(animator, pollId), ['yes']);
    const { participants } = await app.get(PollPeopleService).list(animator, pollId);
    const bob = participants.find((one) => one.answered);
    await app.get(PollPeopleService).deleteAnswers(animator, { pollId, participantId: bob?.id ?? '' });
    expect((await read(animator, pollId)).voices.answered).toBe(0);
    await byLink(token, await read(animator, pollId), [null, 'yes']);
    expect((await read(animator, pollId)).lines?.map((line) => line.answers).sort()).toEqual(['---', '-y-']);
  });

  it('and an account meet: whoever signs in with that address finds their answers, the other person of the mailbox keeps theirs', async () => {
    const { animator, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId, { audience: 'nobody', guests: guests.map((guest) => ({ ...guest, email: 'partage@ville.example' })) });
    const token = await given.tokenOf(pollId, 'Anne Petit');
    await byLink(token, await read(animator, pollId), ['yes', 'no']);
    const anne = await given.networks.actor(await given.networks.aPerson('Anne Petit', 'partage@ville.example'));
    expect((await read(anne, pollId)).mine).toMatchObject({ name: 'Anne Petit', answers: 'yn-' });
    expect(await byLink(token, await read(animator, pollId), [null, null, 'yes'])).toMatchObject({ answers: '--y' });
    expect((await given.participants(pollId)).map((row) => row.email)).toEqual(expect.arrayContaining([null, 'partage@ville.example']));
  });
});

describe('what is hidden', () => {
  it('is absent: names, lines and totals, until the rule opens them', async () => {
    const { animator, lea, remi, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId, { visibility: 'after-answer', namesHidden: true });
    await answer(lea, pollId, ['yes', 'no']);
    expect(await read(remi, pollId)).toMatchObject({ lines: null, tally: null });
    await answer(remi, pollId, ['if-need-be']);
    const view = await read(remi, pollId);
    expect(view.lines).toEqual([{ id: 'n0', label: null, detail: null, required: false, answered: true, withMe: false, answers: 'yn-' }]);
    expect(JSON.stringify(view)).not.toMatch(/Léa|Caen/);
    expect((await read(animator, pollId)).lines?.some((line) => line.label?.startsWith('CHU de Caen'))).toBe(true);
  });

  it('totals only shows no line', async () => {
    const { animator, lea, remi, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId, { visibility: 'totals' });
    await answer(lea, pollId, ['yes']);
    expect(await read(remi, pollId)).toMatchObject({ lines: null, tally: [{ yes: 1 }, { yes: 0 }, { yes: 0 }] });
  });

  it('in the database too: a participant reads their own line, an animator all, a stranger none', async () => {
    const { animator, lea, remi, marc, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId);
    const stranger = (await given.aCohort()).animator;
    const seen = (actor: Someone) => app.get(Database).transaction(actor, (tx) => tx.query<unknown[]>('SELECT id FROM scheduling_poll_participant WHERE poll_id = $1', [pollId]));
    expect([(await seen(lea)).length, (await seen(remi)).length, (await seen(animator)).length, (await seen(stranger)).length]).toEqual([1, 1, 3, 0]);
    const cheat = app.get(Database).transaction(marc, (tx) => tx.query<[unknown[], number]>(`UPDATE scheduling_poll_participant SET answers = 'nnn' WHERE poll_id = $1`, [pollId]));
    expect((await cheat)[1]).toBe(0);
  });
});

describe('those who run it', () => {
  it('remind by hand once; the poll reminds once by itself, never those who answered', async () => {
    const { animator, lea, marc, remi, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId);
    await answer(remi, pollId, ['yes']);
    clock.set(new Date('2026-03-08T16:59:00Z'));
    await app.get(PollClosing).sweep();
    clock.set(new Date('2026-03-08T17:00:00Z'));
    await app.get(PollClosing).sweep();
    await app.get(PollClosing).sweep();
    expect(await app.get(PollPeopleService).remind(animator, pollId)).toEqual({ reminded: 2 });
    await expect(app.get(PollPeopleService).remind(animator, pollId)).rejects.toEqual(named('reminded-already'));
    expect((await given.told(pollId)).filter((one) => one.startsWith('reminder'))).toEqual(['reminder-due 1', 'reminder-due 2']);
    const missing = await given.networks.asSystem((tx) => app.get(PollReader).participantsOf(tx, pollId, { missingOnly: true }));
    expect(missing.map(({ attendee }) => attendee.personId).sort()).toEqual([lea.personId, marc.personId].sort());
  });

  it('add slots to an expired poll: it opens again, answers stay, and people are told of the new ones only', async () => {
    const { animator, lea, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId);
    await answer(lea, pollId, ['yes', 'no']);
    clock.set(new Date('2026-04-03T09:00:00Z'));
    await app.get(PollClosing).sweep();
    await expect(app.get(PollSlotService).add(animator, { pollId, slots: [{ at: '2026-04-20T14:00', minutes: 90 }] })).rejects.toEqual(named('deadline-in-past'));
    const view = await app.get(PollSlotService).add(animator, { pollId, slots: [{ at: '2026-04-20T14:00', minutes: 90 }], closesAt: '2026-04-10T18:00' });
    expect(view).toMatchObject({ state: 'open' });
    expect(await read(lea, pollId)).toMatchObject({ mine: { answers: 'yn--', answered: true }, slots: [{ isNew: false }, { isNew: false }, { isNew: false }, { isNew: true }] });
    expect((await given.told(pollId)).at(-1)).toBe('opened+');
  });

  it('take a slot away: its answers count nowhere, and whoever had only answered it is missing again', async () => {
    const { animator, lea, remi, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId);
    await answer(lea, pollId, ['yes', null, 'no']);
    await answer(remi, pollId, ['yes', 'yes', null]);
    const slotId = (await read(animator, pollId)).slots[0]?.id ?? '';
    const view = await app.get(PollSlotService).remove(animator, { pollId, slotId });
    expect(view.voices).toEqual({ answered: 1, total: 2, structures: 2 });
    expect(view.lines?.map((line) => line.answers)).toEqual(['-n', 'y-']);
    await expect(app.get(PollAnswerService).answer(lea, { pollId, answers: [{ slotId, answer: 'yes' }] })).rejects.toEqual(named('slot-gone'));
  });

  it('are animators: a lead is refused, and a draft is unknown to them', async () => {
    const { animator, lea, meetingId, cohortId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId, { open: false });
    await expect(read(lea, pollId)).rejects.toEqual(named('poll-unknown'));
    await app.get(PollService).open(animator, pollId);
    await expect(app.get(PollService).close(lea, pollId)).rejects.toEqual(named('animators-only'));
    await expect(app.get(PollService).create(lea, given.form(meetingId))).rejects.toEqual(named('animators-only'));
    expect((await app.get(PollCards).list(lea, cohortId)).polls).toMatchObject([{ id: pollId, awaitsMe: true, canManage: false, slots: 3, voices: { answered: 0, total: 2 } }]);
  });

  it('may run two polls at once, and the same form sent twice is one', async () => {
    const { animator, lea, meetingId, otherMeetingId } = await given.aCohort();
    const form = given.form(meetingId);
    const [first, second] = await Promise.all([app.get(PollService).create(animator, form), app.get(PollService).create(animator, form)]);
    expect(second).toEqual(first);
    await given.aPoll(animator, otherMeetingId);
    const awaiting = await given.networks.asSystem((tx) => app.get(PollReader).awaiting(tx, lea.personId));
    expect(awaiting.map((poll) => poll.meetingId).sort()).toEqual([meetingId, otherMeetingId].sort());
  });

  it('hold the slots of polls not decided yet in the agendas of those asked', async () => {
    const { animator, lea, remi, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId);
    await answer(lea, pollId, ['no', 'yes']);
    const span = { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-04-01T00:00:00Z') };
    const agenda = (actor: Someone) => app.get(Database).transaction(actor, (tx) => app.get(PollAgenda).agendaOf(tx, actor, span));
    expect((await agenda(lea)).map(({ startsAt, standing, path }) => [startsAt, standing, path])).toEqual([
      ['2026-03-19T13:00:00.000Z', 'declined', `/sondages/${pollId}`], ['2026-03-24T09:00:00.000Z', 'tentative', `/sondages/${pollId}`],
    ]);
    expect([(await agenda(remi)).length, (await agenda(animator)).length]).toEqual([2, 0]);
  });

  it('are told once that everyone has answered: of a structure, one is enough', async () => {
    const { animator, lea, remi, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId);
    await answer(lea, pollId, ['yes']);
    await app.get(PollClosing).sweep();
    expect(await given.told(pollId)).not.toContain('complete');
    await answer(remi, pollId, ['yes']);
    await app.get(PollClosing).sweep();
    await app.get(PollClosing).sweep();
    expect((await given.told(pollId)).filter((one) => one === 'complete')).toEqual(['complete']);
  });

  it('close, extend and give up: answers stay through all of it', async () => {
    const { animator, lea, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId);
    await answer(lea, pollId, ['yes']);
    await app.get(PollService).close(animator, pollId);
    await expect(answer(lea, pollId, ['no'])).rejects.toEqual(named('poll-closed'));
    expect(await app.get(PollService).extend(animator, { pollId, closesAt: '2026-03-15T18:00' })).toMatchObject({ state: 'open', closedReason: null, voices: { answered: 1 } });
    await app.get(PollService).cancel(animator, pollId);
    await expect(answer(lea, pollId, ['no'])).rejects.toEqual(named('poll-cancelled'));
  });
});

describe('what is written badly is refused by name', () => {
  const cases: [string, object, string][] = [
    ['a slot in the past', { slots: [{ at: '2026-02-01T14:00', minutes: 90 }] }, 'slot-in-past'],
    ['an hour skipped by summer time', { slots: [{ at: '2026-03-29T02:30', minutes: 90 }] }, 'no-such-hour'],
    ['the same slot twice', { slots: [{ at: '2026-03-19T14:00', minutes: 90 }, { at: '2026-03-19T14:00', minutes: 90 }] }, 'slot-twice'],
    ['a deadline already past', { closesAt: '2026-02-01T18:00' }, 'deadline-in-past'],
    ['a deadline after the last slot', { closesAt: '2026-05-01T18:00' }, 'deadline-after-slots'],
    ['a person of elsewhere', { alsoPersonIds: [newId()] }, 'person-not-here'],
    ['a structure of elsewhere', { guests: [{ name: 'Zoé', email: 'zoe@ville.example', structureId: newId() }] }, 'structure-not-here'],
  ];
  it.each(cases)('%s', async (_what, changed, code) => {
    const { animator, meetingId } = await given.aCohort();
    await expect(given.aPoll(animator, meetingId, changed)).rejects.toEqual(named(code));
  });

  it('no slot, ten thousand slots, an unknown zone: by field', async () => {
    const { animator, meetingId } = await given.aCohort();
    app.actAs(animator);
    const sent = (changed: object) => app.request('POST', `/api/meetings/${meetingId}/polls`, { ...given.form(meetingId), meetingId: undefined, ...changed });
    const fields = async (changed: object) => ((await sent(changed)).body as { fields: Record<string, string> }).fields;
    expect(await fields({ slots: [] })).toEqual({ slots: 'required' });
    expect(await fields({ slots: Array.from({ length: 10_000 }, () => ({ at: '2026-03-19T14:00', minutes: 90 })) })).toMatchObject({ slots: 'too-many' });
    expect(await fields({ zone: 'Europe/Atlantis' })).toEqual({ zone: 'unknown-zone' });
  });
});
