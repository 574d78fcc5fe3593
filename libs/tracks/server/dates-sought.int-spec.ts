import { MeetingSeats, MeetingsFixtures } from '@cohorte/meetings/server';
import { NetworksFixtures } from '@cohorte/networks/server';
import { createTestApp, FixedClock, newId, type TestApp } from '@cohorte/platform/server';
import { CohortQueries } from './cohort.queries';
import { CohortService } from './cohort.service';
import { PersonalStepQueries } from './personal-steps.queries';
import { TracksModule } from './tracks.module';

let app: TestApp;
let given: NetworksFixtures;

beforeAll(async () => {
  app = await createTestApp({ imports: [TracksModule], actor: null, clock: new FixedClock(new Date('2026-11-23T09:00:00Z')) });
  given = new NetworksFixtures(app);
});
afterAll(() => app.close());

it('the dates of several meetings asked at once are one thing to answer, and one to follow', async () => {
  const networkId = await given.aNetwork(`Réseau ${newId()}`);
  const animatorId = await given.someone('animator', networkId);
  const caen = await given.aStructure(networkId, { name: `CHU de Caen ${newId()}` });
  const leadId = await given.someone('lead', caen);
  const animator = await given.actor(animatorId);
  const { cohortId } = await app.get(CohortService).create(animator, { networkId, templateCode: 'ran-coper-spaser', name: 'SPASER', scope: 'mixed', requestId: newId(), structures: [{ structureId: caen }] });
  app.actAs(await given.actor(animatorId));

  const { meetings } = (await app.request('GET', `/api/cohorts/${cohortId}/dates`)).body as { meetings: { id: string; number: number }[] };
  expect(meetings.map((meeting) => meeting.number)).toEqual([1, 2, 3, 4, 5, 6]);
  const slots = ['2027-01-12T14:00', '2027-01-14T14:00'];
  const asked = meetings.slice(3, 5).map(({ id }, place) => ({ minutes: 90, slots: slots.map((slot) => slot.replace('-01-', `-0${place + 1}-`)), rule: { meetingId: id, minWeeks: 0, maxWeeks: null, quorum: null, required: [], preferredWeekdays: [] } }));
  const opened = await app.request('POST', `/api/cohorts/${cohortId}/track-polls`, { requestId: newId(), zone: 'Europe/Paris', schoolZone: 'B', places: [], closesAt: '2026-12-04T18:00', audience: 'leads', guests: [], meetings: asked });
  expect(opened.status).toBe(200);

  const stepsOf = async (personId: string) => (await app.get(PersonalStepQueries).list(await given.actor(personId))).filter((step) => /poll|track|date/.test(step.kind)).map(({ kind, number, dueOn }) => ({ kind, number, dueOn }));
  expect(await stepsOf(leadId)).toEqual([{ kind: 'answer-track', number: 2, dueOn: '2026-12-04' }]);
  expect(await stepsOf(animatorId)).toEqual([{ kind: 'follow-track', number: 0, dueOn: '2026-12-04' }]);
  const askedOf = async (personId: string) => (await app.get(CohortQueries).open(await given.actor(personId), cohortId)).datesAsked;
  expect(await askedOf(leadId)).toEqual({ meetingIds: expect.arrayContaining(asked.map(({ rule }) => rule.meetingId)), awaitsMe: true });
  expect(await askedOf(animatorId)).toMatchObject({ awaitsMe: false });
});

it('a place at a meeting of the network is a step of whoever holds it, once, and goes with it', async () => {
  const networkId = await given.aNetwork(`Réseau ${newId()}`);
  const animator = await given.actor(await given.someone('animator', networkId));
  const personId = await given.someone('member', await given.aStructure(networkId, { name: `CH ${newId()}` }));
  const meetingId = await new MeetingsFixtures(app).aMeeting(animator, networkId, { title: 'Atelier national', startsAt: '2026-12-15T13:00:00Z' });
  await given.asSystem((tx) => app.get(MeetingSeats).invite(tx, meetingId, [{ personId, email: '', name: '', structureId: null }], { by: animator.personId }));
  const steps = async () => (await app.get(PersonalStepQueries).list(await given.actor(personId))).map(({ kind, title, startsAt, meetingId: about }) => ({ kind, title, startsAt, about }));
  expect(await steps()).toEqual([{ kind: 'place', title: 'Atelier national', startsAt: '2026-12-15T13:00:00.000Z', about: meetingId }]);
  await given.asSystem((tx) => tx.query(`UPDATE meetings_registration SET status = 'offered', offer_until = '2026-11-30T09:00:00Z' WHERE meeting_id = $1`, [meetingId]));
  expect(await steps()).toMatchObject([{ kind: 'accept-place', startsAt: null }]);
  await given.asSystem((tx) => tx.query(`UPDATE meetings_registration SET status = 'cancelled', offer_until = NULL WHERE meeting_id = $1`, [meetingId]));
  expect(await steps()).toEqual([]);
});
