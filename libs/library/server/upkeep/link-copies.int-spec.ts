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
import { LinkCopies } from './link-copies';

const monday = new Date('2026-03-02T09:00:00Z');
const clock = new FixedClock(monday);
const named = (code: string) => expect.objectContaining({ code });
const words = 'Le diagnostic ressources précède la démolition sélective, et nomme ce qui se réemploie sur place ou ailleurs. '.repeat(3);
const html = (text = words): string => `<html><head><title>Réemploi</title></head><body><main><h1>Réemployer</h1><p>${text}</p></main></body></html>`;
const asHtml = { 'content-type': 'text/html; charset=utf-8' };

interface Served { status: number; headers?: Record<string, string>; body?: string | Buffer }
let app: TestApp;
let given: NetworksFixtures;
let site: Server;
let place: { networkId: string; animator: Actor; stranger: Actor };
const pages = new Map<string, Served>();
const visits: string[] = [];

beforeAll(async () => {
  app = await createTestApp({ imports: [LibraryModule], actor: null, clock });
  given = new NetworksFixtures(app);
  site = createServer((asked, answer) => {
    visits.push(`${asked.method} ${asked.url}`);
    const { status, headers, body } = pages.get(asked.url ?? '') ?? { status: 404 };
    answer.writeHead(status, headers).end(asked.method === 'HEAD' ? undefined : body);
  });
  await new Promise<void>((ready) => site.listen(0, '127.0.0.1', ready));
  const networkId = await given.aNetwork(`Réseau ${newId()}`);
  place = { networkId, animator: await given.actor(await given.someone('animator', networkId)), stranger: await given.actor(await given.someone('animator', await given.aNetwork(`Réseau ${newId()}`))) };
});
afterAll(async () => {
  await app.close();
  await new Promise((closed) => site.close(closed));
});
beforeEach(() => {
  clock.set(monday);
  visits.length = 0;
});

/** A resource that leads to a page of the site, with the address of that page. */
async function aResource(change: Partial<ResourceFields> = {}, served: Served = { status: 200, headers: asHtml, body: html() }): Promise<{ id: string; slug: string; path: string }> {
  const path = `/${newId()}`;
  pages.set(path, served);
  const fields: ResourceFields = {
    form: 'guide', title: `Fiche ${newId()}`, summary: 'Un résumé.', content: '', clause: null, link: `http://127.0.0.1:${(site.address() as AddressInfo).port}${path}`, publisher: 'Cerema', year: 2024, language: 'fr', licence: 'open-licence',
    themes: [], segments: [], stages: [], sectors: [], territories: [], audiences: [], legal: [], tags: [], cpv: [], access: 'public', spaceId: place.networkId, checkedOn: null, reviewOn: null, ...change,
  };
  return { ...(await app.get(ResourceService).deposit(place.animator, { requestId: newId(), then: 'publish', fields })), path };
}

const tryOn = async (day: number, resourceId: string): Promise<void> => {
  clock.set(new Date(monday.getTime() + day * 86_400_000));
  await app.get(LinkChecks).check({ resourceId });
};
const dies = async (path: string, id: string): Promise<void> => {
  pages.set(path, { status: 404 });
  for (const day of [7, 9, 14]) await tryOn(day, id);
};
const copyOf = (slug: string, reader: Actor | typeof visitor = visitor) => app.get(LinkCopies).read(reader, slug);
const offered = async (slug: string, reader: Actor | typeof visitor = visitor) => (await app.get(ResourceQueries).open(reader, slug)).upkeep.copyTakenAt;
const kept = (id: string) => given.asSystem((tx) => tx.query<{ takenAt: Date; title: string }[]>('SELECT taken_at AS "takenAt", title FROM library_link_copy WHERE resource_id = $1', [id]));

describe('the copy of a page that a resource leads to', () => {
  it('is taken by the try itself, in one visit, and offered once the link is dead, with its source and its licence', async () => {
    const { id, slug, path } = await aResource();
    await tryOn(0, id);
    expect(visits).toEqual([`GET ${path}`]);
    expect(await offered(slug)).toBeNull();
    await expect(copyOf(slug)).rejects.toEqual(named('library.no-copy'));
    await dies(path, id);
    expect(await offered(slug)).toBe(monday.toISOString());
    expect(await copyOf(slug)).toMatchObject({
      slug, publisher: 'Cerema', licence: 'open-licence', takenAt: monday.toISOString(), title: 'Réemploi', source: expect.stringContaining(path) as string,
      blocks: [{ kind: 'heading', level: 2, text: 'Réemployer' }, { kind: 'text', text: words.trim() }],
    });
    pages.set(path, { status: 200, headers: asHtml, body: html() });
    await tryOn(21, id);
    expect(await offered(slug)).toBeNull();
    await expect(copyOf(slug)).rejects.toEqual(named('library.no-copy'));
  });

  it('follows the page, is not written again when nothing changed, and outlives a page that has gone empty', async () => {
    const { id, path } = await aResource();
    await tryOn(0, id);
    await tryOn(7, id);
    expect(await kept(id)).toEqual([{ takenAt: monday, title: 'Réemploi' }]);
    pages.set(path, { status: 200, headers: asHtml, body: html(`${words} Mis à jour.`) });
    await tryOn(14, id);
    const [second] = await kept(id);
    expect(second?.takenAt.toISOString()).toBe('2026-03-16T09:00:00.000Z');
    pages.set(path, { status: 200, headers: asHtml, body: '<p>Activez JavaScript.</p>' });
    await tryOn(21, id);
    expect(await kept(id)).toEqual([second]);
  });

  it.each<[string, Partial<ResourceFields>, Served]>([
    ['another licence', { licence: 'notice' }, { status: 200, headers: asHtml, body: html() }],
    ['a document that is no page', {}, { status: 200, headers: { 'content-type': 'application/pdf' }, body: html() }],
    ['a page of more than two megabytes', {}, { status: 200, headers: asHtml, body: html('a '.repeat(1_100_000)) }],
    ['a page that came packed', {}, { status: 200, headers: { ...asHtml, 'content-encoding': 'gzip' }, body: html() }],
    ['a publisher who wants no copy', {}, { status: 200, headers: { ...asHtml, 'x-robots-tag': 'noarchive' }, body: html() }],
    ['a page that keeps programs out', {}, { status: 403, headers: asHtml, body: html() }],
  ])('is not taken of %s; the link is judged as ever', async (_what, change, served) => {
    const { id, slug } = await aResource(change, served);
    await tryOn(0, id);
    expect(await kept(id)).toEqual([]);
    expect((await app.get(ResourceQueries).open(visitor, slug)).upkeep.reasons).toEqual([]);
  });

  it('written in the signs of yesterday is read as it was meant', async () => {
    const { id, path, slug } = await aResource({}, { status: 200, headers: { 'content-type': 'text/html; charset=iso-8859-1' }, body: Buffer.from(html(), 'latin1') });
    await tryOn(0, id);
    await dies(path, id);
    expect((await copyOf(slug)).title).toBe('Réemploi');
  });

  it('of another link, or under a licence that no longer allows it, is gone at once and does not come back', async () => {
    const { id, slug, path } = await aResource();
    await tryOn(0, id);
    await dies(path, id);
    await given.asSystem((tx) => tx.query(`UPDATE library_resource SET licence = 'notice' WHERE id = $1`, [id]));
    expect(await offered(slug)).toBeNull();
    await expect(copyOf(slug)).rejects.toEqual(named('library.no-copy'));
    await tryOn(21, id);
    expect(await kept(id)).toEqual([]);
  });

  it('is read by whoever may read its resource, and is not known to others', async () => {
    const { id, slug, path } = await aResource({ access: 'network' });
    await tryOn(0, id);
    await dies(path, id);
    expect((await copyOf(slug, place.animator)).title).toBe('Réemploi');
    for (const other of [visitor, place.stranger]) await expect(copyOf(slug, other)).rejects.toEqual(named('library.not-found'));
    app.actAs(null);
    expect((await app.request('GET', `/api/library/resources/${slug}/copy`)).status).toBe(404);
  });

  it('is found by its words, by those who may', async () => {
    const { id } = await aResource({ access: 'network' }, { status: 200, headers: asHtml, body: html(`${words} Xylogravure municipale.`) });
    await tryOn(0, id);
    const found = async (reader: Actor | typeof visitor) => (await app.get(SearchQueries).matching(reader, { text: 'xylogravure', domain: 'library', facets: {} })).ids;
    expect(await found(place.animator)).toEqual([id]);
    expect(await found(visitor)).toEqual([]);
  });
});
