import { MeetingService } from '@cohorte/meetings/server';
import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { systemActor } from '@cohorte/platform/contract';
import { createTestApp, Database, FixedClock, newId, type TestApp } from '@cohorte/platform/server';
import { CohortQueries } from './cohort.queries';
import { CohortService } from './cohort.service';
import { TrackSurveys } from './track-survey.service';
import { TracksModule } from './tracks.module';

const named = (code: string) => expect.objectContaining({ code });
let app: TestApp;
let given: NetworksFixtures;

beforeAll(async () => {
  app = await createTestApp({ imports: [TracksModule], actor: null, clock: new FixedClock(new Date('2026-09-01T09:00:00Z')) });
  given = new NetworksFixtures(app);
});
afterAll(() => app.close());

/** A cohort whose first two meetings were held: the first with as many answers as told, one of them signed. */
async function aCohortSpokenOf(first: number, second = 0) {
  const networkId = await given.aNetwork(`Réseau ${newId()}`);
  const animator = await given.actor(await given.someone('animator', networkId));
  const sponsor = await given.actor(await given.someone('sponsor', networkId));
  const caen = await given.aStructure(networkId, { name: `CHU ${newId()}` });
  const leadId = await given.someone('lead', caen, 'Léa');
  const form = { networkId, templateCode: 'ran-coper-spaser', name: 'SPASER', scope: 'mixed' as const, requestId: newId(), structures: [{ structureId: caen }] };
  const { cohortId } = await app.get(CohortService).create(animator, form);
  const steps = (await app.get(CohortQueries).open(animator, cohortId)).steps.filter((step) => step.number !== null);
  for (const [at, day] of ['2026-03-10', '2026-05-12'].entries()) await app.get(MeetingService).schedule(animator, { meetingId: steps[at]?.meeting.id ?? '', startsAt: `${day}T13:00:00Z`, version: 1 });
  await answers(steps[0]?.meeting.id ?? '', first);
  await answers(steps[1]?.meeting.id ?? '', second);
  return { animator, sponsor, lead: await given.actor(leadId), cohortId };
}

/** Rows as the survey writes them: the last one signed, with words a spreadsheet would run. */
const answers = (meetingId: string, count: number) =>
  app.get(Database).transaction(systemActor('meetings'), async (tx) => {
    for (let at = 0; at < count; at += 1) {
      const last = at === count - 1;
      await tx.query('INSERT INTO meetings_survey_answer (id, meeting_id, useful, pace, words, person_id, name) VALUES ($1, $2, $3, $4, $5, NULL, $6)', [newId(), meetingId, last ? 2 : 4, 'right', last ? '=1+1' : '', last ? 'Léa' : null]);
    }
  });
const read = (actor: Actor, cohortId: string) => app.get(TrackSurveys).read(actor, cohortId);

describe('what people said of a track', () => {
  it('is told meeting by meeting, in the order of their dates; too few answers are a number only', async () => {
    const { animator, cohortId } = await aCohortSpokenOf(6, 2);
    const { meetings } = await read(animator, cohortId);
    expect(meetings.map(({ number, answers: said, totals }) => [number, said, totals?.useful ?? null])).toEqual([[1, 6, { 1: 0, 2: 1, 3: 0, 4: 5 }], [2, 2, null]]);
  });

  it('what was written is for those who animate: sponsors read totals alone, on the page and in the table', async () => {
    const { animator, sponsor, cohortId } = await aCohortSpokenOf(6);
    expect((await read(animator, cohortId)).meetings[0]?.totals?.words).toEqual([{ words: '=1+1', name: 'Léa' }]);
    const seen = await read(sponsor, cohortId);
    expect([seen.readsWords, seen.meetings[0]?.totals?.words, seen.meetings[0]?.totals?.useful[4]]).toEqual([false, [], 5]);
    const [own, theirs] = [await app.get(TrackSurveys).table(animator, { cohortId }), await app.get(TrackSurveys).table(sponsor, { cohortId })];
    expect(own.text).toContain(`;6;0;0;1;0;5;0;6;0;'=1+1 (Léa)`);
    expect(theirs.text).not.toContain('Léa');
    expect(theirs.text).toContain(';6;0;0;1;0;5;0;6;0;');
  });

  it('is not for those it was asked of, and a stranger does not learn that the track exists', async () => {
    const { lead, cohortId } = await aCohortSpokenOf(6);
    const stranger = (await aCohortSpokenOf(0)).animator;
    await expect(read(lead, cohortId)).rejects.toEqual(named('tracks.survey-not-yours'));
    await expect(read(stranger, cohortId)).rejects.toEqual(named('tracks.cohort-unknown'));
    expect((await app.get(CohortQueries).open(lead, cohortId)).canSeeSurvey).toBe(false);
  });
});
