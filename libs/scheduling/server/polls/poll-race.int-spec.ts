import { AppError } from '@cohorte/platform/contract';
import { createTestApp, type TestApp } from '@cohorte/platform/server';
import { addDays } from '../../contract';
import { SchedulingModule } from '../scheduling.module';
import { PollAnswerService } from './poll-answer.service';
import { PollLinks } from './poll-link';
import { PollQueries } from './poll.queries';
import { PollService } from './poll.service';
import { PollFixtures } from './polls.fixtures';

const people = 300;
let app: TestApp;
let given: PollFixtures;

beforeAll(async () => {
  app = await createTestApp({ imports: [SchedulingModule], actor: null });
  given = new PollFixtures(app);
});
afterAll(() => app.close());

/** A poll of the real future that asks three hundred guests, with their links. */
async function aCrowd() {
  const { animator, meetingId } = await given.aCohort();
  const today = new Date().toISOString().slice(0, 10);
  const guests = Array.from({ length: people }, (_, at) => ({ name: `Personne ${at}`, email: `p${at}@ville.example` }));
  const slots = [20, 21, 22].map((days) => ({ at: `${addDays(today, days)}T14:00`, minutes: 90 }));
  const pollId = await given.aPoll(animator, meetingId, { audience: 'nobody', guests, slots, closesAt: `${addDays(today, 10)}T18:00` });
  const view = await app.get(PollQueries).read(animator, pollId);
  const tokens = (await given.participants(pollId)).map((row) => app.get(PollLinks).tokenOf(row));
  return { animator, pollId, tokens, slotIds: view.slots.map((slot) => slot.id) };
}

it('closed while three hundred answers arrive: what was accepted is counted, nothing comes late, one line each', async () => {
  const { animator, pollId, tokens, slotIds } = await aCrowd();
  const refused: unknown[] = [];
  let accepted = 0;
  const one = async (token: string, at: number): Promise<void> => {
    try {
      await app.get(PollAnswerService).answerByLink({ token, answers: slotIds.map((slotId) => ({ slotId, answer: at % 2 === 0 ? 'yes' : 'if-need-be' })) });
      accepted += 1;
    } catch (failure) {
      refused.push(failure);
    }
  };
  // All at once; the connections are handed out in order, so that the closing meets answers under way and others behind it.
  await Promise.all(tokens.map((token, at) => (at === people / 2 ? Promise.all([app.get(PollService).close(animator, pollId), one(token, at)]) : one(token, at))));
  const rows = await given.participants(pollId);
  const [poll] = await given.networks.asSystem((tx) => tx.query<{ closed_at: Date }[]>('SELECT closed_at FROM scheduling_poll WHERE id = $1', [pollId]));
  expect(rows).toHaveLength(people);
  expect([accepted > 0, refused.length > 0, accepted + refused.length]).toEqual([true, true, people]);
  expect(rows.filter((row) => row.answeredAt)).toHaveLength(accepted);
  expect(refused.every((failure) => failure instanceof AppError && failure.code === 'scheduling.poll-closed')).toBe(true);
  expect(rows.filter((row) => row.changedAt && poll && row.changedAt > poll.closed_at)).toEqual([]);
  expect(await app.get(PollQueries).read(animator, pollId)).toMatchObject({ state: 'closed', voices: { answered: accepted, total: people } });
});

it('two tabs of one person and a colleague at once: one line each, every answer kept', async () => {
  const { animator, pollId, tokens, slotIds } = await aCrowd();
  const [mine = '', other = ''] = tokens;
  const say = (token: string, at: number) => app.get(PollAnswerService).answerByLink({ token, answers: [{ slotId: slotIds[at] ?? '', answer: 'yes' }] });
  await Promise.all([say(mine, 0), say(other, 1), say(mine, 1), say(other, 0), say(mine, 2)]);
  const view = await app.get(PollQueries).read(animator, pollId);
  expect(view.tally?.map((one) => one.yes)).toEqual([2, 2, 1]);
});
