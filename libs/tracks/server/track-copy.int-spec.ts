import type { SeatPolicy } from '@cohorte/meetings/contract';
import { MeetingEditing, MeetingSeats, MeetingService } from '@cohorte/meetings/server';
import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { createTestApp, Database, FixedClock, newId, type TestApp } from '@cohorte/platform/server';
import { CohortQueries } from './cohort.queries';
import { CohortService } from './cohort.service';
import { TrackCopies } from './track-copy.service';
import { TracksModule } from './tracks.module';

const named = (code: string) => expect.objectContaining({ code });
let app: TestApp;
let given: NetworksFixtures;

beforeAll(async () => {
  app = await createTestApp({ imports: [TracksModule], actor: null, clock: new FixedClock(new Date('2026-09-01T09:00:00Z')) });
  given = new NetworksFixtures(app);
});
afterAll(() => app.close());

/** A cohort whose first meeting took place: written agenda, a speaker, a replay, documents before and after. */
async function aCohortHeld() {
  const networkId = await given.aNetwork(`Réseau ${newId()}`);
  const animator = await given.actor(await given.someone('animator', networkId));
  const caen = await given.aStructure(networkId, { name: `CHU de Caen ${newId()}` });
  const lead = await given.actor(await given.someone('lead', caen, 'Léa'));
  const form = { networkId, templateCode: 'ran-coper-spaser', name: 'SPASER des hôpitaux', scope: 'mixed' as const, requestId: newId(), structures: [{ structureId: caen }] };
  const { cohortId } = await app.get(CohortService).create(animator, form);
  const [launch] = (await open(animator, cohortId)).steps;
  const meetingId = launch?.meeting.id ?? '';
  const dated = await app.get(MeetingService).schedule(animator, { meetingId, startsAt: '2024-10-17T12:00:00Z', version: 1 });
  const speakers = [{ id: 's1', name: 'Mehdi Benali', role: '', organisation: '', personId: null }];
  const agenda = [{ id: 'p1', kind: 'plenary' as const, title: 'Le cadre légal', minutes: 30, note: '', sitting: 0, speakerIds: ['s1'], groups: [] }];
  await app.get(MeetingEditing).edit(animator, { meetingId, version: dated.version, speakers, agenda, about: 'Apportez votre calendrier.', replayUrl: 'https://replay.example/1', visioUrl: 'https://visio.example/1' });
  await addDocuments(animator, meetingId);
  return { networkId, animator, caen, lead: await given.actor(lead.personId), cohortId, meetingId };
}

const open = (actor: Actor, cohortId: string) => app.get(CohortQueries).open(actor, cohortId);
const addDocuments = (actor: Actor, meetingId: string) =>
  app.get(Database).transaction(actor, (tx) => tx.query(
    `INSERT INTO meetings_document (id, meeting_id, moment, title, url, created_by, created_at, removed_at)
     VALUES ($2, $1, 'before', 'La fiche', 'https://x.example/f', $5, now(), NULL), ($3, $1, 'after', 'Les photos', 'https://x.example/p', $5, now(), NULL), ($4, $1, 'before', 'Retirée', 'https://x.example/r', $5, now(), now())`,
    [meetingId, newId(), newId(), newId(), actor.personId]));
interface Places { readonly version: number; readonly policy: SeatPolicy; readonly rows: unknown[] }
const rulesOf = async (actor: Actor, meetingId: string): Promise<Places> => {
  app.actAs(actor);
  return (await app.request('GET', `/api/meetings/${meetingId}/places`)).body as Places;
};
/** Loaded, since the form refuses to change a meeting that was held. */
const ruled = (actor: Actor, meetingId: string, policy: SeatPolicy) => app.get(Database).transaction(actor, (tx) => app.get(MeetingSeats).load(tx, meetingId, policy, []));
const copyForm = (cohortId: string, dates: { stepId: string; startsAt: string }[] = [], requestId = newId()) => ({ cohortId, name: 'SPASER, seconde promotion', scope: 'mixed' as const, dates, structures: [], requestId });

describe('holding a track again with another group', () => {
  it('says first what would be copied, and copies nothing', async () => {
    const { animator, cohortId } = await aCohortHeld();
    const before = (await app.get(CohortQueries).list(animator, {})).length;
    const copy = await app.get(TrackCopies).read(animator, cohortId);
    expect(copy.steps).toHaveLength(8);
    expect(copy.steps[0]).toMatchObject({ number: 1, startsAt: '2024-10-17T12:00:00.000Z', zone: 'Europe/Paris', documents: 1 });
    expect(copy.steps.some((step) => step.homework > 0)).toBe(true);
    expect(await app.get(CohortQueries).list(animator, {})).toHaveLength(before);
  });

  it('copies meetings at the dates given, agendas, homework and documents read before; nobody, no link, no replay', async () => {
    const { animator, cohortId, meetingId } = await aCohortHeld();
    const { steps } = await app.get(TrackCopies).read(animator, cohortId);
    const opened = await app.get(TrackCopies).copy(animator, copyForm(cohortId, [{ stepId: steps[0]?.id ?? '', startsAt: '2026-10-08T12:00:00.000Z' }]));
    const [former, again] = [await open(animator, cohortId), await open(animator, opened.cohortId)];
    expect(again.steps.map(({ number, shortTitle, halves, meeting }) => [number, shortTitle, halves, meeting.title])).toEqual(former.steps.map(({ number, shortTitle, halves, meeting }) => [number, shortTitle, halves, meeting.title]));
    expect(again.steps.map((step) => step.meeting.startsAt)).toEqual(['2026-10-08T12:00:00.000Z', ...again.steps.slice(1).map(() => null)]);
    expect(again.homework.map((item) => item.title)).toEqual(former.homework.map((item) => item.title));
    expect(again.structures).toEqual([]);
    const newId1 = again.steps[0]?.meeting.id ?? '';
    const rows = await app.get(Database).transaction(animator, (tx) => tx.query<unknown[]>('SELECT about, agenda, speakers, animator_ids, replay_url FROM meetings_meeting WHERE id = $1', [newId1]));
    expect(rows).toEqual([{ about: 'Apportez votre calendrier.', agenda: [expect.objectContaining({ title: 'Le cadre légal', speakerIds: [] })], speakers: [], animator_ids: [], replay_url: '' }]);
    const told = async (id: string) => app.get(Database).transaction(animator, async (tx) => ({
      documents: (await tx.query<{ title: string }[]>('SELECT title FROM meetings_document WHERE meeting_id = $1 AND removed_at IS NULL', [id])).map(({ title }) => title),
      links: await tx.query<unknown[]>('SELECT visio_url FROM meetings_access WHERE meeting_id = $1', [id]),
    }));
    expect(await told(newId1)).toEqual({ documents: ['La fiche'], links: [] });
    expect((await told(meetingId)).documents).toEqual(['La fiche', 'Les photos']);
  });

  it('takes over how places are given and what is asked of who comes, for the new group and around the new dates', async () => {
    const { animator, cohortId, meetingId } = await aCohortHeld();
    const former = await rulesOf(animator, meetingId);
    const rule: SeatPolicy = {
      ...former.policy, places: 30, promotion: 'offer', perStructure: { most: 2, until: '2024-10-10T12:00:00.000Z' }, reserved: { share: 20, kinds: ['municipality'], purchasesUpTo: null, until: null },
      questions: [{ id: 'q', kind: 'text', label: 'Un régime ?', required: false, choices: [], onlyIf: null }],
    };
    await ruled(animator, meetingId, rule);
    const { steps } = await app.get(TrackCopies).read(animator, cohortId);
    const opened = await app.get(TrackCopies).copy(animator, copyForm(cohortId, [{ stepId: steps[0]?.id ?? '', startsAt: '2026-10-08T12:00:00.000Z' }]));
    const again = await open(animator, opened.cohortId);
    const taken = await rulesOf(animator, again.steps[0]?.meeting.id ?? '');
    expect(taken.policy).toEqual({ ...rule, perStructure: { most: 2, until: '2026-10-01T12:00:00.000Z' }, audience: { subjectToCode: false, cohortIds: [opened.cohortId], departments: [], kinds: [], roles: [] } });
    expect(taken.rows).toEqual([]);
    // The survey is the same for every meeting: nothing of it is set, so nothing is to copy.
    expect((await rulesOf(animator, again.steps[1]?.meeting.id ?? '')).policy).toMatchObject({ places: null, audience: { cohortIds: [opened.cohortId] } });
  });

  it('sent twice, opens one cohort', async () => {
    const { animator, cohortId } = await aCohortHeld();
    const sent = copyForm(cohortId);
    const [first, second] = await Promise.all([app.get(TrackCopies).copy(animator, sent), app.get(TrackCopies).copy(animator, sent)]);
    expect(second).toEqual(first);
  });

  it('refuses a date for a meeting of another track, or said twice', async () => {
    const { animator, cohortId } = await aCohortHeld();
    const foreign = (await app.get(TrackCopies).read(animator, cohortId)).steps[0]?.id ?? '';
    const other = await aCohortHeld();
    const date = { stepId: foreign, startsAt: '2026-10-08T12:00:00.000Z' };
    await expect(app.get(TrackCopies).copy(other.animator, copyForm(other.cohortId, [date]))).rejects.toEqual(named('platform.bad-input'));
    await expect(app.get(TrackCopies).copy(animator, copyForm(cohortId, [date, date]))).rejects.toEqual(named('platform.bad-input'));
  });

  it('is offered to animators of the network only: an animator of the cohort alone runs it, and cannot open another', async () => {
    const { animator, cohortId } = await aCohortHeld();
    const own = await given.actor(await given.someone('animator', cohortId, 'Paul'));
    expect([(await open(animator, cohortId)).canCopy, (await open(own, cohortId)).canEdit, (await open(own, cohortId)).canCopy]).toEqual([true, true, false]);
    await expect(app.get(TrackCopies).read(own, cohortId)).rejects.toEqual(named('tracks.animators-only'));
  });

  it('is for animators of the network: a lead is refused, a stranger does not learn that it exists', async () => {
    const { lead, cohortId } = await aCohortHeld();
    const stranger = (await aCohortHeld()).animator;
    for (const act of [(actor: Actor) => app.get(TrackCopies).read(actor, cohortId), (actor: Actor) => app.get(TrackCopies).copy(actor, copyForm(cohortId))]) {
      await expect(act(lead)).rejects.toEqual(named('tracks.animators-only'));
      await expect(act(stranger)).rejects.toEqual(named('tracks.cohort-unknown'));
    }
  });
});
