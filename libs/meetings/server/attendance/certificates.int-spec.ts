import { newId } from '@cohorte/platform/server';
import type { CertificateCard, SurveyResults, TrackProgress, Verification } from '../../contract';
import { certificateIssued } from '../meetings.events';
import { AttendanceFixtures } from './attendance.fixtures';
import { AttendanceSweeps } from './attendance.sweeps';

let given: AttendanceFixtures;
beforeAll(async () => void (given = await AttendanceFixtures.build()));
afterAll(() => given?.close());
beforeEach(() => given.at('2026-03-26T13:10:00Z'));

const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> => given.meetings.networks.asSystem((tx) => tx.query<T[]>(sql, values));
const verify = async (code: string): Promise<{ answer: string; certified?: Verification['certified'] }> => {
  const { status, body } = await given.send<Verification>(null, 'GET', `/certificates/${code}`);
  return status === 200 ? body : { answer: 'no' };
};
const pdf = async (path: string): Promise<{ status: number; start: string }> => {
  const answer = await fetch(new URL(path, await given.app.address()));
  return { status: answer.status, start: (await answer.text()).slice(0, 5) };
};

/** A held meeting where the first person and a guest were. */
async function aHeldMeeting() {
  const made = await given.aCohort();
  const guest = await given.aGuest(made.meetingId);
  await given.send(made.people[0]!, 'POST', `/meetings/${made.meetingId}/joining`);
  await given.send(null, 'POST', `/registrations/${guest.token}/joining`);
  given.at('2026-03-26T16:00:00Z');
  return { ...made, guest };
}

describe('certificates of attendance', () => {
  it('closing the list makes one for everyone who came, tells it once, and the PDF is theirs alone', async () => {
    const { meetingId, people, guest } = await aHeldMeeting();
    await given.send(given.animator, 'POST', `/meetings/${meetingId}/attendance/closing`);
    await given.send(given.animator, 'POST', `/meetings/${meetingId}/attendance/closing`);
    const told = await rows<{ payload: { registrationId: string } }>('SELECT payload FROM platform_outbox WHERE name = $1', [certificateIssued.name]);
    expect(told.filter(({ payload }) => payload.registrationId === guest.registrationId)).toHaveLength(1);
    const [mine] = (await given.send<{ certificates: CertificateCard[] }>(people[0]!, 'GET', '/me/certificates')).body.certificates;
    expect(mine).toMatchObject({ title: 'Rencontre n° 2', name: 'Sophie Martin', kind: 'meeting' });
    given.app.actAs(people[0]!);
    expect(await pdf(mine!.url)).toEqual({ status: 200, start: '%PDF-' });
    given.app.actAs(people[1]!);
    expect((await pdf(mine!.url)).status).toBe(404);
    given.app.actAs(null);
    expect((await pdf(mine!.url)).status).toBe(401);
    expect(await pdf(`/api/registrations/${guest.token}/certificate.pdf`)).toEqual({ status: 200, start: '%PDF-' });
    expect((await pdf(`/api/registrations/${'x'.repeat(43)}/certificate.pdf`)).status).toBe(404);
  });

  it('whoever came may take theirs before the list is closed; whoever did not may not', async () => {
    const { meetingId, people } = await aHeldMeeting();
    const taken = await given.send<CertificateCard>(people[0]!, 'POST', `/meetings/${meetingId}/my-certificate`);
    expect((await given.send<CertificateCard>(people[0]!, 'POST', `/meetings/${meetingId}/my-certificate`)).body.code).toBe(taken.body.code);
    expect(await given.send(people[1]!, 'POST', `/meetings/${meetingId}/my-certificate`)).toMatchObject({ status: 403, body: { code: 'meetings.no-certificate' } });
  });

  it('anyone verifies a code, however it is copied, and learns what is certified and no name', async () => {
    const { meetingId, people } = await aHeldMeeting();
    const { body: card } = await given.send<CertificateCard>(people[0]!, 'POST', `/meetings/${meetingId}/my-certificate`);
    expect(await verify(card.code.toLowerCase().replaceAll('-', '%20'))).toEqual({
      answer: 'yes',
      certified: {
        kind: 'meeting', title: 'Rencontre n° 2', networkName: card.networkName, planned: 1, initials: 'S. M.', issuedOn: '2026-03-26',
        meetings: [{ title: 'Rencontre n° 2', startsAt: '2026-03-26T13:00:00.000Z', zone: 'Europe/Paris', minutes: 120 }],
      },
    });
    for (const code of ['nothing', 'A'.repeat(15), '%00', 'x'.repeat(200)]) expect((await given.send(null, 'GET', `/certificates/${code}`)).status).toBe(404);
  });

  it('issued again under a new name, the former says it was replaced; withdrawn when the list is corrected', async () => {
    const { meetingId, people } = await aHeldMeeting();
    const me = people[0]!;
    const { body: former } = await given.send<CertificateCard>(me, 'POST', `/meetings/${meetingId}/my-certificate`);
    expect((await given.send<CertificateCard>(me, 'POST', `/certificates/${former.code}/reissue`)).body.code).toBe(former.code);
    await rows(`UPDATE identity_person SET name = 'Sophie Martin-Duval' WHERE id = $1`, [me.personId]);
    const { body: newer } = await given.send<CertificateCard>(me, 'POST', `/certificates/${former.code}/reissue`);
    expect([newer.name, newer.code === former.code, (await verify(former.code)).answer, (await verify(newer.code)).certified?.initials]).toEqual(['Sophie Martin-Duval', false, 'replaced', 'S. M.-D.']);
    expect((await given.send(people[1]!, 'POST', `/certificates/${newer.code}/reissue`)).status).toBe(404);
    await given.send(given.animator, 'POST', `/meetings/${meetingId}/attendance/marks`, { marks: [given.mark(`p-${me.personId}`, 'absent', '2026-03-26T15:50:00Z')] });
    expect((await verify(newer.code)).answer).toBe('no');
  });

  it('is verified for thirty-six months, then nothing of it is left', async () => {
    const { meetingId, people } = await aHeldMeeting();
    const { body: card } = await given.send<CertificateCard>(people[0]!, 'POST', `/meetings/${meetingId}/my-certificate`);
    given.at('2029-03-26T15:59:00Z');
    expect((await verify(card.code)).answer).toBe('yes');
    given.at('2029-03-26T16:01:00Z');
    expect((await verify(card.code)).answer).toBe('no');
    await given.app.get(AttendanceSweeps).purge();
    expect(await rows('SELECT code FROM meetings_certificate WHERE meeting_id = $1', [meetingId])).toEqual([]);
  });

  it('of a track: five of six, webinars and cancelled meetings apart, once', async () => {
    const { cohort, people, meetingId } = await given.aCohort();
    const others: string[] = [];
    for (let n = 3; n <= 7; n += 1) others.push(await given.aMeeting(cohort, `2026-03-${n + 7}T13:00:00Z`, `Rencontre n° ${n}`));
    await given.meetings.aMeeting(given.animator, cohort, { kind: 'open-webinar', audience: 'space' });
    await rows('UPDATE meetings_meeting SET cancelled_at = now() WHERE id = $1', [await given.aMeeting(cohort, '2026-03-01T13:00:00Z')]);
    const me = people[0]!;
    const attend = (id: string) => rows(`INSERT INTO meetings_attendance (id, meeting_id, person_id, state, means, marked_at) VALUES ($1, $2, $3, 'present', 'list', $4)`, [newId(), id, me.personId, given.clock.now()]);
    for (const id of others.slice(0, 4)) await attend(id);
    expect(await given.send(me, 'POST', `/spaces/${cohort}/my-certificate`)).toMatchObject({ status: 403, body: { code: 'meetings.track-unfinished' } });
    await attend(meetingId);
    const { tracks } = (await given.send<{ tracks: TrackProgress[] }>(me, 'GET', '/me/certificates')).body;
    expect(tracks.find(({ spaceId }) => spaceId === cohort)).toMatchObject({ attended: 5, planned: 6, needed: 5, reached: true });
    given.app.actAs(me);
    const taken = await Promise.all([1, 2, 3].map(() => given.app.request('POST', `/api/spaces/${cohort}/my-certificate`)));
    expect(new Set(taken.map(({ body }) => (body as CertificateCard).code)).size).toBe(1);
    expect((await verify((taken[0]!.body as CertificateCard).code)).certified).toMatchObject({ kind: 'track', title: 'Promotion 2026', planned: 6, meetings: { length: 5 } });
  });
});

describe('the survey after a meeting', () => {
  const answer = { useful: 4, pace: 'right', words: 'Bravo', signed: false };

  it('takes one answer a person, from the end on, until thirty days later, of those who took part', async () => {
    const { meetingId, people, guest } = await aHeldMeeting();
    const stranger = await given.meetings.networks.actor(await given.meetings.networks.aPerson('Tiers'));
    const say = (who: Parameters<typeof given.send>[0], path = `/meetings/${meetingId}/survey-answers`) => given.send(who, 'POST', path, answer);
    given.at('2026-03-26T14:59:00Z');
    expect(await say(people[0]!)).toMatchObject({ status: 409, body: { code: 'meetings.survey-closed' } });
    given.at('2026-03-26T15:01:00Z');
    expect((await say(people[0]!)).status).toBe(200);
    expect(await say(people[0]!)).toMatchObject({ status: 409, body: { code: 'meetings.survey-answered' } });
    expect((await say(null, `/registrations/${guest.token}/survey-answers`)).status).toBe(200);
    expect((await say(null, `/registrations/${guest.token}/survey-answers`)).status).toBe(409);
    expect((await say(stranger)).status).toBe(404);
    expect(await given.send(given.animator, 'POST', `/meetings/${meetingId}/survey-answers`, answer)).toMatchObject({ status: 403, body: { code: 'meetings.survey-not-yours' } });
    expect((await given.send(people[0]!, 'GET', `/meetings/${meetingId}/my-presence`)).body).toMatchObject({ survey: 'answered' });
    given.at('2026-04-25T15:01:00Z');
    expect((await say(people[1]!)).status).toBe(409);
  });

  it('shows nothing below five answers, then totals; names only of those who signed; the rows say nobody', async () => {
    const { meetingId, people } = await (async () => { const made = await given.aCohort(['Sophie Martin', 'Karim Benali', 'Léa Roux', 'Nora Petit', 'Yves Caron']); given.at('2026-03-26T16:00:00Z'); return made; })();
    const results = async (): Promise<SurveyResults> => (await given.send<SurveyResults>(given.animator, 'GET', `/meetings/${meetingId}/survey-results`)).body;
    for (const [n, person] of people.entries()) {
      if (n === 4) expect(await results()).toMatchObject({ answers: 4, totals: null });
      await given.send(person, 'POST', `/meetings/${meetingId}/survey-answers`, { ...answer, useful: n === 0 ? 2 : 4, words: n < 2 ? `Avis ${n}` : '', signed: n === 1 });
    }
    expect((await results()).totals).toEqual({ useful: { 1: 0, 2: 1, 3: 0, 4: 4 }, pace: { 'too-slow': 0, right: 5, 'too-fast': 0 }, words: [{ words: 'Avis 0', name: null }, { words: 'Avis 1', name: 'Karim Benali' }] });
    const kept = JSON.stringify([await rows('SELECT * FROM meetings_survey_answer WHERE meeting_id = $1 AND name IS NULL', [meetingId]), await rows('SELECT * FROM meetings_survey_ballot WHERE meeting_id = $1', [meetingId])]);
    for (const { personId } of people) expect(kept).not.toContain(personId);
    given.at('2026-05-01T08:00:00Z');
    await given.app.get(AttendanceSweeps).purge();
    expect(await rows('SELECT 1 FROM meetings_survey_ballot WHERE meeting_id = $1', [meetingId])).toEqual([]);
    expect((await results()).answers).toBe(5);
  });

  it('two presses at once are one answer', async () => {
    const { meetingId, people } = await aHeldMeeting();
    given.app.actAs(people[0]!);
    const answers = await Promise.all([1, 2, 3, 4].map(() => given.app.request('POST', `/api/meetings/${meetingId}/survey-answers`, answer)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  });
});
