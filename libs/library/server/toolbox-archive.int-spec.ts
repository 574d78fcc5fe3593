import { jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { createTestApp, FileStore, newId, type TestApp } from '@cohorte/platform/server';
import { EntityManager } from 'typeorm';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import type { ResourceFields } from '../contract';
import { keysOfFile } from './files/file-row';
import { LibraryModule } from './library.module';
import { ResourceService } from './resource.service';
import { ToolboxService } from './toolbox.service';

let app: TestApp;
let animator: Actor;
let member: Actor;
let address: string;
let given: NetworksFixtures;
let networkId: string;

beforeAll(async () => {
  app = await createTestApp({ imports: [LibraryModule], actor: null });
  given = new NetworksFixtures(app);
  networkId = await given.aNetwork(`Réseau ${newId()}`);
  animator = await given.actor(await given.someone('animator', networkId));
  member = await given.actor(await given.someone('member', await given.aStructure(networkId, { name: 'CHU' })));
  address = await aToolbox();
});
afterAll(() => app.close());

/** Three resources: a file for everyone, words only, a file for the network. */
async function aToolbox(): Promise<string> {
  const resources = app.get(ResourceService);
  const publish = async (change: Partial<ResourceFields>): Promise<string> => {
    const fields: ResourceFields = {
      form: 'guide', title: '', summary: 'Utile.', content: '', clause: null, link: null, publisher: '', year: null, language: 'fr', licence: 'cc-by', themes: [], segments: [], stages: [], sectors: [], territories: [],
      audiences: [], legal: [], tags: [], cpv: [], access: 'public', spaceId: networkId, checkedOn: null, reviewOn: null, ...change,
    };
    return (await resources.deposit(animator, { requestId: newId(), then: 'publish', fields })).id;
  };
  const ids = [
    await publish({ title: 'Guide <du> béton' }),
    await publish({ title: 'Clause de réemploi', form: 'clause_example', clause: { text: 'Le titulaire réemploie.', interest: '', watchPoints: ['Vérifier le gisement'], phase: 'cctp', contributor: '' } }),
    await publish({ title: 'Grille du réseau', access: 'network' }),
  ];
  await aFile(ids[0] ?? '', 'un guide');
  await aFile(ids[2] ?? '', 'une grille');
  const toolboxes = app.get(ToolboxService);
  const { id, slug } = await toolboxes.make(animator, { requestId: newId(), spaceId: networkId, title: 'Boîte à essayer', introduction: 'Pour commencer.', access: 'public' });
  await toolboxes.select(animator, { toolboxId: id, version: 1, items: ids.map((resourceId) => ({ resourceId, reason: 'Nous nous en servons.' })) });
  await toolboxes.publish(animator, { toolboxId: id, version: 2 });
  return `/api/boites-a-outils/${slug}/archive.zip`;
}

async function aFile(resourceId: string, words: string): Promise<void> {
  const [id, bytes] = [newId(), Buffer.from(words)];
  await app.get(FileStore).put(keysOfFile(id).source, bytes);
  await given.asSystem((tx) => tx.query(
    `INSERT INTO library_file (id, resource_id, role, edition, note, name, type, size, sha256, state, problem, uploaded_at) VALUES ($1, $2, 'main', 1, '', 'a.pdf', 'pdf', $3, $4, 'ready', NULL, now())`,
    [id, resourceId, bytes.length, createHash('sha256').update(bytes).digest('hex')]));
}

async function unpacked(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await new Promise<ZipFile>((ready, failed) => fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? failed(error) : ready(opened))));
  const found = new Map<string, string>();
  return new Promise((ready, failed) => {
    zip.on('error', failed).on('end', () => ready(found));
    zip.on('entry', (entry: Entry) => zip.openReadStream(entry, (error, stream) => (error ? failed(error) : void buffer(stream).then((content) => {
      found.set(entry.fileName, content.toString('utf8'));
      zip.readEntry();
    }, failed))));
    zip.readEntry();
  });
}

async function archiveFor(reader: Actor | null): Promise<Map<string, string>> {
  app.actAs(reader);
  const answer = await fetch(new URL(address, await app.address()));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  return unpacked(Buffer.from(await answer.arrayBuffer()));
}

it('holds a page that is read without network, and the files in the order of the selection, as its reader may read them', async () => {
  const forEveryone = await archiveFor(null);
  expect([...forEveryone.keys()]).toEqual(['sommaire.html', '01 Guide du béton.pdf']);
  expect(forEveryone.get('01 Guide du béton.pdf')).toBe('un guide');
  const page = forEveryone.get('sommaire.html') ?? '';
  for (const said of ['Pour commencer.', 'Guide &lt;du&gt; béton', 'Nous nous en servons.', 'Le titulaire réemploie.', 'Vérifier le gisement', `href="${encodeURIComponent('01 Guide du béton.pdf')}"`]) expect(page).toContain(said);
  expect(page).not.toContain('Grille du réseau');
  expect([...(await archiveFor(member)).keys()]).toEqual(['sommaire.html', '01 Guide du béton.pdf', '03 Grille du réseau.pdf']);
});

it('of a toolbox nobody opened to this reader is not found, nor of a malformed address', async () => {
  app.actAs(null);
  for (const path of ['/api/boites-a-outils/rien/archive.zip', '/api/boites-a-outils/..%2f/archive.zip', `${address}?instantane=rien`]) {
    expect((await fetch(new URL(path, await app.address()))).status).toBe(404);
  }
});

it('asks once for the files, however many resources it holds', async () => {
  const spied = jest.spyOn(EntityManager.prototype, 'query');
  await archiveFor(member);
  const asked = spied.mock.calls.filter(([sql]) => String(sql).includes('library_file'));
  spied.mockRestore();
  // Once for the page of the toolbox, once for what is packed.
  expect(asked.length).toBeLessThanOrEqual(2);
});
