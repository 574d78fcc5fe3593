import { NetworksFixtures } from '@cohorte/networks/server';
import { createTestApp, FixedClock, newId, type TestApp } from '@cohorte/platform/server';
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
});
