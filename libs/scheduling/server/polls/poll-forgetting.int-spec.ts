import { createTestApp, FixedClock, type TestApp } from '@cohorte/platform/server';
import { SchedulingModule } from '../scheduling.module';
import { PollClosing } from './poll-closing';
import { PollPeopleService } from './poll-people.service';
import { PollFixtures } from './polls.fixtures';

const asked = new Date('2026-03-01T08:00:00Z');
/** The last slot offered is on 2 April 2026. */
const lastSlot = Date.parse('2026-04-02T12:00:00Z');
const months = (count: number): Date => new Date(new Date(lastSlot).setUTCMonth(new Date(lastSlot).getUTCMonth() + count));
const clock = new FixedClock(asked);
let app: TestApp;
let given: PollFixtures;

beforeAll(async () => {
  app = await createTestApp({ imports: [SchedulingModule], actor: null, clock });
  given = new PollFixtures(app);
});
afterEach(() => clock.set(asked));
afterAll(() => app.close());

describe('guests of a poll', () => {
  async function aGuestAsked(): Promise<{ pollId: string; token: string }> {
    const { animator, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId);
    await app.get(PollPeopleService).invite(animator, { pollId, guests: [{ name: 'Odile Mairie', email: 'odile@mairie.example', structureId: null, required: false }] });
    return { pollId, token: await given.tokenOf(pollId, 'Odile Mairie') };
  }
  const guest = async (pollId: string) => (await given.participants(pollId)).find((one) => one.personId === null);
  const forgetAt = async (day: Date): Promise<void> => {
    clock.set(day);
    await app.get(PollClosing).forgetGuests();
  };

  it('are kept until twenty-four months after the last slot, then nobody: no name, no address, no link', async () => {
    const { pollId } = await aGuestAsked();
    await forgetAt(new Date(months(24).getTime() - 86_400_000));
    expect(await guest(pollId)).toMatchObject({ name: 'Odile Mairie', email: 'odile@mairie.example', revokedAt: null });
    await forgetAt(new Date(months(24).getTime() + 86_400_000));
    expect(await guest(pollId)).toMatchObject({ name: '', email: null, revokedAt: expect.any(Date) as Date });
    expect(await given.networks.asSystem((tx) => tx.query<unknown[]>(`SELECT 1 FROM scheduling_poll_participant WHERE poll_id = $1 AND name_key LIKE '%odile%'`, [pollId]))).toEqual([]);
  });

  it('are forgotten poll by poll, members never, and a second time changes nothing', async () => {
    const { pollId } = await aGuestAsked();
    const members = (await given.participants(pollId)).filter((one) => one.personId !== null);
    await forgetAt(months(25));
    const once = await given.participants(pollId);
    await forgetAt(months(26));
    expect(await given.participants(pollId)).toEqual(once);
    expect(once.filter((one) => one.personId !== null)).toEqual(members);
  });
});
