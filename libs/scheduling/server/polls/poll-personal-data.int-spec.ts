import { createTestApp, FixedClock, type TestApp } from '@cohorte/platform/server';
import { SchedulingModule } from '../scheduling.module';
import { PollAnswerService } from './poll-answer.service';
import { PollClosing } from './poll-closing';
import { PollLinkService } from './poll-link.service';
import { PollLinks } from './poll-link';
import { PollOpenLinkService } from './poll-open-link.service';
import { PollPassersByService } from './poll-passers-by.service';
import { PollPersonalData } from './poll-personal-data';
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

/** Léa, Marc, Rémi and a guest are asked about three slots; Léa and the guest have answered. */
async function answered() {
  const cohort = await given.aCohort();
  const pollId = await given.aPoll(cohort.animator, cohort.meetingId, { guests: [{ name: 'Anne Petit', email: 'anne@ville.example' }] });
  const { slots } = await app.get(PollQueries).read(cohort.lea, pollId);
  const said = (['yes', 'if-need-be', 'no'] as const).map((answer, at) => ({ slotId: slots[at]?.id ?? '', answer }));
  await app.get(PollAnswerService).answer(cohort.lea, { pollId, answers: said });
  const token = await given.tokenOf(pollId, 'Anne Petit');
  await app.get(PollAnswerService).answerByLink({ token, answers: said.slice(0, 1) });
  return { ...cohort, pollId, token };
}

const erased = async (personId: string): Promise<void> => {
  await given.networks.asSystem((tx) => tx.query('UPDATE identity_person SET name = NULL, email = NULL, erased_at = now() WHERE id = $1', [personId]));
  await app.get(PollPersonalData).forget({ personId });
};

describe('what polls keep about a person', () => {
  it('leaves whole: what they were asked, slot by slot what they said, what they made; nothing of others, no secret', async () => {
    const { lea, remi, animator, pollId } = await answered();
    const mine = await app.get(PollPersonalData).personalDataOf(lea.personId);
    expect(mine).toMatchObject({
      pollsMade: [],
      pollsAsked: [{ poll: 'Rencontre 2', at: start, answeredAt: start, noneFits: false, answers: [{ answer: 'yes' }, { answer: 'if-need-be' }, { answer: 'no' }] }],
    });
    const [row] = (await given.participants(pollId)).filter(({ personId }) => personId === lea.personId);
    const [nonce, hash] = [row?.nonce ?? '', row?.tokenHash ?? ''];
    expect([nonce, hash].some((secret) => secret === '' || JSON.stringify(mine).includes(secret))).toBe(false);
    expect(JSON.stringify(mine)).not.toMatch(/Anne|Rémi|ville\.example/);
    expect(await app.get(PollPersonalData).personalDataOf(remi.personId)).toMatchObject({ pollsAsked: [{ answeredAt: null, answers: [] }] });
    expect(await app.get(PollPersonalData).personalDataOf(animator.personId)).toMatchObject({ pollsAsked: [], pollsMade: [{ poll: 'Rencontre 2', at: start }] });
  });

  it('found by a guest who has an account since, is theirs to take away', async () => {
    const { pollId } = await answered();
    const anne = await given.networks.actor(await given.networks.aPerson('Anne Petit', 'anne@ville.example'));
    await app.get(PollQueries).read(anne, pollId);
    const { pollsAsked } = await app.get(PollPersonalData).personalDataOf(anne.personId);
    expect(pollsAsked).toContainEqual(expect.objectContaining({ poll: 'Rencontre 2', answers: [expect.objectContaining({ answer: 'yes' })] }));
    await erased(anne.personId);
  });

  it('goes with them: the answers still count under no name, and the link of the letters opens nothing', async () => {
    const { lea, animator, pollId } = await answered();
    const row = (await given.participants(pollId)).find(({ personId }) => personId === lea.personId);
    const token = row ? app.get(PollLinks).tokenOf(row) : '';
    await expect(app.get(PollLinkService).read({ token })).resolves.toMatchObject({ mine: { name: 'Léa' } });
    await erased(lea.personId);
    await expect(app.get(PollLinkService).read({ token })).rejects.toEqual(named('link-unknown'));
    const view = await app.get(PollQueries).read(animator, pollId);
    expect([view.tally?.[0]?.yes, JSON.stringify(view)]).toEqual([2, expect.not.stringContaining('Léa')]);
  });
});

describe('guests, who have no account', () => {
  it('are forgotten two years after the last slot, passers-by with them: no name, no address, a dead link, and their answers still counted', async () => {
    const { animator, pollId, token } = await answered();
    const open = (await app.get(PollOpenLinkService).renew(animator, pollId)).link?.split('/').at(-1) ?? '';
    await app.get(PollPassersByService).join({ token: open, name: 'Zoé Passant', email: 'zoe@ville.example' });
    const kept = async () => (await given.participants(pollId)).filter(({ personId }) => personId === null).map(({ name, email }) => [name, email]).toSorted();
    clock.set(new Date('2028-04-02T11:59:00Z'));
    await app.get(PollClosing).forgetGuests();
    expect(await kept()).toEqual([['Anne Petit', 'anne@ville.example'], ['Zoé Passant', 'zoe@ville.example']]);
    clock.set(new Date('2028-04-02T12:01:00Z'));
    await app.get(PollClosing).forgetGuests();
    expect(await kept()).toEqual([['', null], ['', null]]);
    await expect(app.get(PollLinkService).read({ token })).rejects.toEqual(named('link-revoked'));
    expect(JSON.stringify(await given.participants(pollId))).not.toMatch(/Anne|Zoé|ville\.example/);
    expect((await given.participants(pollId)).filter(({ answers }) => answers.startsWith('y'))).toHaveLength(2);
    expect(await app.get(PollPassersByService).read(open)).toMatchObject({ state: 'closed' });
  });
});
