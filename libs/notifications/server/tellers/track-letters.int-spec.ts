import { MeetingReader } from '@cohorte/meetings/server';
import { PollClosing, PollFixtures } from '@cohorte/scheduling/server';
import { newId } from '@cohorte/platform/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ToldCohort } from '../notifications.fixtures';

const guest = 'anne@ville.example';
let told: ToldCohort;
let polls: PollFixtures;
let place: Awaited<ReturnType<PollFixtures['aCohort']>>;

beforeAll(async () => {
  told = await ToldCohort.build(new Date('2026-03-01T08:00:00Z'));
  polls = new PollFixtures(told.app);
});
afterAll(() => told?.close());

/** The dates of two meetings, asked at once. */
beforeEach(async () => {
  told.clock.set(new Date('2026-03-01T08:00:00Z'));
  place = await polls.aCohort();
  told.app.actAs(place.animator);
  const rule = { minWeeks: 0, maxWeeks: null, quorum: null, required: [], preferredWeekdays: [] };
  const opened = await told.app.request('POST', `/api/cohorts/${place.cohortId}/track-polls`, {
    requestId: newId(), zone: 'Europe/Paris', schoolZone: 'B', places: [], closesAt: '2026-03-10T18:00', audience: 'leads', guests: [{ name: 'Anne Petit', email: guest }],
    meetings: [place.meetingId, place.otherMeetingId].map((meetingId, at) => ({ rule: { ...rule, meetingId }, minutes: 90, slots: [`2026-0${at + 4}-09T14:00`, `2026-0${at + 4}-16T14:00`] })),
  });
  expect(opened.status).toBe(200);
});

const emailOf = async (personId: string) => (await told.sql<{ email: string }>('SELECT email FROM identity_person WHERE id = $1', [personId]))[0]?.email ?? '';
const lettersOf = async (personId: string) => (await told.letters(await emailOf(personId))).map(({ subject, text }) => ({ subject, text: text.replaceAll(/[\u00a0\u202f]/g, ' ') }));

async function closeAt(instant: string): Promise<void> {
  told.clock.set(new Date(instant));
  await told.app.get(PollClosing).sweep();
  await told.app.get(PollClosing).sweep();
  await told.post();
}

describe('the dates of a whole track', () => {
  it('are asked in one letter that names the cohort and its meetings', async () => {
    await told.post();
    const letters = await lettersOf(place.lea.personId);
    expect(letters.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Quelles dates vous conviennent \? Les rencontres de Groupe de travail/)]);
    expect(letters[0]?.text).toContain('Pour fixer les dates des rencontres de « Groupe de travail');
    expect(letters[0]?.text).toContain('1. Rencontre 2');
    expect(letters[0]?.text).toContain('Vous recevez ce courriel parce que vous participez à ces rencontres');
    expect(letters[0]?.text).toMatch(/\/sondage-parcours\/[\w-]{43}/);
  });

  it('closed at their deadline, are told to who asked them in one letter for all the meetings, and to nobody else', async () => {
    await told.emptied();
    await closeAt('2026-03-10T17:00:30Z');
    const letters = await lettersOf(place.animator.personId);
    expect(letters.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Demande de dates terminée : les rencontres de Groupe de travail/)]);
    expect(await lettersOf(place.lea.personId)).toEqual([]);
    expect((await told.sql(`SELECT 1 FROM platform_outbox WHERE name = 'scheduling.poll-closed'`)).length).toBe(0);
  });

  it('decided meanwhile, are told closed to nobody', async () => {
    await told.emptied();
    told.clock.set(new Date('2026-03-10T17:00:30Z'));
    await told.app.get(PollClosing).sweep();
    await told.sql('UPDATE scheduling_track_poll SET decided_at = $2 WHERE space_id = $1', [place.cohortId, told.clock.now()]);
    await told.post();
    expect(await told.letters()).toEqual([]);
  });

  it('decided, are told to a guest who said nothing in one letter, and each change after that in one', async () => {
    await told.emptied();
    told.app.actAs(place.animator);
    const [track] = await told.sql<{ id: string; version: number }>('SELECT id, version FROM scheduling_track_poll WHERE space_id = $1', [place.cohortId]);
    const kept = await told.sql<{ meetingId: string; slotId: string }>(
      `SELECT DISTINCT ON (p.meeting_id) p.meeting_id AS "meetingId", s.id AS "slotId" FROM scheduling_poll p JOIN scheduling_poll_slot s ON s.poll_id = p.id WHERE p.track_poll_id = $1 ORDER BY p.meeting_id, s.starts_at`, [track?.id]);
    expect((await told.app.request('POST', `/api/track-polls/${track?.id}/decision`, { version: track?.version, kept })).status).toBe(200);
    await told.post();
    const letters = await told.letters(guest);
    expect(letters.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Dates retenues : les rencontres de Groupe de travail/)]);
    const text = letters[0]?.text.replaceAll(/[\u00a0\u202f]/g, ' ') ?? '';
    expect(text).toContain('« Rencontre 2 » aura lieu le jeudi 9 avril 2026 à 14 h (heure de Paris).');
    expect(text).toContain('« Rencontre 3 » aura lieu le samedi 9 mai 2026 à 14 h (heure de Paris).');
    expect(text).toMatch(/\/sondage-parcours\/[\w-]{43}/);
    await told.emptied();
    const version = (await told.asSystem((tx) => told.app.get(MeetingReader).find(tx, place.meetingId)))?.version;
    expect((await told.app.request('PUT', `/api/meetings/${place.meetingId}/date`, { version, message: '', startsAt: '2026-04-10T12:00:00.000Z' })).status).toBe(200);
    await told.post();
    await told.post();
    expect((await told.letters(guest)).map(({ subject }) => subject)).toEqual(['Nouvelle date : Rencontre 2']);
  });
});
