import { createTestApp, FixedClock, newId, type TestApp } from '@cohorte/platform/server';
import { plainRule } from '../../contract';
import { PollClosing } from '../polls/poll-closing';
import { PollQueries } from '../polls/poll.queries';
import { PollPeopleService } from '../polls/poll-people.service';
import { PollService } from '../polls/poll.service';
import { PollFixtures } from '../polls/polls.fixtures';
import { SchedulingModule } from '../scheduling.module';
import { TrackAnswerService } from './track-answer.service';
import { TrackPollQueries } from './track-poll.queries';
import { TrackPollService } from './track-poll.service';

const clock = new FixedClock(new Date('2026-03-01T08:00:00Z'));
const named = (code: string) => expect.objectContaining({ code });
let app: TestApp;
let given: PollFixtures;

beforeAll(async () => {
  app = await createTestApp({ imports: [SchedulingModule], actor: null, clock });
  given = new PollFixtures(app);
});
beforeEach(() => clock.set(new Date('2026-03-01T08:00:00Z')));
afterAll(() => app.close());

/** Two meetings asked at once, until 10 March at 18 h in Paris. */
async function aTrack() {
  const place = await given.aCohort();
  const meetings = [place.meetingId, place.otherMeetingId].map((meetingId, at) => ({ rule: plainRule(meetingId), minutes: 90, slots: [`2026-0${at + 4}-09T14:00`, `2026-0${at + 4}-16T14:00`] }));
  const { trackPollId } = await app.get(TrackPollService).open(place.animator, {
    cohortId: place.cohortId, requestId: newId(), zone: 'Europe/Paris', schoolZone: 'B', places: [], closesAt: '2026-03-10T18:00', audience: 'leads', guests: [], meetings,
  });
  const polls = await given.networks.asSystem((tx) => tx.query<{ id: string; meeting_id: string; state: string; closes_at: Date }[]>('SELECT id, meeting_id, state, closes_at FROM scheduling_poll WHERE track_poll_id = $1', [trackPollId]));
  return { ...place, trackPollId, pollId: polls.find((poll) => poll.meeting_id === place.meetingId)?.id ?? '' };
}

const statesOf = (trackPollId: string) =>
  given.networks.asSystem((tx) => tx.query<{ state: string; closes_at: Date }[]>('SELECT state, closes_at FROM scheduling_poll WHERE track_poll_id = $1', [trackPollId]));
const closedFacts = (trackPollId: string) =>
  given.networks.asSystem((tx) => tx.query<unknown[]>(`SELECT 1 FROM platform_outbox WHERE name = 'scheduling.track-poll-closed' AND payload->>'trackPollId' = $1`, [trackPollId]));

describe('the deadline of a whole track', () => {
  it('passes for all its meetings, and is told once', async () => {
    const { trackPollId } = await aTrack();
    clock.set(new Date('2026-03-10T17:00:00Z'));
    await app.get(PollClosing).sweep();
    await app.get(PollClosing).sweep();
    expect((await statesOf(trackPollId)).map(({ state }) => state)).toEqual(['closed', 'closed']);
    expect(await closedFacts(trackPollId)).toHaveLength(1);
  });

  it('extended, opens all its meetings again with the answers they had, and passes again later', async () => {
    const { animator, lea, cohortId, meetingId, trackPollId } = await aTrack();
    const slotId = (await app.get(TrackAnswerService).mine(lea, cohortId)).meetings[0]?.slots[0]?.id ?? '';
    await app.get(TrackAnswerService).answer(lea, { trackPollId, meetingId, answers: [{ slotId, answer: 'yes' }] });
    clock.set(new Date('2026-03-10T17:00:00Z'));
    await app.get(PollClosing).sweep();
    await app.get(TrackPollService).extend(animator, { trackPollId, closesAt: '2026-03-20T18:00' });
    expect(await app.get(TrackPollQueries).view(animator, trackPollId)).toMatchObject({ state: 'open', closesAt: '2026-03-20T17:00:00.000Z' });
    const sheet = await app.get(TrackAnswerService).mine(lea, cohortId);
    expect([sheet.state, sheet.meetings[0]?.answers]).toEqual(['open', ['yes', null]]);
    expect(await statesOf(trackPollId)).toEqual([1, 2].map(() => ({ state: 'open', closes_at: new Date('2026-03-20T17:00:00Z') })));
    clock.set(new Date('2026-03-20T17:00:00Z'));
    await app.get(PollClosing).sweep();
    expect(await closedFacts(trackPollId)).toHaveLength(2);
  });

  it('is refused after the last date of a meeting, in the past, and to those who only answer', async () => {
    const { animator, lea, trackPollId } = await aTrack();
    const service = app.get(TrackPollService);
    await expect(service.extend(animator, { trackPollId, closesAt: '2026-04-20T18:00' })).rejects.toEqual(named('scheduling.deadline-after-slots'));
    await expect(service.extend(animator, { trackPollId, closesAt: '2026-02-20T18:00' })).rejects.toEqual(named('scheduling.deadline-in-past'));
    await expect(service.extend(lea, { trackPollId, closesAt: '2026-03-20T18:00' })).rejects.toEqual(named('scheduling.track-poll-unknown'));
    expect((await statesOf(trackPollId)).map((poll) => poll.closes_at.toISOString())).toEqual(['2026-03-10T17:00:00.000Z', '2026-03-10T17:00:00.000Z']);
  });
});

it('one of its polls says so, and is not run apart from the others', async () => {
  const { animator, pollId } = await aTrack();
  expect(await app.get(PollQueries).read(animator, pollId)).toMatchObject({ isOfTrack: true, canManage: false });
  await expect(app.get(PollService).extend(animator, { pollId, closesAt: '2026-03-15T18:00' })).rejects.toEqual(named('scheduling.poll-of-track'));
  await expect(app.get(PollService).cancel(animator, pollId)).rejects.toEqual(named('scheduling.poll-of-track'));
  const guests = [{ name: 'Anne', email: 'anne@ville.example', structureId: null, required: false }];
  await expect(app.get(PollPeopleService).invite(animator, { pollId, guests })).rejects.toEqual(named('scheduling.poll-of-track'));
});
