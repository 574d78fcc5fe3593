import { DraftService } from '@cohorte/drafts/server';
import { MeetingService } from '@cohorte/meetings/server';
import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { createTestApp, Database, FixedClock, newId, OutboxDispatcher, type TestApp } from '@cohorte/platform/server';
import { CohortQueries } from './cohort.queries';
import { CohortService } from './cohort.service';
import { HomeworkService } from './homework.service';
import { PersonalStepQueries } from './personal-steps.queries';
import { SchemeService } from './scheme.service';
import { TracksModule } from './tracks.module';

const clock = new FixedClock(new Date('2024-10-01T09:00:00Z'));
const named = (code: string) => expect.objectContaining({ code });
let app: TestApp;
let given: NetworksFixtures;

beforeAll(async () => {
  app = await createTestApp({ imports: [TracksModule], actor: null, clock });
  given = new NetworksFixtures(app);
});
afterEach(() => clock.set(new Date('2024-10-01T09:00:00Z')));
afterAll(() => app.close());

/** A network with its animator, two hospitals with their leads, and a cohort of both. */
async function aRunningCohort() {
  const networkId = await given.aNetwork(`Réseau ${newId()}`);
  const animatorId = await given.someone('animator', networkId);
  const caen = await given.aStructure(networkId, { name: `CHU de Caen ${newId()}` });
  const rouen = await given.aStructure(networkId, { name: `CHU de Rouen ${newId()}` });
  const [caenLead, rouenLead] = [await given.someone('lead', caen, 'Léa'), await given.someone('lead', rouen, 'Rémi')];
  const animator = await given.actor(animatorId);
  const opened = await app.get(CohortService).create(animator, form(networkId, [caen, rouen]));
  const as = async (personId: string): Promise<Actor> => given.actor(personId);
  return { networkId, animator: await as(animatorId), caen, rouen, caenLead: await as(caenLead), rouenLead: await as(rouenLead), cohortId: opened.cohortId, as };
}

const form = (networkId: string, structureIds: readonly string[], requestId = newId()) => ({
  networkId, templateCode: 'ran-coper-spaser', name: 'SPASER des hôpitaux', scope: 'mixed' as const, requestId, structures: structureIds.map((structureId) => ({ structureId })),
});
const open = (actor: Actor, cohortId: string) => app.get(CohortQueries).open(actor, cohortId);

describe('opening a cohort', () => {
  it('lays six meetings in order, none dated, and two webinars outside the count', async () => {
    const { caenLead, cohortId } = await aRunningCohort();
    const { steps } = await open(caenLead, cohortId);
    expect(steps.filter((step) => step.number !== null).map((step) => step.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(steps.filter((step) => step.number === null)).toHaveLength(2);
    expect(steps.every((step) => step.meeting.startsAt === null && step.meeting.state !== 'dated')).toBe(true);
    expect(steps[1]?.halves.map((half) => half.minutes)).toEqual([40, 50]);
  });

  it('gives each structure its own draft, which the others and the animator do not get', async () => {
    const { animator, caen, rouen, caenLead, rouenLead, cohortId } = await aRunningCohort();
    const draftsSeenBy = async (actor: Actor) => new Map((await open(actor, cohortId)).structures.map((structure) => [structure.id, structure.draftId]));
    const [seenByCaen, seenByRouen, seenByAnimator] = [await draftsSeenBy(caenLead), await draftsSeenBy(rouenLead), await draftsSeenBy(animator)];
    expect([seenByCaen.get(caen), seenByCaen.get(rouen)]).toEqual([expect.any(String), null]);
    expect([seenByRouen.get(caen), seenByRouen.get(rouen)]).toEqual([null, expect.any(String)]);
    expect([...seenByAnimator.values()]).toEqual([null, null]);
    await expect(app.get(DraftService).open(rouenLead, seenByCaen.get(caen) ?? '')).rejects.toEqual(named('drafts.not-found'));
  });

  it('sent twice at once, opens one cohort', async () => {
    const { networkId, animator } = await aRunningCohort();
    const sent = form(networkId, []);
    const [first, second] = await Promise.all([app.get(CohortService).create(animator, sent), app.get(CohortService).create(animator, sent)]);
    expect(second).toEqual(first);
  });

  it('with the request of somebody else is refused, and says nothing of theirs', async () => {
    const one = await aRunningCohort();
    const other = await aRunningCohort();
    const sent = form(one.networkId, []);
    await app.get(CohortService).create(one.animator, sent);
    await expect(app.get(CohortService).create(other.animator, { ...sent, networkId: other.networkId })).rejects.toEqual(named('tracks.request-used'));
  });

  it('is for animators: a lead is refused, a stranger does not learn that the network exists', async () => {
    const { networkId, caenLead, animator } = await aRunningCohort();
    const stranger = (await aRunningCohort()).caenLead;
    await expect(app.get(CohortService).create(stranger, form(networkId, []))).rejects.toEqual(named('tracks.network-unknown'));
    await expect(app.get(CohortService).create({ ...caenLead, roles: [...caenLead.roles, { spaceId: networkId, spaceKind: 'network', role: 'expert' }] }, form(networkId, []))).rejects.toEqual(named('tracks.animators-only'));
    await expect(app.get(CohortService).create(animator, { ...form(networkId, []), templateCode: 'unknown' })).rejects.toEqual(named('tracks.template-unknown'));
  });

  it('leaves nothing behind when one of its structures is not of the network', async () => {
    const { networkId, animator } = await aRunningCohort();
    const foreign = (await aRunningCohort()).caen;
    const before = await app.get(CohortQueries).list(animator, {});
    await expect(app.get(CohortService).create(animator, form(networkId, [foreign]))).rejects.toEqual(named('tracks.structure-unknown'));
    expect(await app.get(CohortQueries).list(animator, {})).toHaveLength(before.length);
  });

  it('invites the lead of a structure that has none, once, after the commit', async () => {
    const { networkId, animator } = await aRunningCohort();
    const alone = await given.aStructure(networkId, { name: `CH de Bayeux ${newId()}` });
    const { cohortId } = await app.get(CohortService).create(animator, { ...form(networkId, []), structures: [{ structureId: alone, leadEmail: 'lea@ch-bayeux.example' }] });
    await app.get(OutboxDispatcher).deliverDue();
    const [structure] = (await open(await given.actor(animator.personId), cohortId)).structures;
    expect(structure).toMatchObject({ id: alone, leadName: null, leadInvited: true });
  });
});

describe('two cohorts that share a structure', () => {
  it('share its one draft', async () => {
    const { networkId, animator, caen, caenLead, cohortId, as } = await aRunningCohort();
    const second = await app.get(CohortService).create(animator, form(networkId, [caen]));
    const lead = await as(caenLead.personId);
    const draftIn = async (id: string) => (await open(lead, id)).structures.find((structure) => structure.id === caen)?.draftId;
    expect(await draftIn(second.cohortId)).toBe(await draftIn(cohortId));
  });
});

describe('a meeting of the track', () => {
  it('is dated by hand, makes homework due before it, and both move together', async () => {
    const { animator, caenLead, cohortId } = await aRunningCohort();
    const second = (await open(animator, cohortId)).steps.find((step) => step.number === 2);
    const meetings = app.get(MeetingService);
    const dated = await meetings.schedule(animator, { meetingId: second?.meeting.id ?? '', startsAt: '2024-11-21T13:00:00Z', version: 1 });
    expect(dated).toMatchObject({ state: 'dated', version: 2 });
    const dueDays = async () => (await open(caenLead, cohortId)).homework.filter((item) => item.stepId === second?.id).map((item) => item.dueOn);
    expect(await dueDays()).toEqual(['2024-11-19', '2024-11-19']);
    await meetings.schedule(animator, { meetingId: dated.id, startsAt: '2024-11-28T13:00:00Z', version: 2 });
    expect(await dueDays()).toEqual(['2024-11-26', '2024-11-26']);
  });

  it('moved by two animators at once: the second is told, nothing is overwritten', async () => {
    const { animator, cohortId } = await aRunningCohort();
    const meetingId = (await open(animator, cohortId)).steps[0]?.meeting.id ?? '';
    const move = (startsAt: string) => app.get(MeetingService).schedule(animator, { meetingId, startsAt, version: 1 });
    const outcomes = await Promise.allSettled([move('2024-10-17T12:00:00Z'), move('2024-10-18T12:00:00Z')]);
    expect(outcomes.filter((outcome) => outcome.status === 'rejected').map((outcome) => outcome.reason)).toEqual([named('meetings.changed-meanwhile')]);
  });

  it('is not for participants to move, and unknown to other networks', async () => {
    const { animator, caenLead, cohortId } = await aRunningCohort();
    const stranger = (await aRunningCohort()).animator;
    const meetingId = (await open(animator, cohortId)).steps[0]?.meeting.id ?? '';
    const by = (actor: Actor) => app.get(MeetingService).schedule(actor, { meetingId, startsAt: null, version: 1 });
    await expect(by(caenLead)).rejects.toEqual(named('meetings.not-yours-to-plan'));
    await expect(by(stranger)).rejects.toEqual(named('meetings.not-found'));
  });
});

describe('what is next for me', () => {
  it('lists the dated meeting, the homework left and the draft, soonest first', async () => {
    const { animator, caen, caenLead, cohortId } = await aRunningCohort();
    const { steps, homework } = await open(caenLead, cohortId);
    const launch = steps.find((step) => step.number === 1)?.meeting;
    await app.get(MeetingService).schedule(animator, { meetingId: launch?.id ?? '', startsAt: '2024-10-17T12:00:00Z', version: 1 });
    const kinds = async () => (await app.get(PersonalStepQueries).list(caenLead)).map((step) => step.kind);
    expect(await kinds()).toEqual(['meeting', 'draft']);
    clock.set(new Date('2024-10-18T09:00:00Z'));
    expect(await kinds()).toEqual(['homework', 'homework', 'draft']);
    await app.get(HomeworkService).mark(caenLead, { cohortId, homeworkId: homework[0]?.id ?? '', structureId: caen, done: true });
    expect(await kinds()).toEqual(['homework', 'draft']);
  });

  it('asks an animator to find the date of the next meeting', async () => {
    const { animator } = await aRunningCohort();
    const steps = await app.get(PersonalStepQueries).list(animator);
    expect(steps.map(({ kind, number }) => [kind, number])).toEqual([['choose-date', 1]]);
  });
});

describe('a structure speaks for itself', () => {
  it('its lead sets its stage and marks its homework; the lead of another hospital may not', async () => {
    const { caen, caenLead, rouenLead, cohortId } = await aRunningCohort();
    const { homework } = await open(caenLead, cohortId);
    const stage = { cohortId, structureId: caen, stage: 'diagnosis' as const };
    const mark = { cohortId, homeworkId: homework[0]?.id ?? '', structureId: caen, done: true };
    await app.get(SchemeService).setStage(caenLead, stage);
    await expect(app.get(SchemeService).setStage(rouenLead, stage)).rejects.toEqual(named('tracks.not-your-structure'));
    await app.get(HomeworkService).mark(caenLead, mark);
    await app.get(HomeworkService).mark(caenLead, mark);
    await expect(app.get(HomeworkService).mark(rouenLead, mark)).rejects.toEqual(named('tracks.not-your-structure'));
    const seen = await open(caenLead, cohortId);
    expect(seen.homework[0]).toMatchObject({ doneBy: 'Léa' });
    expect((await open(rouenLead, cohortId)).homework[0]).toMatchObject({ doneBy: null });
    expect(seen.structures.find((structure) => structure.id === caen)?.stage).toBe('diagnosis');
  });

  it('that leaves the cohort loses it, and keeps its draft', async () => {
    const { animator, caen, caenLead, cohortId, as } = await aRunningCohort();
    const draftId = (await open(caenLead, cohortId)).structures.find((structure) => structure.id === caen)?.draftId ?? '';
    await app.get(CohortService).removeStructure(animator, { cohortId, structureId: caen });
    const lead = await as(caenLead.personId);
    await expect(open(lead, cohortId)).rejects.toEqual(named('tracks.cohort-unknown'));
    expect((await app.get(DraftService).open(lead, draftId)).draft.id).toBe(draftId);
  });
});

describe('the second wall', () => {
  it('shows no row of a cohort to a person of another network, even to a query that filters nothing', async () => {
    const { cohortId } = await aRunningCohort();
    const { caenLead: stranger } = await aRunningCohort();
    for (const [table, column] of [['tracks_cohort', 'id'], ['tracks_step', 'cohort_id'], ['tracks_homework', 'cohort_id'], ['meetings_meeting', 'space_id']]) {
      const rows = await app.get(Database).transaction(stranger, (tx) => tx.query<unknown[]>(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [cohortId]));
      expect([table, rows.length]).toEqual([table, 0]);
    }
  });
});
