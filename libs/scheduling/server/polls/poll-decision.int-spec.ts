import { MeetingReader, MeetingSeats } from '@cohorte/meetings/server';
import { createTestApp, FixedClock, type TestApp } from '@cohorte/platform/server';
import type { PollAnswer } from '../../contract';
import { SchedulingModule } from '../scheduling.module';
import { PollAnswerService } from './poll-answer.service';
import { PollCopyService } from './poll-copy.service';
import { PollDecisionService } from './poll-decision.service';
import { PollQueries } from './poll.queries';
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
const slotsOf = async (actor: Someone, pollId: string) => (await app.get(PollQueries).read(actor, pollId)).slots;
async function answer(actor: Someone, pollId: string, said: readonly (PollAnswer | null)[]) {
  const slots = await slotsOf(actor, pollId);
  await app.get(PollAnswerService).answer(actor, { pollId, answers: said.map((one, place) => ({ slotId: slots[place]?.id ?? '', answer: one })) });
}
const decide = async (actor: Someone, pollId: string, place: number, more: object = {}) =>
  app.get(PollDecisionService).decide(actor, { pollId, slotId: (await slotsOf(actor, pollId))[place]?.id ?? '', despiteRequired: false, ...more });
const meetingOf = (meetingId: string) => given.networks.asSystem((tx) => app.get(MeetingReader).find(tx, meetingId));
const standings = async (meetingId: string) =>
  Object.fromEntries((await given.networks.asSystem((tx) => app.get(MeetingSeats).standingsOf(tx, meetingId))).map(({ attendee, status }) => [attendee.name, status]));

describe('keeping a slot', () => {
  it('dates the meeting, seats people by what they said, and tells it, in one act', async () => {
    const { animator, lea, marc, remi, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId, { guests: [{ name: 'Anne Petit', email: 'anne@ville.example' }] });
    await answer(lea, pollId, ['no', 'yes']);
    await answer(remi, pollId, ['yes', 'no']);
    await answer(marc, pollId, ['yes', 'if-need-be']);
    const view = await decide(animator, pollId, 1);
    expect(view).toMatchObject({ state: 'decided', decided: { startsAt: '2026-03-24T09:00:00.000Z', minutes: 90 } });
    expect(await meetingOf(meetingId)).toMatchObject({ startsAt: '2026-03-24T09:00:00.000Z', state: 'dated' });
    expect(await standings(meetingId)).toEqual({ Léa: 'registered', Marc: 'to-confirm', Rémi: 'informed' });
    expect((await given.told(pollId)).at(-1)).toBe('decided');
  });

  it('is refused to late answers with the date, and the link still shows it', async () => {
    const { animator, lea, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId, { guests: [{ name: 'Anne Petit', email: 'anne@ville.example' }] });
    await answer(lea, pollId, ['yes']);
    await decide(animator, pollId, 0);
    const token = await given.tokenOf(pollId, 'Anne Petit');
    await expect(app.get(PollAnswerService).answerByLink({ token, answers: [] })).rejects.toEqual(named('poll-decided'));
    app.actAs(null);
    expect((await app.request('GET', `/api/poll-links/${token}`)).body).toMatchObject({ state: 'decided', canAnswer: false, decided: { startsAt: '2026-03-19T13:00:00.000Z' } });
  });

  it('again, moves the same meeting and the people who came by the poll', async () => {
    const { animator, lea, remi, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId);
    await answer(lea, pollId, ['yes', 'no']);
    await answer(remi, pollId, ['no', 'yes']);
    await decide(animator, pollId, 0);
    const before = await meetingOf(meetingId);
    await decide(animator, pollId, 1);
    expect(await meetingOf(meetingId)).toMatchObject({ id: before?.id, startsAt: '2026-03-24T09:00:00.000Z' });
    expect(await standings(meetingId)).toEqual({ Léa: 'informed', Rémi: 'registered' });
  });

  it('warns when someone required cannot come, and goes on when told to', async () => {
    const { animator, lea, remi, rouen, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId, { requiredStructureIds: [rouen] });
    await answer(lea, pollId, ['yes']);
    await answer(remi, pollId, ['no', 'yes']);
    await expect(decide(animator, pollId, 0)).rejects.toEqual(named('required-missing'));
    expect(await meetingOf(meetingId)).toMatchObject({ startsAt: null });
    expect(await decide(animator, pollId, 0, { despiteRequired: true })).toMatchObject({ state: 'decided' });
  });

  it('of a whole day asks the hour, nine by default, on the clock of the poll', async () => {
    const { animator, meetingId, otherMeetingId } = await given.aCohort();
    const slots = [{ at: '2026-03-30', minutes: 240 }];
    const pollId = await given.aPoll(animator, meetingId, { slots, zone: 'Indian/Reunion' });
    await decide(animator, pollId, 0, { time: '13:30' });
    expect(await meetingOf(meetingId)).toMatchObject({ startsAt: '2026-03-30T09:30:00.000Z', minutes: 240 });
    await decide(animator, await given.aPoll(animator, otherMeetingId, { slots }), 0);
    expect(await meetingOf(otherMeetingId)).toMatchObject({ startsAt: '2026-03-30T07:00:00.000Z' });
  });

  it('is for animators, and never for a slot that is past', async () => {
    const { animator, lea, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId);
    await expect(decide(lea, pollId, 0)).rejects.toEqual(named('animators-only'));
    clock.set(new Date('2026-03-20T09:00:00Z'));
    await expect(decide(animator, pollId, 0)).rejects.toEqual(named('slot-in-past'));
  });
});

describe('a copy of a poll', () => {
  it('keeps days of the week and hours across the change of hour, with the same people, as a draft', async () => {
    const { animator, meetingId, otherMeetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId, { guests: [{ name: 'Anne Petit', email: 'anne@ville.example' }] });
    const copy = await app.get(PollCopyService).duplicate(animator, { pollId, meetingId: otherMeetingId, requestId: '0192f1f4-3b5e-7c1a-9d4e-2f6a8b0c1d2e', weeks: 4 });
    const view = await app.get(PollQueries).read(animator, copy.pollId);
    expect(view).toMatchObject({ state: 'draft', meetingId: otherMeetingId, voices: { total: 3 } });
    expect(view.slots.map((slot) => slot.startsAt)).toEqual(['2026-04-16T12:00:00.000Z', '2026-04-21T08:00:00.000Z', '2026-04-30T12:00:00.000Z']);
  });
});

it('the table of answers holds structures, and no formula', async () => {
  const { animator, lea, meetingId } = await given.aCohort();
  const pollId = await given.aPoll(animator, meetingId, { audience: 'leads', guests: [{ name: '=HYPERLINK("x";"y")', email: 'mal@ville.example' }] });
  await answer(lea, pollId, ['yes', 'if-need-be']);
  const { text } = await app.get(PollCopyService).export(animator, pollId);
  expect(text.startsWith('\uFEFFStructure;Nom;Présence;2026-03-19 14:00;')).toBe(true);
  expect(text).toMatch(/CHU de Caen [^;]+;Léa;;oui;si besoin;\r\n/);
  expect(text).toContain(`"'=HYPERLINK(""x"";""y"")"`);
});
