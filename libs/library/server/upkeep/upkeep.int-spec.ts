import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { visitor } from '@cohorte/platform/contract';
import { createTestApp, FixedClock, newId, SearchQueries, type TestApp } from '@cohorte/platform/server';
import type { ResourceFields } from '../../contract';
import { LibraryModule } from '../library.module';
import { ResourceQueries } from '../resource.queries';
import { ResourceService } from '../resource.service';
import { LinkChecks } from './link-checks';
import { ReviewSweep } from './review-sweep';
import { UpkeepQueries } from './upkeep.queries';
import { UpkeepService } from './upkeep.service';

const monday = new Date('2026-03-02T09:00:00Z');
const clock = new FixedClock(monday);
const named = (code: string) => expect.objectContaining({ code });
const dayMs = 86_400_000;
const inDays = (days: number): void => clock.set(new Date(monday.getTime() + days * dayMs));
let app: TestApp;
let given: NetworksFixtures;
let publisher: Publisher;
let place: { networkId: string; caen: string; animator: Actor; member: Actor; lead: Actor };

beforeAll(async () => {
  app = await createTestApp({ imports: [LibraryModule], actor: null, clock });
  given = new NetworksFixtures(app);
  publisher = await Publisher.open();
  const networkId = await given.aNetwork(`Réseau ${newId()}`);
  const caen = await given.aStructure(networkId, { name: `CHU de Caen ${newId()}` });
  const as = async (role: Parameters<NetworksFixtures['someone']>[0], spaceId: string): Promise<Actor> => given.actor(await given.someone(role, spaceId));
  place = { networkId, caen, animator: await as('animator', networkId), member: await as('member', caen), lead: await as('lead', caen) };
});
afterAll(async () => {
  await app.close();
  await publisher.close();
});
beforeEach(() => clock.set(monday));

/** A site whose pages answer as they are told. */
class Publisher {
  readonly pages = new Map<string, { status: number; headers?: Record<string, string>; getOnly?: true }>();
  readonly visits: string[] = [];
  private constructor(private readonly server: Server) {}

  static async open(): Promise<Publisher> {
    const server = createServer();
    const made = new Publisher(server);
    server.on('request', (asked, answer) => {
      made.visits.push(`${asked.method} ${asked.url}`);
      const page = made.pages.get(asked.url ?? '') ?? { status: 404 };
      answer.writeHead(page.getOnly && asked.method === 'HEAD' ? 405 : page.status, page.headers).end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return made;
  }

  link(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  close(): Promise<void> {
    return new Promise((closed) => this.server.close(() => closed()));
  }
}

const sheet = (change: Partial<ResourceFields>): ResourceFields => ({
  form: 'guide', title: `Fiche ${newId()}`, summary: 'Un résumé.', content: '', clause: null, link: null, publisher: '', year: 2024, language: 'fr', licence: 'cc-by', themes: [], segments: [], stages: [], sectors: [],
  territories: [], audiences: [], legal: [], tags: [], cpv: [], access: 'public', spaceId: place.networkId, checkedOn: null, reviewOn: null, ...change,
});
const publish = (change: Partial<ResourceFields>) => app.get(ResourceService).deposit(place.animator, { requestId: newId(), then: 'publish', fields: sheet(change) });
const upkeepOf = async (id: string, reader: Actor | typeof visitor = visitor) => (await app.get(ResourceQueries).open(reader, id)).upkeep;
const told = async (name: string, key: string, id: string): Promise<unknown[]> =>
  given.asSystem((tx) => tx.query('SELECT payload FROM platform_outbox WHERE name = $1 AND payload ->> $2 = $3', [name, key, id]));

describe('links', () => {
  const tryOn = async (day: number, resourceId: string): Promise<void> => {
    inDays(day);
    await app.get(LinkChecks).check({ resourceId });
  };

  it.each<[string, Parameters<Publisher['pages']['set']>[1], string[], string | null]>([
    ['answers', { status: 200 }, [], null],
    ['answers GET only', { status: 200, getOnly: true }, [], null],
    ['keeps programs out', { status: 403 }, [], null],
    ['asks for fewer visits', { status: 429, headers: { 'retry-after': '3600' } }, [], null],
    ['moved for good', { status: 301, headers: { location: '/arrivee' } }, ['link-moved'], '/arrivee'],
    ['moved for now', { status: 302, headers: { location: '/arrivee' } }, [], null],
    ['became the front page', { status: 301, headers: { location: '/' } }, [], null],
    ['goes round in circles', { status: 302, headers: { location: '/essai' } }, [], null],
    ['failed once', { status: 404 }, [], null],
  ])('%s', async (_name, page, reasons, movedTo) => {
    publisher.pages.set('/', { status: 200 }).set('/arrivee', { status: 200 }).set('/essai', page);
    const { id } = await publish({ link: publisher.link('/essai') });
    await tryOn(0, id);
    expect(await upkeepOf(id)).toMatchObject({ reasons, movedTo: movedTo && publisher.link(movedTo), linkCheckedAt: monday.toISOString() });
  });

  it('three failures over seven days are a dead link, said to everyone; one answer revives it', async () => {
    const { id } = await publish({ link: publisher.link('/disparue') });
    for (const day of [0, 2]) await tryOn(day, id);
    expect((await upkeepOf(id)).reasons).toEqual([]);
    await tryOn(7, id);
    expect((await upkeepOf(id)).reasons).toEqual(['link-dead']);
    publisher.pages.set('/disparue', { status: 200 });
    await tryOn(14, id);
    expect((await upkeepOf(id)).reasons).toEqual([]);
  });

  it('when nothing answers any more it is our network that is away, and no link fails', async () => {
    await given.asSystem((tx) => tx.query('DELETE FROM library_link_check'));
    const { id } = await publish({ link: 'http://127.0.0.1:9/fermee' });
    for (const day of [0, 2, 7]) await tryOn(day, id);
    expect(await upkeepOf(id)).toMatchObject({ reasons: [], linkCheckedAt: null });
  });

  it('a dead one comes lower in the search than its twin', async () => {
    const mark = `q${newId().slice(-10)}`;
    publisher.pages.set('/vivante', { status: 200 });
    const dead = await publish({ title: `Guide ${mark} A`, link: publisher.link('/morte') });
    const sound = await publish({ title: `Guide ${mark} B`, link: publisher.link('/vivante') });
    const found = async () => (await app.get(SearchQueries).matching(visitor, { text: mark, domain: 'library' })).ids;
    expect((await found()).toSorted()).toEqual([dead.id, sound.id].toSorted());
    for (const day of [0, 2, 7]) await tryOn(day, dead.id);
    expect(await found()).toEqual([sound.id, dead.id]);
  });

  it('each is tried once a week, and soon again when it is changed', async () => {
    publisher.pages.set('/une', { status: 200 }).set('/deux', { status: 200 });
    const { id, version } = await publish({ link: publisher.link('/une') });
    const isDue = async (): Promise<boolean> => {
      const rows = await given.asSystem((tx) => tx.query<{ next: Date | null; same: boolean | null }[]>(
        'SELECT c.next_at AS next, c.link = r.link AS same FROM library_resource r LEFT JOIN library_link_check c ON c.resource_id = r.id WHERE r.id = $1', [id]));
      return !rows[0]?.next || !rows[0].same || rows[0].next <= clock.now();
    };
    expect(await isDue()).toBe(true);
    await tryOn(0, id);
    inDays(6);
    expect(await isDue()).toBe(false);
    await app.get(UpkeepService).followLink(place.animator, { resourceId: id, version, link: publisher.link('/deux') });
    expect(await isDue()).toBe(true);
    expect((await app.get(ResourceQueries).open(visitor, id)).link).toBe(publisher.link('/deux'));
  });

  it('a new address is taken by who may change the resource only', async () => {
    const { id, version } = await publish({ link: publisher.link('/une') });
    await expect(app.get(UpkeepService).followLink(place.member, { resourceId: id, version, link: publisher.link('/deux') })).rejects.toEqual(named('library.not-yours'));
  });
});

describe('review dates', () => {
  it('are told a month before, once for each date; the depositor says that it still holds', async () => {
    const { id } = await app.get(ResourceService).deposit(place.member, { requestId: newId(), then: 'submit', fields: sheet({ reviewOn: '2026-04-10' }) });
    await app.get(ResourceService).publish(place.animator, { resourceId: id, version: 1 });
    const near = (): Promise<unknown[]> => told('library.resource-review-near', 'resourceId', id);
    await app.get(ReviewSweep).sweep();
    expect(await near()).toHaveLength(0);
    inDays(10);
    for (let times = 0; times < 3; times++) await app.get(ReviewSweep).sweep();
    expect(await near()).toHaveLength(1);
    expect(await upkeepOf(id, place.member)).toMatchObject({ reasons: ['review-soon'], mayConfirm: true, mayEdit: false });
    expect(await upkeepOf(id, place.lead)).toMatchObject({ mayConfirm: false });
    await expect(app.get(UpkeepService).confirm(place.lead, { resourceId: id, version: 2, reviewOn: null })).rejects.toEqual(named('library.not-yours'));
    await expect(app.get(UpkeepService).confirm(place.member, { resourceId: id, version: 2, reviewOn: '2026-03-12' })).rejects.toEqual(named('library.review-in-the-past'));
    await app.get(UpkeepService).confirm(place.member, { resourceId: id, version: 2, reviewOn: '2027-03-12' });
    expect(await app.get(ResourceQueries).open(visitor, id)).toMatchObject({ checkedOn: '2026-03-12', reviewOn: '2027-03-12', edition: 1, upkeep: { reasons: [] } });
  });
});

describe('a text that changed', () => {
  const report = (actor: Actor, article: string, changedOn = '2026-02-20') =>
    app.get(UpkeepService).report(actor, { networkId: place.networkId, article, changedOn, note: 'Seuils relevés.', link: null });

  it('flags every resource that cites it, however it is written, until it has been read again', async () => {
    inDays(-30);
    const cited = await publish({ legal: ['Art. L. 2111-3 du CCP', 'R. 2152-7'] });
    const near = await publish({ legal: ['L. 2111-30'] });
    inDays(0);
    const since = await publish({ legal: ['L2111-3'] });
    const { id, citing } = await report(place.animator, 'l.2111-3');
    expect(citing).toBe(1);
    expect(await upkeepOf(cited.id)).toMatchObject({ reasons: ['legal-changed'], legal: [{ id, article: 'l.2111-3', changedOn: '2026-02-20', note: 'Seuils relevés.' }] });
    for (const other of [near, since]) expect((await upkeepOf(other.id)).reasons).toEqual([]);
    const mine = await app.get(UpkeepQueries).open(place.animator);
    expect(mine.resources.map((one) => one.id)).toContain(cited.id);
    expect(mine.changes).toEqual(expect.arrayContaining([expect.objectContaining({ id, citing: 1, mayRemove: true })]));
    await app.get(UpkeepService).confirm(place.animator, { resourceId: cited.id, version: cited.version, reviewOn: null });
    expect((await upkeepOf(cited.id)).reasons).toEqual([]);
  });

  it('on a day that begins in Paris before it begins in Greenwich, what was published that morning knew of it', async () => {
    clock.set(new Date('2026-03-02T23:30:00Z'));
    const { id } = await publish({ legal: ['R. 2112-9'] });
    expect((await report(place.animator, 'R. 2112-9', '2026-03-03')).citing).toBe(0);
    expect((await upkeepOf(id)).reasons).toEqual([]);
  });

  it('said twice is one change, withdrawn it flags nothing; only the animation says so, and nothing of the future', async () => {
    inDays(-30);
    const { id: resourceId } = await publish({ legal: ['R. 2151-8'] });
    inDays(0);
    const first = await report(place.animator, 'R. 2151-8');
    expect((await report(place.animator, 'R2151-8')).id).toBe(first.id);
    for (const other of [place.member, place.lead]) await expect(report(other, 'R. 2151-8')).rejects.toEqual(named('library.not-yours'));
    await expect(report(place.animator, 'R. 2151-8', '2026-03-03')).rejects.toEqual(named('library.change-to-come'));
    await expect(app.get(UpkeepService).withdraw(place.member, first.id)).rejects.toEqual(named('library.not-yours'));
    await app.get(UpkeepService).withdraw(place.animator, first.id);
    expect((await upkeepOf(resourceId)).reasons).toEqual([]);
  });
});

it('a member’s list holds what they deposited, and nothing of what others keep', async () => {
  inDays(-30);
  const theirs = await publish({ reviewOn: '2026-02-01' });
  const { id } = await app.get(ResourceService).deposit(place.member, { requestId: newId(), then: 'submit', fields: sheet({ reviewOn: '2026-02-01' }) });
  await app.get(ResourceService).publish(place.animator, { resourceId: id, version: 1 });
  inDays(0);
  const listed = async (actor: Actor) => (await app.get(UpkeepQueries).open(actor)).resources.map((one) => one.id);
  expect(await listed(place.member)).toEqual([id]);
  expect(await listed(place.lead)).toEqual([]);
  expect(await listed(place.animator)).toEqual(expect.arrayContaining([id, theirs.id]));
});
