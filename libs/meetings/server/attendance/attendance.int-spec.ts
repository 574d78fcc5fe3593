import type { Actor } from '@cohorte/networks/contract';
import { visitor } from '@cohorte/platform/contract';
import { Database, newId } from '@cohorte/platform/server';
import type { AttendanceLine, AttendanceList, MyPresence } from '../../contract';
import { AttendanceFixtures } from './attendance.fixtures';
import { AttendanceListener } from './attendance.listener';
import { AttendancePersonalData } from './attendance-personal-data';
import { AttendanceSweeps } from './attendance.sweeps';

let given: AttendanceFixtures;
beforeAll(async () => void (given = await AttendanceFixtures.build()));
afterAll(() => given?.close());
beforeEach(() => given.at('2026-03-26T13:10:00Z'));

const list = async (meetingId: string, actor: Actor = given.animator): Promise<AttendanceList> => (await given.send<AttendanceList>(actor, 'GET', `/meetings/${meetingId}/attendance`)).body;
const lineOf = ({ lines }: AttendanceList, name: string): AttendanceLine => lines.find((one) => one.name === name) as AttendanceLine;
const states = (shown: AttendanceList): Record<string, string> => Object.fromEntries(shown.lines.map(({ name, state }) => [name, state]));
const rows = <T>(sql: string, values: unknown[]): Promise<T[]> => given.meetings.networks.asSystem((tx) => tx.query<T[]>(sql, values));

describe('who may keep the list', () => {
  it('its animators and nobody else; what one may not know of is not found', async () => {
    const { meetingId, people } = await given.aCohort();
    const stranger = await given.meetings.networks.actor(await given.meetings.networks.aPerson('Tiers'));
    const acts: [string, 'GET' | 'POST' | 'DELETE', string, object?][] = [
      ['list', 'GET', '/attendance'], ['history', 'GET', '/attendance/history'], ['key', 'GET', '/check-in-key'], ['results', 'GET', '/survey-results'],
      ['mark', 'POST', '/attendance/marks', { marks: [given.mark(`p-${people[0]!.personId}`, 'present', '2026-03-26T13:05:00Z')] }],
      ['add', 'POST', '/attendance/people', { id: newId(), name: 'Une personne', at: '2026-03-26T13:05:00Z' }],
    ];
    for (const [who, expected] of [[people[0]!, 403], [stranger, 404], [null, 401], [given.animator, 200]] as const) {
      for (const [name, method, path, body] of acts) {
        expect({ name, status: (await given.send(who, method, `/meetings/${meetingId}${path}`, body)).status }).toEqual({ name, status: expected });
      }
    }
  });

  it('PostgreSQL itself shows the list to its animators, one’s own line to oneself, and lets nobody write', async () => {
    const { meetingId, people } = await given.aCohort();
    await given.send(people[0]!, 'POST', `/meetings/${meetingId}/joining`);
    await given.send(people[1]!, 'POST', `/meetings/${meetingId}/joining`);
    const seen = (who: Actor | typeof visitor, table: string) => given.app.get(Database).transaction(who, (tx) => tx.query<{ person_id: string }[]>(`SELECT * FROM ${table} WHERE meeting_id = $1`, [meetingId]));
    expect((await seen(people[0]!, 'meetings_attendance')).map(({ person_id }) => person_id)).toEqual([people[0]!.personId]);
    expect(await seen(given.animator, 'meetings_attendance')).toHaveLength(2);
    for (const table of ['meetings_attendance', 'meetings_attendance_change', 'meetings_presence', 'meetings_survey_answer', 'meetings_survey_ballot', 'meetings_certificate']) expect(await seen(visitor, table)).toEqual([]);
    expect(await seen(given.animator, 'meetings_presence')).toEqual([]);
    const forged = given.app.get(Database).transaction(people[2]!, (tx) => tx.query(`INSERT INTO meetings_attendance (id, meeting_id, person_id, state, means, marked_at) VALUES ($1, $2, $3, 'present', 'list', now())`, [newId(), meetingId, people[2]!.personId]));
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});

describe('the list of a room', () => {
  it('holds everyone expected by structure, and one tap each says who is there', async () => {
    const { meetingId } = await given.aCohort();
    const before = await list(meetingId);
    expect(states(before)).toEqual({ 'Sophie Martin': 'to-come', 'Karim Benali': 'to-come', 'Léa Roux': 'to-come' });
    const marks = [given.mark(lineOf(before, 'Sophie Martin').key, 'present', '2026-03-26T13:05:00Z'), given.mark(lineOf(before, 'Karim Benali').key, 'excused', '2026-03-26T13:05:01Z')];
    const { body } = await given.send<AttendanceList>(given.animator, 'POST', `/meetings/${meetingId}/attendance/marks`, { marks });
    expect(states(body)).toEqual({ 'Sophie Martin': 'present', 'Karim Benali': 'excused', 'Léa Roux': 'to-come' });
    expect(body.structures).toEqual([{ structureName: 'CHU de Caen', expected: 2, present: 1 }, { structureName: 'Ville de Rouen', expected: 1, present: 0 }]);
  });

  it('marks kept while the network was away arrive late, twice or out of order, and the last word stands', async () => {
    const { meetingId } = await given.aCohort();
    const { key } = lineOf(await list(meetingId), 'Léa Roux');
    const [first, second] = [given.mark(key, 'absent', '2026-03-26T13:02:00Z'), given.mark(key, 'present', '2026-03-26T13:07:00+00:00')];
    const send = (marks: object[]) => given.send<AttendanceList>(given.animator, 'POST', `/meetings/${meetingId}/attendance/marks`, { marks });
    await send([second, first]);
    await send([first]);
    await send([second]);
    expect(lineOf(await list(meetingId), 'Léa Roux').state).toBe('present');
    const { body } = await given.send<{ changes: object[] }>(given.animator, 'GET', `/meetings/${meetingId}/attendance/history`);
    expect(body.changes).toEqual([
      { at: '2026-03-26T13:07:00.000Z', name: 'Léa Roux', by: 'Claire', before: 'absent', after: 'present', means: 'list' },
      { at: '2026-03-26T13:02:00.000Z', name: 'Léa Roux', by: 'Claire', before: 'to-come', after: 'absent', means: 'list' },
    ]);
  });

  it('two people who tap the same name at once leave one line', async () => {
    const { meetingId } = await given.aCohort();
    const { key } = lineOf(await list(meetingId), 'Léa Roux');
    given.app.actAs(given.animator);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => given.app.request('POST', `/api/meetings/${meetingId}/attendance/marks`, { marks: [given.mark(key, n % 2 ? 'present' : 'absent', '2026-03-26T13:05:00Z')] })));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(await rows('SELECT id FROM meetings_attendance WHERE meeting_id = $1', [meetingId])).toHaveLength(1);
  });

  it('adds someone who just came, once, and a device whose clock runs ahead has no last word', async () => {
    const { meetingId } = await given.aCohort();
    const person = { id: newId(), name: 'Marie Duval', structureName: 'Département du Calvados', at: '2030-01-01T00:00:00Z' };
    await given.send(given.animator, 'POST', `/meetings/${meetingId}/attendance/people`, person);
    const { body } = await given.send<AttendanceList>(given.animator, 'POST', `/meetings/${meetingId}/attendance/people`, person);
    expect(body.lines.filter(({ name }) => name === 'Marie Duval')).toMatchObject([{ state: 'present', walkIn: true, structureName: 'Département du Calvados' }]);
    given.at('2026-03-26T13:20:00Z');
    const corrected = await given.send<AttendanceList>(given.animator, 'POST', `/meetings/${meetingId}/attendance/marks`, { marks: [given.mark(lineOf(body, 'Marie Duval').key, 'absent', '2026-03-26T13:20:00Z')] });
    expect(lineOf(corrected.body, 'Marie Duval').state).toBe('absent');
  });

  it('opens on the eve, refuses names of elsewhere, and closes only what is over', async () => {
    const { meetingId, people } = await given.aCohort();
    const marks = [given.mark(`p-${people[0]!.personId}`, 'excused', '2026-03-24T13:05:00Z')];
    given.at('2026-03-24T13:10:00Z');
    expect(await given.send(given.animator, 'POST', `/meetings/${meetingId}/attendance/marks`, { marks })).toMatchObject({ status: 409, body: { code: 'meetings.list-ahead' } });
    given.at('2026-03-25T14:00:00Z');
    expect((await given.send(given.animator, 'POST', `/meetings/${meetingId}/attendance/marks`, { marks })).status).toBe(200);
    expect(await given.send(given.animator, 'POST', `/meetings/${meetingId}/attendance/marks`, { marks: [given.mark(`p-${newId()}`, 'present', '2026-03-25T13:05:00Z')] })).toMatchObject({ status: 404, body: { code: 'meetings.not-expected' } });
    expect(await given.send(given.animator, 'POST', `/meetings/${meetingId}/attendance/closing`)).toMatchObject({ status: 409, body: { code: 'meetings.list-unfinished' } });
  });

  it('closed: who was not seen is absent and nothing changes; reopened: only what closing had said is unsaid', async () => {
    const { meetingId, people } = await given.aCohort();
    await given.send(given.animator, 'POST', `/meetings/${meetingId}/attendance/marks`, { marks: [given.mark(`p-${people[0]!.personId}`, 'present', '2026-03-26T13:05:00Z')] });
    given.at('2026-03-26T16:00:00Z');
    const closed = await given.send<AttendanceList>(given.animator, 'POST', `/meetings/${meetingId}/attendance/closing`);
    expect([closed.body.state, states(closed.body), closed.body.certificates]).toEqual(['closed', { 'Sophie Martin': 'present', 'Karim Benali': 'absent', 'Léa Roux': 'absent' }, 1]);
    const late = { marks: [given.mark(`p-${people[1]!.personId}`, 'present', '2026-03-26T13:06:00Z')] };
    expect(await given.send(given.animator, 'POST', `/meetings/${meetingId}/attendance/marks`, late)).toMatchObject({ status: 409, body: { code: 'meetings.list-closed' } });
    const reopened = await given.send<AttendanceList>(given.animator, 'DELETE', `/meetings/${meetingId}/attendance/closing`);
    expect([reopened.body.state, states(reopened.body)]).toEqual(['open', { 'Sophie Martin': 'present', 'Karim Benali': 'to-come', 'Léa Roux': 'to-come' }]);
  });

  it('of a cancelled meeting counts against nobody', async () => {
    const { meetingId } = await given.aCohort();
    await rows('UPDATE meetings_meeting SET cancelled_at = now() WHERE id = $1', [meetingId]);
    expect(new Set(Object.values(states(await list(meetingId))))).toEqual(new Set(['cancelled']));
  });
});

describe('joining from a distance', () => {
  it('counts near the hour, keeps stretches, and a long silence begins another', async () => {
    const { meetingId, people } = await given.aCohort();
    given.at('2026-03-26T11:00:00Z');
    expect((await given.send(people[0]!, 'POST', `/meetings/${meetingId}/joining`)).body).toEqual({ url: 'https://visio.example/deux', dialIn: null, intervalId: null });
    given.at('2026-03-26T12:55:00Z');
    const { body } = await given.send<{ intervalId: string }>(people[0]!, 'POST', `/meetings/${meetingId}/joining`);
    for (const now of ['2026-03-26T12:59:00Z', '2026-03-26T13:03:00Z', '2026-03-26T14:00:00Z', '2026-03-26T14:04:00Z']) {
      given.at(now);
      expect((await given.send(null, 'POST', `/meetings/${meetingId}/presence`, { intervalId: body.intervalId })).status).toBe(200);
    }
    expect(lineOf(await list(meetingId), 'Sophie Martin')).toMatchObject({ state: 'present', means: 'online', minutes: 7, shortStay: false });
    given.at('2026-03-26T15:01:00Z');
    expect(lineOf(await list(meetingId), 'Sophie Martin').shortStay).toBe(true);
  });

  it('is for those who take part; an animator joins and is not counted; a guest joins by their own link', async () => {
    const { meetingId } = await given.aCohort();
    const webinar = await given.meetings.aMeeting(given.animator, given.networkId, { startsAt: AttendanceFixtures.start.toISOString(), minutes: 120, visioUrl: 'https://visio.example/ouvert' });
    const stranger = await given.meetings.networks.actor(await given.meetings.networks.aPerson('Tiers'));
    expect(await given.send(stranger, 'POST', `/meetings/${webinar}/joining`)).toMatchObject({ status: 403, body: { code: 'meetings.not-joinable' } });
    expect((await given.send(given.animator, 'POST', `/meetings/${meetingId}/joining`)).body).toMatchObject({ url: 'https://visio.example/deux', intervalId: null });
    const { token } = await given.aGuest(webinar);
    expect((await given.send<MyPresence>(null, 'GET', `/registrations/${token}/presence`)).body).toMatchObject({ state: 'to-come', canJoin: true, counts: true, keepsList: false });
    expect((await given.send(null, 'POST', `/registrations/${token}/joining`)).body).toMatchObject({ url: 'https://visio.example/ouvert', intervalId: expect.any(String) });
    expect(states(await list(webinar))).toEqual({ 'Paul Guest': 'present' });
    expect((await given.send(null, 'POST', `/registrations/${'x'.repeat(43)}/joining`)).status).toBe(404);
  });

  it('who an animator said absent stays absent', async () => {
    const { meetingId, people } = await given.aCohort();
    await given.send(given.animator, 'POST', `/meetings/${meetingId}/attendance/marks`, { marks: [given.mark(`p-${people[0]!.personId}`, 'absent', '2026-03-26T13:05:00Z')] });
    await given.send(people[0]!, 'POST', `/meetings/${meetingId}/joining`);
    expect(states(await list(meetingId))['Sophie Martin']).toBe('absent');
  });
});

describe('the code shown in the room', () => {
  const keyOf = async (meetingId: string): Promise<string> => (await given.send<{ path: string }>(given.animator, 'GET', `/meetings/${meetingId}/check-in-key`)).body.path.split('/').at(-1) as string;

  it('lets those expected say that they are there, at the hour, with the right key', async () => {
    const { meetingId, people } = await given.aCohort();
    const key = await keyOf(meetingId);
    expect((await given.send(people[1]!, 'POST', `/meetings/${meetingId}/check-ins`, { key })).body).toMatchObject({ title: 'Rencontre n° 2' });
    expect(lineOf(await list(meetingId), 'Karim Benali')).toMatchObject({ state: 'present', means: 'room' });
    expect(await given.send(people[0]!, 'POST', `/meetings/${meetingId}/check-ins`, { key: 'a'.repeat(43) })).toMatchObject({ status: 404, body: { code: 'meetings.check-in-unknown' } });
    given.at('2026-03-26T18:00:00Z');
    expect(await given.send(people[0]!, 'POST', `/meetings/${meetingId}/check-ins`, { key })).toMatchObject({ status: 409, body: { code: 'meetings.presence-not-open' } });
  });

  it('a guest gives their address; the answer is the same for a stranger, and a shared mailbox needs the name', async () => {
    const webinar = await given.meetings.aMeeting(given.animator, given.networkId, { startsAt: AttendanceFixtures.start.toISOString(), minutes: 120 });
    await given.aGuest(webinar, 'Paul Guest');
    await given.aGuest(webinar, 'Anne Marchés', 'marches@mairie.example');
    await given.aGuest(webinar, 'Bruno Marchés', 'marches@mairie.example');
    const key = await keyOf(webinar);
    const say = (email: string, name = '') => given.send(null, 'POST', `/meetings/${webinar}/guest-check-ins`, { key, email, name });
    const answers = [await say('Paul@mairie.example '), await say('nobody@mairie.example'), await say('marches@mairie.example'), await say('marches@mairie.example', 'bruno marches')];
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(states(await list(webinar))).toEqual({ 'Paul Guest': 'present', 'Anne Marchés': 'to-come', 'Bruno Marchés': 'present' });
  });
});

describe('what time takes away', () => {
  it('a list somebody kept closes by itself after two weeks, one nobody touched stays as it is, whatever the number of runs', async () => {
    const kept = await given.aCohort();
    const untouched = await given.aMeeting(kept.cohort);
    await given.send(kept.people[0]!, 'POST', `/meetings/${kept.meetingId}/joining`);
    given.at('2026-04-10T08:00:00Z');
    const sweeps = given.app.get(AttendanceSweeps);
    await sweeps.closeLists();
    await sweeps.closeLists();
    expect([(await list(kept.meetingId)).state, states(await list(kept.meetingId))['Karim Benali']]).toEqual(['closed', 'absent']);
    expect([(await list(untouched)).state, states(await list(untouched))['Karim Benali']]).toEqual(['open', 'to-come']);
  });

  it('stretches go after three months, names after two years, totals stay', async () => {
    const { meetingId, people } = await given.aCohort();
    await given.send(people[0]!, 'POST', `/meetings/${meetingId}/joining`);
    const sweeps = given.app.get(AttendanceSweeps);
    given.at('2026-06-25T08:00:00Z');
    await sweeps.purge();
    expect(await rows('SELECT id FROM meetings_presence WHERE meeting_id = $1', [meetingId])).toHaveLength(1);
    given.at('2026-06-27T08:00:00Z');
    await sweeps.purge();
    expect(await rows('SELECT id FROM meetings_presence WHERE meeting_id = $1', [meetingId])).toHaveLength(0);
    given.at('2028-03-27T08:00:00Z');
    await sweeps.purge();
    expect(await rows('SELECT person_id, state FROM meetings_attendance WHERE meeting_id = $1', [meetingId])).toEqual([{ person_id: null, state: 'present' }]);
  });

  it('a person takes all of it along, and once erased is nobody in the list, which still counts them', async () => {
    const { meetingId, people } = await given.aCohort();
    const me = people[0]!;
    await given.send(me, 'POST', `/meetings/${meetingId}/joining`);
    await given.send(me, 'POST', '/me/calendar-feed');
    given.at('2026-03-26T16:00:00Z');
    await given.send(given.animator, 'POST', `/meetings/${meetingId}/attendance/closing`);
    expect(await given.app.get(AttendancePersonalData).personalDataOf(me.personId)).toMatchObject({
      attendance: [{ meeting: 'Rencontre n° 2', state: 'present', means: 'online' }], presence: [expect.anything()], certificates: [{ name: 'Sophie Martin' }], calendarAddress: [expect.anything()],
    });
    const listener = given.app.get(AttendanceListener);
    await listener.forget({ personId: me.personId });
    await listener.forget({ personId: me.personId });
    expect(await given.app.get(AttendancePersonalData).personalDataOf(me.personId)).toEqual({ attendance: [], presence: [], certificates: [], listsKept: [], signedOpinions: [], calendarAddress: [] });
    const [counted] = await rows<{ count: number }>(`SELECT count(*)::int AS count FROM meetings_attendance WHERE meeting_id = $1 AND state = 'present'`, [meetingId]);
    expect(counted?.count).toBe(1);
  });
});
