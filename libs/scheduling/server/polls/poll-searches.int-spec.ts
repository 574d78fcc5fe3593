import { MeetingEditing, MeetingsFixtures } from '@cohorte/meetings/server';
import { createTestApp, FixedClock, newId, type TestApp } from '@cohorte/platform/server';
import { SchedulingModule } from '../scheduling.module';
import { PollService } from './poll.service';
import { PollFixtures } from './polls.fixtures';

let app: TestApp;
let given: PollFixtures;

beforeAll(async () => {
  app = await createTestApp({ imports: [SchedulingModule], actor: null, clock: new FixedClock(new Date('2026-03-01T08:00:00Z')) });
  given = new PollFixtures(app);
});
afterAll(() => app.close());

/** What the page of a meeting says to someone. */
async function soughtFor(actor: Awaited<ReturnType<PollFixtures['aCohort']>>['animator'], meetingId: string): Promise<unknown> {
  app.actAs(actor);
  return ((await app.request('GET', `/api/meetings/${meetingId}`)).body as { dateSought: unknown }).dateSought;
}

describe('a meeting whose date is being looked for', () => {
  it('leads its animators to the poll under way, and nobody else; given up, it says nothing', async () => {
    const { animator, lea, meetingId } = await given.aCohort();
    expect(await soughtFor(animator, meetingId)).toBeNull();
    const pollId = await given.aPoll(animator, meetingId);
    expect(await soughtFor(animator, meetingId)).toEqual({ kind: 'poll', path: `/sondages/${pollId}` });
    expect(await soughtFor(lea, meetingId)).toBeNull();
    await app.get(PollService).cancel(animator, pollId);
    expect(await soughtFor(animator, meetingId)).toBeNull();
  });

  it('in the poll of its whole track leads to the page of the dates', async () => {
    const { animator, cohortId, networkId, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId);
    await given.networks.asSystem(async (tx) => {
      const trackPollId = newId();
      await tx.query(
        `INSERT INTO scheduling_track_poll (id, space_id, network_id, request_id, zone, rules, closes_at, opened_at) VALUES ($1, $2, $3, $1, 'Europe/Paris', '[]', '2026-03-10T17:00:00Z', now())`, [trackPollId, cohortId, networkId]);
      await tx.query('UPDATE scheduling_poll SET track_poll_id = $2 WHERE id = $1', [pollId, trackPollId]);
    });
    expect(await soughtFor(animator, meetingId)).toEqual({ kind: 'track', path: `/parcours/${cohortId}/dates` });
  });

  it('is not taken back into preparation while people are asked when they can come', async () => {
    const { animator, meetingId } = await given.aCohort();
    const pollId = await given.aPoll(animator, meetingId);
    app.actAs(animator);
    const { version } = (await app.request('GET', `/api/meetings/${meetingId}`)).body as { version: number };
    await expect(app.get(MeetingEditing).unpublish(animator, { meetingId, version })).rejects.toEqual(expect.objectContaining({ code: 'meetings.date-is-sought' }));
    await app.get(PollService).cancel(animator, pollId);
    expect((await app.get(MeetingEditing).unpublish(animator, { meetingId, version })).published).toBe(false);
  });

  it('looked for by a poll that closed, then dated by hand, is looked for no more', async () => {
    const { animator, networkId } = await given.aCohort();
    // Open to the whole network: nobody is told to come to it, so its date alone keeps nobody waiting.
    const meetingId = await new MeetingsFixtures(app).aMeeting(animator, networkId, { title: 'Atelier ouvert', startsAt: null, audience: 'network' });
    const pollId = await given.aPoll(animator, meetingId, { guests: [{ name: 'Anne Petit', email: 'anne@ville.example' }] });
    app.actAs(animator);
    const version = async () => ((await app.request('GET', `/api/meetings/${meetingId}`)).body as { version: number }).version;
    await app.get(PollService).close(animator, pollId);
    expect(await soughtFor(animator, meetingId)).toEqual({ kind: 'poll', path: `/sondages/${pollId}` });
    expect((await app.request('PUT', `/api/meetings/${meetingId}/date`, { version: await version(), startsAt: '2026-04-02T12:00:00.000Z', message: '' })).status).toBe(200);
    expect(await soughtFor(animator, meetingId)).toBeNull();
    expect((await app.get(MeetingEditing).unpublish(animator, { meetingId, version: await version() })).published).toBe(false);
  });
});
