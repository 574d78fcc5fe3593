import { MeetingService } from '@cohorte/meetings/server';
import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import type { CallOf, InputOf } from '@cohorte/platform/contract';
import { createTestApp, Database, FixedClock, newId, type TestApp } from '@cohorte/platform/server';
import { type MeetingRule, type openTrackPoll, plainRule, type PollAnswer } from '../../contract';
import { SchedulingModule } from '../scheduling.module';
import { TrackAnswerService } from './track-answer.service';
import { TrackPollQueries } from './track-poll.queries';
import { TrackPollReader } from './track-poll.reader';
import { TrackPollService } from './track-poll.service';
import { TrackReminders } from './track-reminders';

const start = new Date('2026-11-23T09:00:00Z');
const clock = new FixedClock(start);
const named = (code: string) => expect.objectContaining({ code });
let app: TestApp;
let given: NetworksFixtures;

beforeAll(async () => {
  app = await createTestApp({ imports: [SchedulingModule], actor: null, clock });
  given = new NetworksFixtures(app);
});
beforeEach(() => clock.set(start));
afterAll(() => app.close());

const planned = (title: string, startsAt: string | null = null) => ({ title, objective: '', format: 'video' as const, minutes: 90, startsAt: startsAt ? new Date(startsAt) : null, dateByPoll: false });

/** Three hospitals with their leads, a sponsor in the network; meeting 3 is dated, 4 to 6 are not. */
async function aTrack() {
  const networkId = await given.aNetwork(`Réseau ${newId()}`);
  const animator = await given.someone('animator', networkId, 'Anne Animatrice');
  const sponsor = await given.someone('sponsor', networkId, 'Sophie de l’ARS');
  const structures: string[] = [];
  for (const name of ['CHU de Caen', 'CHU de Rouen', 'CH d’Évreux']) structures.push(await given.aStructure(networkId, { name: `${name} ${newId()}` }));
  const leads: string[] = [];
  for (const structureId of structures) leads.push(await given.someone('lead', structureId));
  const cohortId = await given.aCohort(networkId, structures);
  const meetingIds = await given.asSystem((tx) =>
    app.get(MeetingService).planSeries(tx, { spaceId: cohortId, networkId }, [planned('Rencontre 3', '2026-12-08T13:00:00Z'), planned('Rencontre 4'), planned('Rencontre 5'), planned('Rencontre 6')]));
  const [caen, rouen, evreux] = await Promise.all(leads.map((id) => given.actor(id)));
  return {
    networkId, cohortId, structures, sponsorId: sponsor,
    animator: await given.actor(animator), sponsor: await given.actor(sponsor), caen: caen as Actor, rouen: rouen as Actor, evreux: evreux as Actor,
    three: meetingIds[0] as string, four: meetingIds[1] as string, five: meetingIds[2] as string, six: meetingIds[3] as string,
  };
}
type Track = Awaited<ReturnType<typeof aTrack>>;

const [january, february, march] = [['2027-01-12T14:00', '2027-01-19T14:00'], ['2027-02-09T14:00', '2027-02-16T14:00'], ['2027-03-16T14:00', '2027-03-23T14:00']] as const;
const rule = (meetingId: string, more: Partial<MeetingRule> = {}): MeetingRule => ({ ...plainRule(meetingId), minWeeks: 2, maxWeeks: 10, ...more });

const form = (track: Track, more: Partial<CallOf<typeof openTrackPoll>> = {}): InputOf<typeof openTrackPoll> => ({
  cohortId: track.cohortId, requestId: newId(), zone: 'Europe/Paris', schoolZone: 'B', places: [], closesAt: '2026-12-04T18:00', audience: 'leads', guests: [],
  meetings: [
    { rule: rule(track.four), minutes: 90, slots: [...january] },
    { rule: rule(track.five), minutes: 90, slots: [...february] },
    { rule: rule(track.six), minutes: 90, slots: [...march] },
  ],
  ...(more as object),
});

const open = (track: Track, more: Partial<CallOf<typeof openTrackPoll>> = {}) => app.get(TrackPollService).open(track.animator, form(track, more));
const letters: Record<string, PollAnswer> = { y: 'yes', b: 'if-need-be', n: 'no' };

/** One letter a slot, one word a meeting. */
async function answers(actor: Actor, track: Track, trackPollId: string, words: readonly string[]): Promise<void> {
  const sheet = await app.get(TrackAnswerService).mine(actor, track.cohortId);
  for (const [place, word] of words.entries()) {
    const meeting = sheet.meetings[place];
    if (!meeting) continue;
    await app.get(TrackAnswerService).answer(actor, {
      trackPollId, meetingId: meeting.meetingId, noneFits: false, answers: meeting.slots.map((slot, at) => ({ slotId: slot.id, answer: letters[word[at] ?? ''] ?? null })),
    });
  }
}

const combinations = (track: Track, trackPollId: string) => app.get(TrackPollQueries).combinations(track.animator, trackPollId);
const datesOf = (track: Track) => given.asSystem(async (tx) => (await app.get(MeetingService).inSpaces(tx, [track.cohortId])).map((meeting) => meeting.startsAt));
const outbox = (name: string, trackPollId: string) =>
  given.asSystem((tx) => tx.query<{ payload: object }[]>(`SELECT payload FROM platform_outbox WHERE name = $1 AND payload->>'trackPollId' = $2`, [name, trackPollId]));

describe('opening a track poll', () => {
  it('asks the leads of all structures for every meeting, with one letter', async () => {
    const track = await aTrack();
    const { trackPollId } = await open(track);
    const page = await app.get(TrackPollQueries).read(track.animator, track.cohortId);
    expect(page.current).toMatchObject({ id: trackPollId, state: 'open', structures: { answered: 0, total: 3 }, slotCounts: { [track.four]: 2, [track.five]: 2, [track.six]: 2 } });
    expect(page.current?.participants).toHaveLength(3);
    expect(page.meetings.map(({ number, canSeek, isPolled }) => [number, canSeek, isPolled])).toEqual([[1, false, false], [2, false, true], [3, false, true], [4, false, true]]);
    expect(await outbox('scheduling.track-poll-opened', trackPollId)).toHaveLength(1);
    const ordinary = await given.asSystem((tx) => tx.query<unknown[]>(`SELECT 1 FROM platform_outbox o JOIN scheduling_poll q ON q.id::text = o.payload->>'pollId' WHERE q.track_poll_id = $1`, [trackPollId]));
    expect(ordinary).toEqual([]);
  });

  it('sent twice at once is one track poll; a second one is refused while the first lives', async () => {
    const track = await aTrack();
    const sent = form(track);
    const [one, two] = await Promise.all([app.get(TrackPollService).open(track.animator, sent), app.get(TrackPollService).open(track.animator, sent)]);
    expect(two).toEqual(one);
    await expect(open(track)).rejects.toEqual(named('scheduling.track-poll-running'));
  });

  it('asks whoever a meeting requires, and guests by address', async () => {
    const track = await aTrack();
    await open(track, {
      guests: [{ name: 'Gaëlle Durand', email: 'gaelle@exemple.fr', structureId: track.structures[0] as string, required: false }],
      meetings: [{ rule: rule(track.four, { required: [{ kind: 'role', role: 'sponsor' }] }), minutes: 90, slots: [...january] }],
    });
    const { current } = await app.get(TrackPollQueries).read(track.animator, track.cohortId);
    expect(current?.participants.map((one) => one.name)).toEqual(expect.arrayContaining(['Sophie de l’ARS', 'Gaëlle Durand']));
  });

  it.each([
    ['a meeting of another cohort', 'scheduling.meeting-not-in-track', (track: Track) => ({ ...form(track), meetings: [{ rule: rule(newId()), minutes: 90, slots: [...january] }] })],
    ['a meeting that has its date', 'scheduling.meeting-has-date', (track: Track) => ({ ...form(track), meetings: [{ rule: rule(track.three), minutes: 90, slots: [...january] }] })],
    ['a date in the past', 'scheduling.slot-in-past', (track: Track) => ({ ...form(track), meetings: [{ rule: rule(track.four), minutes: 90, slots: ['2026-11-02T14:00'] }] })],
    ['a deadline after the last date of a meeting', 'scheduling.deadline-after-slots', (track: Track) => ({ ...form(track), closesAt: '2027-02-01T18:00' })],
    ['the same meeting twice', 'scheduling.meeting-twice', (track: Track) => ({ ...form(track), meetings: [{ rule: rule(track.four), minutes: 90, slots: [...january] }, { rule: rule(track.four), minutes: 90, slots: [...february] }] })],
    ['nobody to ask', 'scheduling.nobody-asked', (track: Track) => ({ ...form(track), audience: 'nobody' as const })],
  ])('is refused by name for %s, and leaves nothing behind', async (_what, code, made) => {
    const track = await aTrack();
    await expect(app.get(TrackPollService).open(track.animator, made(track))).rejects.toEqual(named(code));
    expect((await app.get(TrackPollQueries).read(track.animator, track.cohortId)).current).toBeNull();
  });

  it('is for animators; a stranger does not learn that the cohort exists', async () => {
    const track = await aTrack();
    const other = await aTrack();
    const service = app.get(TrackPollService);
    await expect(service.open(track.caen, form(track))).rejects.toEqual(named('scheduling.animators-only'));
    await expect(service.open(other.animator, form(track))).rejects.toEqual(named('scheduling.cohort-unknown'));
    await expect(app.get(TrackPollQueries).read(other.animator, track.cohortId)).rejects.toEqual(named('scheduling.cohort-unknown'));
  });
});

describe('answering on one page', () => {
  it('shows every meeting with one’s own answers and nobody else’s', async () => {
    const track = await aTrack();
    const { trackPollId } = await open(track);
    await answers(track.rouen, track, trackPollId, ['yy', 'yy', 'yy']);
    await answers(track.caen, track, trackPollId, ['yn', 'b']);
    const sheet = await app.get(TrackAnswerService).mine(track.caen, track.cohortId);
    expect(sheet.meetings.map((meeting) => meeting.answers)).toEqual([['yes', 'no'], ['if-need-be', null], [null, null]]);
    expect(sheet.meetings.map((meeting) => meeting.answered)).toEqual([true, true, false]);
    expect(JSON.stringify(sheet)).not.toContain('Rouen');
  });

  it('goes by one personal link without an account, for every meeting', async () => {
    const track = await aTrack();
    const { trackPollId } = await open(track, { guests: [{ name: 'Gaëlle', email: 'gaelle@exemple.fr', structureId: null, required: false }] });
    const view = await app.get(TrackPollQueries).view(track.animator, trackPollId);
    const participantId = view.participants.find((one) => one.name === 'Gaëlle')?.id ?? '';
    const { link } = await app.get(TrackPollQueries).link(track.animator, { trackPollId, participantId });
    const token = link.split('/').at(-1) ?? '';
    const sheet = await app.get(TrackAnswerService).byLink(token);
    expect([sheet.name, sheet.meetings.length]).toEqual(['Gaëlle', 3]);
    await app.get(TrackAnswerService).answerByLink({ token, meetingId: track.six, answers: [{ slotId: sheet.meetings[2]?.slots[0]?.id ?? '', answer: 'yes' }] });
    expect((await app.get(TrackAnswerService).byLink(token)).meetings[2]?.answers).toEqual(['yes', null]);
    await expect(app.get(TrackAnswerService).byLink('x'.repeat(43))).rejects.toEqual(named('scheduling.link-unknown'));
  });

  it('is refused to those not asked, and to everyone after the deadline', async () => {
    const track = await aTrack();
    const { trackPollId } = await open(track);
    await expect(app.get(TrackAnswerService).mine(track.sponsor, track.cohortId)).rejects.toEqual(named('scheduling.track-poll-unknown'));
    clock.set(new Date('2026-12-04T17:00:00Z'));
    await expect(answers(track.caen, track, trackPollId, ['yy'])).rejects.toEqual(named('scheduling.poll-closed'));
  });
});

describe('the best combinations', () => {
  it('say who is lost, and change with the rules', async () => {
    const track = await aTrack();
    const { trackPollId } = await open(track);
    await answers(track.caen, track, trackPollId, ['yy', 'yy', 'yy']);
    await answers(track.rouen, track, trackPollId, ['yn', 'yy', 'yb']);
    await answers(track.evreux, track, trackPollId, ['ny', 'yy', 'yy']);
    const found = await combinations(track, trackPollId);
    expect(found.combinations).toHaveLength(3);
    expect(found.combinations[0]).toMatchObject({ share: 88, dates: [{ meetingId: track.four, startsAt: '2027-01-12T13:00:00.000Z', lost: [track.structures[2]] }, { lost: [] }, { startsAt: '2027-03-16T13:00:00.000Z' }] });
    const rules = [rule(track.four, { required: [{ kind: 'structure', structureId: track.structures[2] as string }] }), rule(track.five), rule(track.six)];
    await app.get(TrackPollService).changeRules(track.animator, { trackPollId, rules, version: found.version });
    expect((await combinations(track, trackPollId)).combinations.map((one) => one.dates[0]?.startsAt)).toEqual(Array(3).fill('2027-01-19T13:00:00.000Z'));
  });

  it('do not count the weeks over a meeting whose date nobody seeks', async () => {
    const track = await aTrack();
    const { trackPollId } = await open(track, { meetings: [{ rule: rule(track.six, { maxWeeks: 3 }), minutes: 90, slots: [...march] }] });
    await answers(track.caen, track, trackPollId, ['yy']);
    expect((await combinations(track, trackPollId)).combinations).toHaveLength(2);
  });

  it('that cannot be are explained', async () => {
    const track = await aTrack();
    const { trackPollId } = await open(track, { meetings: [{ rule: rule(track.four, { quorum: 3 }), minutes: 90, slots: [...january] }] });
    await answers(track.caen, track, trackPollId, ['yy']);
    await answers(track.rouen, track, trackPollId, ['yn']);
    expect(await combinations(track, trackPollId)).toMatchObject({ combinations: [], impossible: { kind: 'either', relaxations: [{ kind: 'quorum', meetingId: track.four, from: 3, to: 2 }] } });
  });

  it('are the animators’ to see: a lead does not learn that they exist', async () => {
    const track = await aTrack();
    const { trackPollId } = await open(track);
    await expect(app.get(TrackPollQueries).combinations(track.caen, trackPollId)).rejects.toEqual(named('scheduling.track-poll-unknown'));
    const { current, people, isAsked } = await app.get(TrackPollQueries).read(track.caen, track.cohortId);
    expect({ current, people, isAsked }).toEqual({ current: null, people: [], isAsked: true });
  });
});

describe('keeping a combination', () => {
  const kept = async (track: Track, trackPollId: string, place = 1) => {
    const { combinations: found, version } = await combinations(track, trackPollId);
    return { trackPollId, version, kept: (found[place]?.dates ?? []).map(({ meetingId, slotId }) => ({ meetingId, slotId })) };
  };

  it('dates every meeting at once', async () => {
    const track = await aTrack();
    const { trackPollId } = await open(track);
    for (const actor of [track.caen, track.rouen, track.evreux]) await answers(actor, track, trackPollId, ['yb', 'yy', 'yy']);
    const { combinations: found } = await combinations(track, trackPollId);
    await app.get(TrackPollService).decide(track.animator, await kept(track, trackPollId));
    expect((await datesOf(track)).slice(1)).toEqual(found[1]?.dates.map((date) => date.startsAt));
    expect((await app.get(TrackPollQueries).view(track.animator, trackPollId)).state).toBe('decided');
  });

  it('dates none when one of them cannot be', async () => {
    const track = await aTrack();
    const { trackPollId } = await open(track);
    await answers(track.caen, track, trackPollId, ['yy', 'yy', 'yy']);
    const wanted = await kept(track, trackPollId);
    wanted.kept = wanted.kept.map((one) => (one.meetingId === track.six ? { ...one, slotId: newId() } : one));
    await expect(app.get(TrackPollService).decide(track.animator, wanted)).rejects.toEqual(named('scheduling.slot-gone'));
    expect((await datesOf(track)).slice(1)).toEqual([null, null, null]);
  });

  it('may date some only: the others stay asked, weighed around those dated', async () => {
    const track = await aTrack();
    const { trackPollId } = await open(track);
    await answers(track.caen, track, trackPollId, ['yy', 'yy', 'yy']);
    const all = await kept(track, trackPollId, 0);
    await app.get(TrackPollService).decide(track.animator, { ...all, kept: all.kept.slice(0, 1) });
    expect((await app.get(TrackPollQueries).view(track.animator, trackPollId)).state).toBe('open');
    expect((await combinations(track, trackPollId)).combinations[0]?.dates.map((date) => date.meetingId)).toEqual([track.five, track.six]);
  });

  it('on an older view is refused, and two animators at once keep one', async () => {
    const track = await aTrack();
    const { trackPollId } = await open(track);
    await answers(track.caen, track, trackPollId, ['yy', 'yy', 'yy']);
    const [one, two] = [await kept(track, trackPollId, 0), await kept(track, trackPollId, 1)];
    const results = await Promise.allSettled([app.get(TrackPollService).decide(track.animator, one), app.get(TrackPollService).decide(track.animator, two)]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(app.get(TrackPollService).decide(track.animator, one)).rejects.toEqual(named('scheduling.track-poll-over'));
  });

  it('can be given up: the meetings stay without a date, and can be asked again', async () => {
    const track = await aTrack();
    const { trackPollId } = await open(track);
    await app.get(TrackPollService).cancel(track.animator, { trackPollId });
    await expect(answers(track.caen, track, trackPollId, ['yy'])).rejects.toEqual(named('scheduling.track-poll-unknown'));
    await expect(open(track)).resolves.toEqual({ trackPollId: expect.any(String) });
  });
});

describe('reminders', () => {
  it('go to those who miss a meeting only: once by itself, once by hand', async () => {
    const track = await aTrack();
    const { trackPollId } = await open(track);
    await answers(track.caen, track, trackPollId, ['yy', 'yy', 'yy']);
    await answers(track.rouen, track, trackPollId, ['yy', 'yy', '']);
    clock.set(new Date('2026-12-02T17:30:00Z'));
    await app.get(TrackReminders).sweep();
    await app.get(TrackReminders).sweep();
    expect(await outbox('scheduling.track-poll-reminder-due', trackPollId)).toEqual([{ payload: { trackPollId, round: 1 } }]);
    expect(await app.get(TrackReminders).remind(track.animator, trackPollId)).toEqual({ reminded: 2 });
    await expect(app.get(TrackReminders).remind(track.animator, trackPollId)).rejects.toEqual(named('scheduling.reminded-already'));
    const missing = await given.asSystem((tx) => app.get(TrackPollReader).participantsOf(tx, trackPollId, { missingOnly: true }));
    expect(missing.map((one) => one.attendee.personId).sort()).toEqual([track.rouen.personId, track.evreux.personId].sort());
  });

  it('everyone having answered is told once', async () => {
    const track = await aTrack();
    const { trackPollId } = await open(track);
    for (const actor of [track.caen, track.rouen, track.evreux]) await answers(actor, track, trackPollId, ['yy', 'yy', 'yy']);
    await app.get(TrackReminders).sweep();
    await app.get(TrackReminders).sweep();
    expect(await outbox('scheduling.track-poll-complete', trackPollId)).toHaveLength(1);
  });
});

describe('the second wall', () => {
  it('shows no track poll to participants nor to strangers, even to a query that filters nothing', async () => {
    const track = await aTrack();
    const other = await aTrack();
    const { trackPollId } = await open(track);
    const seen = (actor: Actor) => app.get(Database).transaction(actor, (tx) => tx.query<unknown[]>('SELECT 1 FROM scheduling_track_poll WHERE id = $1', [trackPollId]));
    expect([(await seen(track.animator)).length, (await seen(track.caen)).length, (await seen(other.animator)).length]).toEqual([1, 0, 0]);
  });
});
