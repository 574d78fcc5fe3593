import { MeetingReader, MeetingService } from '@cohorte/meetings/server';
import { createTestApp, FixedClock, newId, type TestApp } from '@cohorte/platform/server';
import { SchedulingModule } from '../scheduling.module';
import { PollDecisionService } from './poll-decision.service';
import { PollQueries } from './poll.queries';
import { PollReplacementService } from './poll-replacement.service';
import { PollService } from './poll.service';
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

type Cohort = Awaited<ReturnType<PollFixtures['aCohort']>>;

/** Decided on its first slot, then postponed. */
async function postponed(slots?: { at: string; minutes: number }[]) {
  const cohort = await given.aCohort();
  const { animator, meetingId, rouen } = cohort;
  const pollId = await given.aPoll(animator, meetingId, { guests: [{ name: 'Anne Petit', email: 'anne@ville.example' }], requiredStructureIds: [rouen], quorum: 2, namesHidden: true, note: 'À bientôt', ...(slots ? { slots } : {}) });
  const first = (await app.get(PollQueries).read(animator, pollId)).slots[0]?.id ?? '';
  await app.get(PollDecisionService).decide(animator, { pollId, slotId: first, despiteRequired: true });
  await postpone(cohort);
  return { ...cohort, pollId };
}

async function postpone({ animator, meetingId }: Cohort): Promise<void> {
  const meeting = await given.networks.asSystem((tx) => app.get(MeetingReader).find(tx, meetingId));
  await app.get(MeetingService).postpone(animator, { meetingId, version: meeting?.version ?? 0, message: '' });
}

const read = ({ animator, meetingId }: Cohort) => app.get(PollReplacementService).read(animator, meetingId);
const open = ({ animator, meetingId }: Cohort, requestId = newId()) => app.get(PollReplacementService).open(animator, { meetingId, requestId });

describe('a postponed meeting', () => {
  it('is asked about again in one press: the same people and settings, without the date given up, and everybody is told', async () => {
    const cohort = await postponed();
    expect(await read(cohort)).toMatchObject({ currentPollId: null, former: { people: 4, slots: [{ startsAt: '2026-03-24T09:00:00.000Z' }, { startsAt: '2026-04-02T12:00:00.000Z' }] } });
    const { pollId, opened } = await open(cohort);
    const view = await app.get(PollQueries).read(cohort.animator, pollId);
    expect([opened, view]).toMatchObject([true, { state: 'open', title: 'Rencontre 2', note: 'À bientôt', quorum: 2, namesHidden: true, voices: { answered: 0, total: 3 }, slots: [{}, {}] }]);
    expect((await given.participants(pollId)).filter((row) => row.required)).toHaveLength(1);
    expect(await given.told(pollId)).toEqual(['opened']);
    // The former lasted nine days and eight hours.
    expect(view.closesAt).toBe('2026-03-10T17:00:00.000Z');
    expect(await read(cohort)).toMatchObject({ currentPollId: pollId });
  });

  it('loses the slots that are past; the deadline comes before the last', async () => {
    const cohort = await postponed();
    clock.set(new Date('2026-03-28T09:00:00Z'));
    const view = await app.get(PollQueries).read(cohort.animator, (await open(cohort)).pollId);
    expect(view.slots.map((slot) => slot.startsAt)).toEqual(['2026-04-02T12:00:00.000Z']);
    expect(view.closesAt).toBe('2026-04-01T12:00:00.000Z');
  });

  it('without a slot left is a draft that tells nobody', async () => {
    const cohort = await postponed([{ at: '2026-03-19T14:00', minutes: 90 }]);
    const { pollId, opened } = await open(cohort);
    expect([opened, (await app.get(PollQueries).read(cohort.animator, pollId)).state, await given.told(pollId)]).toEqual([false, 'draft', []]);
    await expect(app.get(PollService).open(cohort.animator, pollId)).rejects.toEqual(named('no-slots'));
  });

  it('pressed twice is one poll', async () => {
    const cohort = await postponed();
    const requestId = newId();
    const both = await Promise.all([open(cohort, requestId), open(cohort, requestId)]);
    expect(new Set(both.map(({ pollId }) => pollId)).size).toBe(1);
    // By another press, from a page that was loaded before, too.
    const later = await open(cohort);
    expect([later, await given.told(later.pollId)]).toEqual([{ pollId: both[0].pollId, opened: true }, ['opened']]);
  });

  it('is for those who run it; nothing is offered where nothing was asked, and a dated meeting needs none', async () => {
    const cohort = await postponed();
    await expect(app.get(PollReplacementService).read(cohort.lea, cohort.meetingId)).rejects.toEqual(named('animators-only'));
    await expect(app.get(PollReplacementService).open((await given.aCohort()).animator, { meetingId: cohort.meetingId, requestId: newId() })).rejects.toEqual(named('meeting-unknown'));
    const untouched = await given.aCohort();
    expect(await read(untouched)).toEqual({ former: null, currentPollId: null });
    await expect(open(untouched)).rejects.toEqual(named('no-former-poll'));
    const dated = await given.aCohort();
    const pollId = await given.aPoll(dated.animator, dated.meetingId);
    await app.get(PollDecisionService).decide(dated.animator, { pollId, slotId: (await app.get(PollQueries).read(dated.animator, pollId)).slots[0]?.id ?? '', despiteRequired: true });
    await expect(open(dated)).rejects.toEqual(named('meeting-dated'));
  });
});
