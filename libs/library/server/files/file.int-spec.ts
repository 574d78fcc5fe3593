import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { visitor } from '@cohorte/platform/contract';
import { createTestApp, Database, FileStore, newId, type TestApp } from '@cohorte/platform/server';
import { createHash, randomBytes } from 'node:crypto';
import { accessLevels, asReader, canResource, type FileTypeKey, type ResourceFields, resourceStates } from '../../contract';
import { LibraryModule } from '../library.module';
import { ResourceEntity } from '../resource.entity';
import { ResourceQueries } from '../resource.queries';
import { ResourceService } from '../resource.service';
import { keysOfFile } from './file-row';

let app: TestApp;
let given: NetworksFixtures;
let place: Awaited<ReturnType<typeof aNetworkAtWork>>;
const content = randomBytes(10_000);

beforeAll(async () => {
  app = await createTestApp({ imports: [LibraryModule], actor: null });
  given = new NetworksFixtures(app);
  place = await aNetworkAtWork();
});
afterAll(() => app.close());

async function aNetworkAtWork() {
  const networkId = await given.aNetwork(`Réseau ${newId()}`);
  const caen = await given.aStructure(networkId, { name: `CHU de Caen ${newId()}` });
  const rouen = await given.aStructure(networkId, { name: `CHU de Rouen ${newId()}` });
  const cohortId = await given.aCohort(networkId, [caen]);
  const as = async (role: Parameters<NetworksFixtures['someone']>[0], spaceId: string): Promise<Actor> => given.actor(await given.someone(role, spaceId));
  return {
    networkId, cohortId, caen, animator: await as('animator', networkId), lead: await as('lead', caen), member: await as('member', caen), rouenLead: await as('lead', rouen),
    guest: await as('guest', networkId), stranger: await as('animator', await given.aNetwork(`Ailleurs ${newId()}`)),
  };
}

const fields = (change: Partial<ResourceFields> = {}): ResourceFields => ({
  form: 'guide', title: `Guide ${newId().slice(-8)}`, summary: 'Résumé.', content: '', clause: null, link: null, publisher: '', year: null, language: 'fr', licence: 'cc-by', themes: [], segments: [], stages: [], sectors: [],
  territories: [], audiences: [], legal: [], tags: [], cpv: [], access: 'public', spaceId: place.networkId, checkedOn: null, reviewOn: null, ...change,
});

interface Put {
  readonly type?: FileTypeKey;
  readonly name?: string;
  readonly edition?: number | null;
  readonly state?: 'ready' | 'waiting' | 'refused';
  readonly bytes?: Buffer;
  readonly note?: string;
}

/** A file as the reader of files leaves it. */
async function aFile(resourceId: string, { type = 'pdf', name = 'Étude d’été.pdf', edition = 0, state = 'ready', bytes = content, note = '' }: Put = {}): Promise<string> {
  const id = newId();
  await app.get(FileStore).put(keysOfFile(id).source, bytes);
  await app.get(FileStore).put(keysOfFile(id).page(1), Buffer.from('picture'));
  await given.asSystem((tx) => tx.query(
    `INSERT INTO library_file (id, resource_id, role, edition, note, name, type, size, sha256, state, problem, uploaded_at) VALUES ($1, $2, 'main', $3, $4, $5, $6, $7, $8, $9, $10, now())`,
    [id, resourceId, edition, note, name, type, bytes.length, createHash('sha256').update(bytes).digest('hex'), state, state === 'refused' ? 'corrupt' : null]));
  await given.asSystem((tx) => tx.query(`INSERT INTO library_page (file_id, number, text, width, height) VALUES ($1, 1, 'Page une', 100, 140), ($1, 2, 'Page deux', NULL, NULL)`, [id]));
  return id;
}

const published = (change: Partial<ResourceFields> = {}) => app.get(ResourceService).deposit(place.animator, { requestId: newId(), then: 'publish', fields: fields(change) });
const get = async (path: string, headers: Record<string, string> = {}) => fetch(new URL(path, await app.address()), { headers });

describe('a file given out', () => {
  it('is streamed whole or in parts, with a name of any letters, and cannot act', async () => {
    app.actAs(null);
    const { id, slug } = await published();
    await aFile(id);
    const whole = await get(`/api/ressources/${slug}/fichier`);
    expect([whole.status, whole.headers.get('content-type'), whole.headers.get('accept-ranges'), whole.headers.get('x-content-type-options')]).toEqual([200, 'application/pdf', 'bytes', 'nosniff']);
    expect(whole.headers.get('content-disposition')).toBe(`attachment; filename="Etude dete.pdf"; filename*=UTF-8''%C3%89tude%20d%E2%80%99%C3%A9t%C3%A9.pdf`);
    expect(whole.headers.get('content-security-policy')).toContain('sandbox');
    expect(Buffer.from(await whole.arrayBuffer()).equals(content)).toBe(true);
    const tag = whole.headers.get('etag') as string;
    const part = await get(`/api/ressources/${slug}/fichier`, { range: 'bytes=100-199', 'if-range': tag });
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([206, 'bytes 100-199/10000', '100']);
    expect(Buffer.from(await part.arrayBuffer()).equals(content.subarray(100, 200))).toBe(true);
    const past = await get(`/api/ressources/${slug}/fichier`, { range: 'bytes=10000-' });
    expect([past.status, past.headers.get('content-range')]).toEqual([416, 'bytes */10000']);
    expect((await get(`/api/ressources/${slug}/fichier`, { 'if-none-match': tag })).status).toBe(304);
    expect((await get(`/api/ressources/${slug}/fichier`, { range: 'bytes=100-199', 'if-range': '"another"' })).status).toBe(200);
  });

  it('is shown in place when it is harmless there; drawings with scripts never are', async () => {
    const kinds = async (type: FileTypeKey, name: string) => {
      const { id, slug } = await published();
      await aFile(id, { type, name });
      const answer = await get(`/api/ressources/${slug}/fichier?lire=1`);
      return [answer.headers.get('content-disposition')?.split(';')[0], answer.headers.get('content-security-policy')?.includes('sandbox')];
    };
    expect(await kinds('pdf', 'a.pdf')).toEqual(['inline', false]);
    expect(await kinds('mp4', 'a.mp4')).toEqual(['inline', true]);
    for (const [type, name] of [['svg', 'a.svg'], ['docx', 'a.docx'], ['zip', 'a.zip'], ['text', 'a.txt']] as const) expect(await kinds(type, name)).toEqual(['attachment', true]);
  });

  it('has its pages, their texts and their pictures', async () => {
    app.actAs(null);
    const { id, slug } = await published();
    await aFile(id);
    expect((await app.request('GET', `/api/library/resources/${slug}/pages?from=1&count=1`)).body).toEqual({ total: 2, pages: [{ number: 1, text: 'Page une', starts: null, picture: { width: 100, height: 140 } }] });
    const picture = await get(`/api/ressources/${slug}/pages/1.webp`);
    expect([picture.status, picture.headers.get('content-type'), await picture.text()]).toEqual([200, 'image/webp', 'picture']);
    for (const path of ['pages/2.webp', 'pages/0.webp', 'pages/1.html', 'pages/..%2f..%2fsource', 'vignette.webp', 'sous-titres.vtt', 'fichier?edition=9', 'fichier?edition=x']) expect([path, (await get(`/api/ressources/${slug}/${path}`)).status]).toEqual([path, 404]);
  });

  it('not read yet, or refused, is given to nobody', async () => {
    app.actAs(place.animator);
    for (const [state, code] of [['waiting', 'library.file-not-ready'], ['refused', 'library.file-refused']] as const) {
      const { id, slug } = await published();
      await aFile(id, { state });
      expect((await app.request('GET', `/api/ressources/${slug}/fichier`)).body).toMatchObject({ code });
    }
  });
});

it('each version keeps its file at its own address; the address without a number is the latest', async () => {
  app.actAs(null);
  const { id, slug } = await published();
  await aFile(id, { bytes: Buffer.from('un') });
  const next = await aFile(id, { bytes: Buffer.from('deux'), edition: null, note: 'Seconde édition' });
  await given.asSystem((tx) => app.get(ResourceService).placeReadFile(tx, next));
  await given.asSystem((tx) => app.get(ResourceService).placeReadFile(tx, next));
  const text = async (query: string) => (await get(`/api/ressources/${slug}/fichier${query}`)).text();
  expect([await text(''), await text('?edition=1'), await text('?edition=2')]).toEqual(['deux', 'un', 'deux']);
  expect(await app.get(ResourceQueries).open(visitor, slug)).toMatchObject({ edition: 2, file: { size: 4 }, versions: [{ number: 2, note: 'Seconde édition', file: { size: 4 } }, { number: 1, file: { size: 2 } }] });
  await app.get(ResourceService).retire(place.animator, { resourceId: id, version: 2, note: 'Remplacée.' });
  expect(await text('?edition=1')).toBe('un');
});

it('a resource may be published with nothing but a file, once it is read, and never under «notice seule»', async () => {
  const service = app.get(ResourceService);
  const keep = (change: Partial<ResourceFields>) => service.deposit(place.animator, { requestId: newId(), then: 'keep', fields: fields({ summary: '', ...change }) });
  const publish = async ({ id }: { id: string }) => service.publish(place.animator, { resourceId: id, version: 1 }).then(() => 'published', (error: { code: string }) => error.code);
  const [waiting, refused, notice, ready] = [await keep({}), await keep({}), await keep({ licence: 'notice' }), await keep({})];
  await aFile(waiting.id, { state: 'waiting' });
  await aFile(refused.id, { state: 'refused' });
  await aFile(notice.id);
  await aFile(ready.id);
  expect([await publish(waiting), await publish(refused), await publish(notice), await publish(ready)]).toEqual(['library.file-not-ready', 'library.file-refused', 'library.notice-with-file', 'published']);
});

it('of every access level and every state, each reader is given exactly the files of what the policy lets them read', async () => {
  const { networkId, cohortId, caen, member } = place;
  const spaces = { public: networkId, network: networkId, cohort: cohortId, structure: caen };
  const made: ResourceEntity[] = [];
  for (const access of accessLevels) for (const state of resourceStates) {
    const row = await given.asSystem(async (tx) => {
      const then = state === 'draft' ? 'keep' : state === 'submitted' ? 'submit' : 'publish';
      const { id } = await app.get(ResourceService).depositIn(tx, member.personId, { networkId, requestId: newId(), then, fields: fields({ access, spaceId: spaces[access] }) });
      if (state === 'retired') await tx.getRepository(ResourceEntity).update({ id }, { state });
      return tx.getRepository(ResourceEntity).findOneByOrFail({ id });
    });
    await aFile(row.id);
    made.push(row);
  }
  const { animator, lead, rouenLead, guest, stranger } = place;
  for (const actor of [animator, lead, member, rouenLead, guest, stranger, null]) {
    app.actAs(actor);
    const statuses = await Promise.all(made.map(async ({ slug, access, state }) => [access, state, ...(await Promise.all(['fichier', 'pages/1.webp'].map(async (path) => (await get(`/api/ressources/${slug}/${path}`)).status)))]));
    expect(statuses).toEqual(made.map((row) => {
      const status = canResource(asReader(actor ?? visitor), 'read', row) ? 200 : 404;
      return [row.access, row.state, status, status];
    }));
    const seen = await app.get(Database).transaction(actor ?? visitor, (tx) => tx.query<{ id: string }[]>(
      'SELECT DISTINCT f.resource_id AS id FROM library_file f JOIN library_page p ON p.file_id = f.id WHERE f.resource_id = ANY ($1)', [made.map(({ id }) => id)]));
    expect(seen.map(({ id }) => id).toSorted()).toEqual(made.filter((row) => canResource(asReader(actor ?? visitor), 'read', row)).map(({ id }) => id).toSorted());
  }
});
