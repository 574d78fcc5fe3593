import { createTestApp, Database, FixedClock, type TestApp } from '@cohorte/platform/server';
import type { createPoll } from '../../contract';
import type { CallOf } from '@cohorte/platform/contract';
import { SchedulingModule } from '../scheduling.module';
import { PollAnswerService } from './poll-answer.service';
import { PollLinkService } from './poll-link.service';
import { PollOpenLinkService } from './poll-open-link.service';
import { PollPassersByService } from './poll-passers-by.service';
import { PollPeopleService } from './poll-people.service';
import { PollQueries } from './poll.queries';
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

const secretOf = (link: string | null): string => link?.split('/').at(-1) ?? '';
const anne = { name: 'Anne Petit', email: 'anne@ville.example' };
const passersBy = () => app.get(PollPassersByService);

/** An open poll of two hospitals, with its open link. */
async function anOpenPoll(changed: Partial<CallOf<typeof createPoll>> = {}) {
  const cohort = await given.aCohort();
  const pollId = await given.aPoll(cohort.animator, cohort.meetingId, changed);
  const token = secretOf((await app.get(PollOpenLinkService).renew(cohort.animator, pollId)).link);
  const join = (who = anne) => passersBy().join({ token, ...who });
  const slotIds = (await app.get(PollQueries).read(cohort.animator, pollId)).slots.map((slot) => slot.id);
  const say = (mine: string | null, answer: 'yes' | 'no') => app.get(PollAnswerService).answerByLink({ token: mine ?? '', answers: [{ slotId: slotIds[0] ?? '', answer }] });
  return { ...cohort, pollId, token, join, say };
}

describe('whoever holds the open link', () => {
  it('reads what is asked and nothing of the others, and opening it writes nothing', async () => {
    const { pollId, token, lea } = await anOpenPoll();
    const slot = (await app.get(PollQueries).read(lea, pollId)).slots[0]?.id ?? '';
    await app.get(PollAnswerService).answer(lea, { pollId, answers: [{ slotId: slot, answer: 'yes' }] });
    const before = [await given.participants(pollId), await given.told(pollId)];
    app.actAs(null);
    const { status, body } = await app.request('GET', `/api/open-polls/${token}`);
    expect([status, Object.keys(body as object).sort()]).toEqual([200, ['closesAt', 'decidedStartsAt', 'meetingTitle', 'note', 'slots', 'spaceName', 'state', 'thirdAnswer', 'title', 'zone']]);
    expect(JSON.stringify(body)).not.toMatch(/Léa|CHU de|participant|yes/);
    expect([await given.participants(pollId), await given.told(pollId)]).toEqual(before);
  });

  it('says who they are, receives a line and a link of their own, shown and mailed once, and answers', async () => {
    const { pollId, join, say, animator } = await anOpenPoll();
    const { token } = await join();
    await say(token, 'yes');
    expect((await app.get(PollLinkService).read({ token: token ?? '' })).mine).toMatchObject({ name: 'Anne Petit', answers: 'y--', answered: true });
    expect((await app.get(PollQueries).read(animator, pollId)).voices).toMatchObject({ answered: 1, total: 3 });
    expect(await given.told(pollId)).toEqual(['opened', 'joined']);
  });

  it('never receives the link of a line that exists: it leaves by mail, and not again within ten minutes', async () => {
    const { pollId, join, say } = await anOpenPoll({ guests: [{ name: 'Bob Grand', email: 'bob@ville.example' }] });
    await say((await join()).token, 'yes');
    expect([await join({ name: ' anne  PETIT', email: 'anne@ville.example' }), await join({ name: 'Bob Grand', email: 'bob@ville.example' })]).toEqual([{ token: null }, { token: null }]);
    expect(await given.told(pollId)).toEqual(['opened', 'joined', 'joined']);
    clock.set(new Date('2026-03-01T09:11:00Z'));
    await join();
    expect(await given.told(pollId)).toEqual(['opened', 'joined', 'joined', 'joined']);
    expect((await given.participants(pollId)).filter((row) => row.email === 'anne@ville.example')).toHaveLength(1);
  });

  it('nor that of someone asked with their account, whose own address receives it', async () => {
    const { pollId, join, lea } = await anOpenPoll();
    const [{ email } = { email: '' }] = await given.networks.asSystem((tx) => tx.query<{ email: string }[]>('SELECT email FROM identity_person WHERE id = $1', [lea.personId]));
    expect(await join({ name: 'léa', email })).toEqual({ token: null });
    expect(await given.participants(pollId)).toHaveLength(3);
  });

  it('shares a mailbox with two colleagues, and no more', async () => {
    const { join } = await anOpenPoll();
    const tokens = [];
    for (const name of ['Anne', 'Bob', 'Chloé']) tokens.push((await join({ name, email: 'marches@ville.example' })).token);
    expect(new Set(tokens).size).toBe(3);
    await expect(join({ name: 'David', email: 'marches@ville.example' })).rejects.toEqual(named('mailbox-full'));
  });

  it('twice in one moment has one line', async () => {
    const { pollId, join } = await anOpenPoll({ audience: 'nobody', guests: [{ name: 'Bob Grand', email: 'bob@ville.example' }] });
    const both = await Promise.all([join(), join(), join()]);
    expect(both.filter(({ token }) => token !== null)).toHaveLength(1);
    expect(await given.participants(pollId)).toHaveLength(2);
  });

  it('sees of the others what participants see: with hidden names, none', async () => {
    const { lea, pollId, join, say } = await anOpenPoll({ visibility: 'after-answer', namesHidden: true });
    const slot = (await app.get(PollQueries).read(lea, pollId)).slots[0]?.id ?? '';
    await app.get(PollAnswerService).answer(lea, { pollId, answers: [{ slotId: slot, answer: 'yes' }] });
    const { token } = await join();
    expect(await app.get(PollLinkService).read({ token: token ?? '' })).toMatchObject({ lines: null, tally: null });
    await say(token, 'no');
    await app.get(PollAnswerService).answerByLink({ token: token ?? '', answers: [], noneFits: true });
    expect(JSON.stringify(await app.get(PollLinkService).read({ token: token ?? '' }))).not.toMatch(/Léa|CHU de/);
  });

  it('who signs in later with that address finds the answers; a stranger who wrote the address reaches them no more', async () => {
    const { pollId, join, say } = await anOpenPoll();
    const { token } = await join({ name: 'Zoé Faux', email: 'vraie@ville.example' });
    await say(token, 'yes');
    const person = await given.networks.actor(await given.networks.aPerson('Zoé Faux', 'vraie@ville.example'));
    expect((await app.get(PollQueries).read(person, pollId)).mine).toMatchObject({ answers: 'y--' });
    await expect(say(token, 'no')).rejects.toEqual(named('link-unknown'));
    expect((await app.get(PollQueries).read(person, pollId)).mine).toMatchObject({ answers: 'y--' });
  });
});

describe('those who run the poll', () => {
  it('renew the link, and the former one opens nothing; close it, and those who answered keep their line', async () => {
    const { animator, pollId, token, join, say } = await anOpenPoll();
    const mine = (await join()).token;
    const renewed = await app.get(PollOpenLinkService).renew(animator, pollId);
    expect(renewed.joined).toBe(1);
    await expect(passersBy().read(token)).rejects.toEqual(named('open-link-unknown'));
    await expect(join({ name: 'Bob', email: 'bob@ville.example' })).rejects.toEqual(named('open-link-unknown'));
    expect(await passersBy().read(secretOf(renewed.link))).toMatchObject({ title: 'Rencontre 2', state: 'open' });
    expect(await app.get(PollOpenLinkService).close(animator, pollId)).toEqual({ pollId, link: null, joined: 1 });
    await expect(passersBy().read(secretOf(renewed.link))).rejects.toEqual(named('open-link-unknown'));
    await expect(say(mine, 'yes')).resolves.toMatchObject({ answered: true });
  });

  it('take somebody off: the open link does not bring them back', async () => {
    const { animator, pollId, join } = await anOpenPoll();
    await join();
    const row = (await given.participants(pollId)).find((one) => one.name === 'Anne Petit');
    await app.get(PollPeopleService).revoke(animator, { pollId, participantId: row?.id ?? '' });
    await expect(join()).rejects.toEqual(named('link-revoked'));
  });

  it('are animators; a poll that is not open hands out no link and takes nobody, and still says where it stands', async () => {
    const { animator, lea, pollId, token, join } = await anOpenPoll();
    const services = app.get(PollOpenLinkService);
    for (const act of ['read', 'renew', 'close'] as const) await expect(services[act](lea, pollId)).rejects.toEqual(named('animators-only'));
    const stranger = (await given.aCohort()).animator;
    for (const act of ['read', 'renew', 'close'] as const) await expect(services[act](stranger, pollId)).rejects.toEqual(named('poll-unknown'));
    await app.get(PollService).close(animator, pollId);
    await expect(services.renew(animator, pollId)).rejects.toEqual(named('poll-not-open'));
    await expect(join()).rejects.toEqual(named('poll-closed'));
    expect(await passersBy().read(token)).toMatchObject({ state: 'closed' });
  });

  it('alone reach the link in the database too', async () => {
    const { animator, lea, pollId } = await anOpenPoll();
    const stranger = (await given.aCohort()).animator;
    const seen = (actor: typeof lea) => app.get(Database).transaction(actor, async (tx) => (await tx.query<unknown[]>('SELECT nonce FROM scheduling_poll_open_link WHERE poll_id = $1', [pollId])).length);
    expect([await seen(animator), await seen(lea), await seen(stranger)]).toEqual([1, 0, 0]);
    const renew = app.get(Database).transaction(lea, (tx) => tx.query<[unknown[], number]>(`UPDATE scheduling_poll_open_link SET nonce = 'mine' WHERE poll_id = $1`, [pollId]));
    expect((await renew)[1]).toBe(0);
  });
});
