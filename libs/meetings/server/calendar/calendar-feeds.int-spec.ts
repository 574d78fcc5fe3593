import { jest } from '@jest/globals';
import type { Actor } from '@cohorte/networks/contract';
import { visitor } from '@cohorte/platform/contract';
import { createTestApp, Database, FixedClock, type TestApp } from '@cohorte/platform/server';
import ICAL from 'ical.js';
import { EntityManager } from 'typeorm';
import { type AgendaEntry, canMeeting } from '../../contract';
import { MeetingsFixtures } from '../meeting/meeting.fixtures';
import { MeetingReader } from '../meeting/meeting.reader';
import { MeetingsModule } from '../meetings.module';
import { MeetingSeats } from '../registration/meeting-seats';
import { AgendaService } from './agenda.service';
import { PublicMeetingsQueries } from './public-meetings.queries';
import { type AgendaSource, FillsAgenda } from './agenda-sources';

/** Stands for the polls of another domain. */
@FillsAgenda()
class SlotsBeingPolled implements AgendaSource {
  agendaOf(): Promise<AgendaEntry[]> {
    return Promise.resolve([{ id: 'slot-1', kind: 'poll', title: 'Rencontre n° 3', spaceId: null, spaceName: 'Normandie', startsAt: '2026-02-10T13:00:00.000Z', minutes: 90, allDay: false, zone: 'Europe/Paris', standing: 'tentative', cancelled: false, path: '/sondages/1' }]);
  }
}

const clock = new FixedClock(new Date('2026-01-10T08:00:00Z'));
const span = { from: '2026-01-01T00:00:00Z', to: '2026-06-01T00:00:00Z' };
let app: TestApp;
let given: MeetingsFixtures;
let networkId: string;
let animator: Actor;

beforeAll(async () => {
  app = await createTestApp({ imports: [MeetingsModule], providers: [SlotsBeingPolled], actor: null, clock });
  given = new MeetingsFixtures(app);
  ({ networkId, animator } = await given.aNetwork());
});
afterAll(() => app?.close());

async function file(path: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string; headers: Headers }> {
  const answer = await fetch(new URL(path, await app.address()), { headers });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}
const eventsOf = (text: string): ICAL.Event[] => new ICAL.Component(ICAL.parse(text) as string).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

/** A member of a cohort with a private address, and the path of its file. */
async function aSubscriber(): Promise<{ actor: Actor; cohort: string; structureId: string; path: string }> {
  const structureId = await given.networks.aStructure(networkId, { name: `CHU ${Math.random()}` });
  const cohort = await given.networks.aCohort(networkId, [structureId]);
  const personId = await given.networks.someone('member', structureId, 'Sophie Martin');
  const actor = await given.networks.actor(personId);
  app.actAs(actor);
  const { body } = await app.request('POST', '/api/me/calendar-feed');
  return { actor, cohort, structureId, path: new URL((body as { url: string }).url).pathname };
}

describe('the private address of an agenda', () => {
  it('gives the meetings of one’s cohort with their link, slots being polled as tentative, and nothing of others', async () => {
    const { cohort, path } = await aSubscriber();
    const elsewhere = await given.networks.aCohort(networkId);
    await given.aMeeting(animator, cohort, { audience: 'space', title: 'Rencontre n° 2', visioUrl: 'https://visio.example/deux' });
    await given.aMeeting(animator, elsewhere, { audience: 'space', title: 'Rencontre des autres' });
    await given.aMeeting(animator, networkId, { audience: 'network', title: 'Journée technique, sans inscription' });
    app.actAs(null);
    const { status, text, headers } = await file(path);
    expect(status).toBe(200);
    expect(eventsOf(text).map((event) => [event.summary, event.component.getFirstPropertyValue('status')])).toEqual([['Rencontre n° 2', 'CONFIRMED'], ['Date en cours de sondage : Rencontre n° 3', 'TENTATIVE']]);
    expect(text.replaceAll('\r\n ', '')).toContain('https://visio.example/deux');
    expect(text).not.toMatch(/ATTENDEE/);
    expect([headers.get('referrer-policy'), headers.get('cache-control'), headers.get('content-type')]).toEqual(['no-referrer', 'private, no-cache', 'text/calendar; charset=utf-8']);
  });

  it('answers «nothing new» to who has it already, and anew when a meeting moves', async () => {
    const { cohort, path } = await aSubscriber();
    await given.aMeeting(animator, cohort, { audience: 'space' });
    const tag = (await file(path)).headers.get('etag') as string;
    clock.set(new Date('2026-01-10T09:00:00Z'));
    expect((await file(path, { 'if-none-match': tag })).status).toBe(304);
    await given.aMeeting(animator, cohort, { audience: 'space', startsAt: '2026-02-20T13:00:00Z' });
    expect((await file(path, { 'if-none-match': tag })).status).toBe(200);
    clock.set(new Date('2026-01-10T08:00:00Z'));
  });

  it('stops at once when renewed or closed, and says no more of a cohort one has left', async () => {
    const { actor, cohort, structureId, path } = await aSubscriber();
    await given.aMeeting(animator, cohort, { audience: 'space', title: 'Entre nous' });
    expect(eventsOf((await file(path)).text).map(({ summary }) => summary)).toContain('Entre nous');
    await given.networks.asSystem((tx) => tx.query('UPDATE networks_membership SET ended_at = now() WHERE space_id = $1 AND person_id = $2', [structureId, actor.personId]));
    expect((await file(path)).text).not.toContain('Entre nous');
    const renewed = (await app.request('POST', '/api/me/calendar-feed')).body as { url: string };
    expect((await file(path)).status).toBe(404);
    expect((await file(new URL(renewed.url).pathname)).status).toBe(200);
    await app.request('DELETE', '/api/me/calendar-feed');
    expect((await file(new URL(renewed.url).pathname)).status).toBe(404);
    expect((await app.request('GET', '/api/me/calendar-feed')).body).toEqual({ url: null, since: null });
  });

  it('keeps no token in the database, only its print; PostgreSQL shows it to its owner alone', async () => {
    const { actor, path } = await aSubscriber();
    const token = /\/([^/]+)\.ics$/.exec(path)?.[1] as string;
    const rows = await given.networks.asSystem((tx) => tx.query<object[]>('SELECT * FROM meetings_calendar_feed'));
    expect(JSON.stringify(rows)).not.toContain(token);
    const seen = (who: Actor | typeof visitor) => app.get(Database).transaction(who, (tx) => tx.query<{ person_id: string }[]>('SELECT person_id FROM meetings_calendar_feed'));
    expect((await seen(actor)).map(({ person_id }) => person_id)).toEqual([actor.personId]);
    expect(await seen(visitor)).toEqual([]);
  });

  it.each(['/api/calendriers/x.ics', `/api/calendriers/${'a'.repeat(43)}.ics`, '/api/calendriers/%00.ics', '/api/calendriers/reseaux/nothing.ics', '/api/rencontres.atom?networkId=x'])('%s is not found, in words', async (path) => {
    const { status, text } = await file(path);
    expect([status, (JSON.parse(text) as { code: string }).code]).toEqual([404, 'meetings.feed-unknown']);
  });
});

describe('my agenda', () => {
  it('holds what the policy lets one read, each day of a training, and how one stands', async () => {
    const { actor, cohort } = await aSubscriber();
    const training = await given.aMeeting(animator, cohort, { audience: 'space', title: 'Formation', startsAt: '2026-03-28T08:00:00Z', laterSittings: [{ afterDays: 1, time: '09:00', minutes: 180 }] });
    const open = await given.aMeeting(animator, networkId, { audience: 'public', title: 'Webinaire', startsAt: '2026-03-05T13:00:00Z' });
    await given.networks.asSystem((tx) => app.get(MeetingSeats).seatAnswers(tx, open, [{ attendee: { personId: actor.personId, email: 'x@y.fr', name: 'S', structureId: null }, answer: 'if-need-be' }], { pollId: open }));
    await given.aMeeting(animator, cohort, { audience: 'space', publish: false, title: 'Pas encore' });
    const { entries } = await app.get(AgendaService).read(actor, span);
    const mine = entries.filter(({ title }) => ['Formation', 'Webinaire', 'Pas encore'].includes(title));
    expect(mine.map(({ title, startsAt, standing }) => [title, startsAt, standing])).toEqual([
      ['Webinaire', '2026-03-05T13:00:00.000Z', 'tentative'], ['Formation', '2026-03-28T08:00:00.000Z', 'registered'], ['Formation', '2026-03-29T07:00:00.000Z', 'registered'],
    ]);
    expect(mine[1]?.path).toBe(`/rencontres/${training}`);
  });

  it('the list equals what the policy allows, for everyone', async () => {
    const { actor, cohort } = await aSubscriber();
    for (const audience of ['space', 'network', 'public'] as const) for (const publish of [true, false]) await given.aMeeting(animator, cohort, { audience, publish, startsAt: '2026-05-05T13:00:00Z' });
    const stranger = await given.networks.actor(await given.networks.aPerson('Tiers'));
    const known = await given.networks.asSystem(async (tx) => {
      const rows = await tx.query<{ id: string }[]>('SELECT id FROM meetings_meeting WHERE starts_at IS NOT NULL');
      return [...(await app.get(MeetingReader).factsOf(tx, rows.map(({ id }) => id))).values()];
    });
    for (const who of [actor, stranger, animator]) {
      const listed = (await app.get(AgendaService).read(who, span)).entries.filter(({ kind }) => kind === 'meeting').map(({ id }) => id.slice(0, 36));
      expect(new Set(listed)).toEqual(new Set(known.filter(({ policy }) => canMeeting(who, 'read', policy)).map(({ id }) => id)));
    }
  });

  it('says where one may prepare a meeting: networks, then cohorts, for who animates them', async () => {
    const { actor, cohort } = await aSubscriber();
    const { mayCreateIn } = await app.get(AgendaService).read(await given.networks.actor(animator.personId), span);
    expect(mayCreateIn[0]).toMatchObject({ id: networkId, isCohort: false });
    expect(mayCreateIn.map(({ isCohort }) => isCohort)).toEqual([false, ...mayCreateIn.slice(1).map(() => true)]);
    expect(mayCreateIn.slice(1).map(({ id }) => id)).toContain(cohort);
    expect((await app.get(AgendaService).read(actor, span)).mayCreateIn).toEqual([]);
  });

  it('refuses a span without end', async () => {
    app.actAs(animator);
    expect(await app.request('GET', '/api/agenda?from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00Z')).toMatchObject({ status: 400, body: { fields: { to: 'not-a-span' } } });
  });
});

describe('what anybody may follow', () => {
  it('is public meetings only: in the list, the calendars and the feeds, without links', async () => {
    const { networkId: network, animator: own } = await given.aNetwork();
    const cohort = await given.networks.aCohort(network, [], 'Promotion 2026');
    await given.aMeeting(own, network, { title: 'Webinaire ouvert', visioUrl: 'https://visio.example/secret', placeName: '' });
    await given.aMeeting(own, network, { title: 'Pour le réseau', audience: 'network' });
    await given.aMeeting(own, cohort, { title: 'Restitution publique' });
    await given.aMeeting(own, cohort, { title: 'Entre nous', audience: 'space' });
    await given.aMeeting(own, network, { title: 'Pas encore publié', publish: false });
    app.actAs(null);
    const all = ['Restitution publique', 'Webinaire ouvert'];
    const listed = (await app.request('GET', `/api/public-meetings?networkId=${network}`)).body as { meetings: { title: string }[] };
    expect(listed.meetings.map(({ title }) => title).toSorted()).toEqual(all);
    const titles = async (path: string) => eventsOf((await file(path)).text).map(({ summary }) => summary).toSorted();
    expect(await titles(`/api/calendriers/reseaux/${network}.ics`)).toEqual(all);
    expect(await titles(`/api/calendriers/parcours/${cohort}.ics`)).toEqual(['Restitution publique']);
    const feeds = await Promise.all(['/api/rencontres.ics', `/api/rencontres.atom?networkId=${network}`, `/api/rencontres.json?networkId=${network}`, `/api/calendriers/reseaux/${network}.ics`].map((path) => file(path)));
    for (const { text, headers } of feeds) {
      expect(text).toContain('Webinaire ouvert');
      expect(text).not.toMatch(/secret|Entre nous|Pour le réseau|Pas encore/);
      expect(headers.get('cache-control')).toBe('public, max-age=300');
    }
  });

  it('has a feed a track, and a network: its own meetings, its own name and address', async () => {
    const { networkId: network, animator: own } = await given.aNetwork();
    const cohort = await given.networks.aCohort(network, [], 'Promotion 2026');
    await given.aMeeting(own, network, { title: 'Webinaire ouvert' });
    await given.aMeeting(own, cohort, { title: 'Restitution publique' });
    app.actAs(null);
    const atom = await file(`/api/calendriers/parcours/${cohort}.atom`);
    expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(atom.text).toContain('Rencontres à venir : Promotion 2026');
    expect(atom.text).toContain(`/api/calendriers/parcours/${cohort}.atom"`);
    expect(atom.text).toContain('Restitution publique');
    expect(atom.text).not.toContain('Webinaire ouvert');
    const titles = async (path: string) => (JSON.parse((await file(path)).text) as { items: { title: string }[] }).items.map(({ title }) => title).toSorted();
    expect(await titles(`/api/calendriers/parcours/${cohort}.json`)).toEqual(['Restitution publique']);
    expect(await titles(`/api/calendriers/reseaux/${network}.json`)).toEqual(['Restitution publique', 'Webinaire ouvert']);
    const listed = (await app.request('GET', '/api/public-meetings')).body as { tracks: { id: string; name: string }[] };
    expect(listed.tracks).toContainEqual({ id: cohort, name: 'Promotion 2026' });
  });

  it('a track that shows nothing to the public has no public calendar and no feed', async () => {
    const cohort = await given.networks.aCohort(networkId);
    await given.aMeeting(animator, cohort, { audience: 'space' });
    for (const kind of ['ics', 'atom', 'json']) expect((await file(`/api/calendriers/parcours/${cohort}.${kind}`)).status).toBe(404);
  });
});

describe('the public list of what comes', () => {
  it('asks once for the names of who invites, however many they are', async () => {
    const cohorts = [await given.networks.aCohort(networkId), await given.networks.aCohort(networkId), await given.networks.aCohort(networkId)];
    for (const cohort of cohorts) await given.aMeeting(animator, cohort, { audience: 'public', title: 'Séance ouverte' });
    const spied = jest.spyOn(EntityManager.prototype, 'query');
    const coming = await app.get(PublicMeetingsQueries).coming({ networkId });
    const asked = spied.mock.calls.filter(([sql]) => String(sql).includes('networks_space'));
    spied.mockRestore();
    expect(coming.flatMap(({ track }) => track?.id ?? [])).toEqual(expect.arrayContaining(cohorts));
    expect(coming.every(({ networkName, track }) => networkName !== '' && track?.name !== '')).toBe(true);
    expect(asked).toHaveLength(1);
  });
});
