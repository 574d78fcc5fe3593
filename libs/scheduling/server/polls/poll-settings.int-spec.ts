import { createTestApp, FixedClock, type TestApp } from '@cohorte/platform/server';
import type { PollSettings } from '../../contract';
import { SchedulingModule } from '../scheduling.module';
import { PollAnswerService } from './poll-answer.service';
import { PollQueries } from './poll.queries';
import { PollService } from './poll.service';
import { PollFixtures } from './polls.fixtures';

const named = (code: string) => expect.objectContaining({ code });
let app: TestApp;
let given: PollFixtures;

beforeAll(async () => {
  app = await createTestApp({ imports: [SchedulingModule], actor: null, clock: new FixedClock(new Date('2026-03-01T08:00:00Z')) });
  given = new PollFixtures(app);
});
afterAll(() => app.close());

/** A poll with the answer of a guest without structure and of a structure. */
async function answered(changed: Partial<PollSettings> = {}) {
  const place = await given.aCohort();
  const pollId = await given.aPoll(place.animator, place.meetingId, { ...changed, guests: [{ name: 'Anne Petit', email: 'anne@ville.example' }] });
  const view = await app.get(PollQueries).read(place.lea, pollId);
  await app.get(PollAnswerService).answer(place.lea, { pollId, answers: [{ slotId: view.slots[0]?.id ?? '', answer: 'yes' }] });
  const change = async (settings: Partial<PollSettings>, more: { zone?: string; version?: number } = {}) => {
    const { title, note, zone, thirdAnswer, visibility, namesHidden, counting, quorum, proposals, version } = await app.get(PollQueries).read(place.animator, pollId);
    return app.get(PollService).change(place.animator, { pollId, title, note, zone, thirdAnswer, visibility, namesHidden, counting, quorum, proposals, version, ...settings, ...more });
  };
  return { ...place, pollId, change };
}

describe('changing the settings of a poll', () => {
  it('keeps its slots where they are in time, whatever the zone, and its answers', async () => {
    const { change, animator, pollId } = await answered();
    const before = await app.get(PollQueries).read(animator, pollId);
    const after = await change({ title: 'Rencontre de printemps', quorum: 2, thirdAnswer: false }, { zone: 'Indian/Reunion' });
    expect(after).toMatchObject({ title: 'Rencontre de printemps', quorum: 2, thirdAnswer: false, zone: 'Indian/Reunion', voices: { answered: 1 }, state: 'open' });
    expect(after.slots.map((slot) => slot.startsAt)).toEqual(before.slots.map((slot) => slot.startsAt));
    expect(after.tally?.map((one) => one.yes)).toEqual([1, 0, 0]);
  });

  it('on an older view is refused', async () => {
    const { change } = await answered();
    await change({ quorum: 3 }, { version: 1 });
    await expect(change({ quorum: 4 }, { version: 1 })).rejects.toEqual(named('scheduling.changed-meanwhile'));
  });

  it('never shows names or lines that were promised hidden to those who have answered', async () => {
    const hidden = await answered({ namesHidden: true });
    await expect(hidden.change({ namesHidden: false })).rejects.toEqual(named('scheduling.promised-hidden'));
    const totals = await answered({ visibility: 'totals' });
    await expect(totals.change({ visibility: 'all' })).rejects.toEqual(named('scheduling.promised-hidden'));
    await expect(totals.change({ namesHidden: true })).resolves.toMatchObject({ namesHidden: true });
  });

  it('is for those who run it', async () => {
    const { lea, pollId } = await answered();
    const { title, note, zone, thirdAnswer, visibility, namesHidden, counting, quorum, proposals, version } = await app.get(PollQueries).read(lea, pollId);
    const sent = { pollId, title, note, zone, thirdAnswer, visibility, namesHidden, counting, quorum, proposals, version };
    await expect(app.get(PollService).change(lea, sent)).rejects.toEqual(named('scheduling.animators-only'));
  });
});

it('a poll without the third answer refuses it', async () => {
  const { lea, pollId } = await answered({ thirdAnswer: false });
  const slotId = (await app.get(PollQueries).read(lea, pollId)).slots[1]?.id ?? '';
  await expect(app.get(PollAnswerService).answer(lea, { pollId, answers: [{ slotId, answer: 'if-need-be' }] })).rejects.toEqual(named('scheduling.no-third-answer'));
});

it('voices say how many of them are structures: a guest without one speaks for themselves', async () => {
  const { animator, pollId, change } = await answered();
  expect((await app.get(PollQueries).read(animator, pollId)).voices).toEqual({ answered: 1, total: 3, structures: 2 });
  expect((await change({ counting: 'people' })).voices).toMatchObject({ structures: 0 });
});
