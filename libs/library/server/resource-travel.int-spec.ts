import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { visitor } from '@cohorte/platform/contract';
import { createTestApp, newId, type TestApp } from '@cohorte/platform/server';
import type { ResourceFields } from '../contract';
import { LibraryModule } from './library.module';
import { ResourceExport } from './resource-export';
import { ResourceImport } from './resource-import';
import { ResourceQueries } from './resource.queries';
import { ResourceService } from './resource.service';

const named = (code: string) => expect.objectContaining({ code });
let app: TestApp;
let other: TestApp;

beforeAll(async () => {
  [app, other] = [await createTestApp({ imports: [LibraryModule], actor: null }), await createTestApp({ imports: [LibraryModule], actor: null })];
});
afterAll(async () => {
  await app.close();
  await other.close();
});

async function aNetwork(of: TestApp) {
  const given = new NetworksFixtures(of);
  const networkId = await given.aNetwork(`Réseau ${newId()}`);
  const structureId = await given.aStructure(networkId, { name: `CHU ${newId()}` });
  const as = async (role: 'animator' | 'member', spaceId: string): Promise<Actor> => given.actor(await given.someone(role, spaceId));
  return { networkId, animator: await as('animator', networkId), member: await as('member', structureId) };
}

const sheet = (spaceId: string, change: Partial<ResourceFields> = {}): ResourceFields => ({
  form: 'guide', title: 'Guide d’été', summary: 'Pour « commencer » ; vite.', content: 'Un\n\nDeux', clause: null, link: 'https://exemple.fr/guide', publisher: '=CD2E', year: 2024, language: 'fr', licence: 'cc-by',
  themes: ['bio_based', 'energy'], segments: [], stages: ['drafting'], sectors: ['hospital_ght'], territories: ['r28'], audiences: ['buyer'], legal: ['L. 2111-3'], tags: [], cpv: [], access: 'public', spaceId, checkedOn: '2026-01-02', reviewOn: null, ...change,
});

const deposit = (of: TestApp, actor: Actor, fields: ResourceFields) => of.get(ResourceService).deposit(actor, { requestId: newId(), then: 'publish', fields });

it('a network’s library exported, imported in an empty database and exported again is the same, and again the same', async () => {
  const { networkId, animator } = await aNetwork(app);
  await deposit(app, animator, sheet(networkId, { tags: ['Béton de chanvre', '=RSE'], cpv: ['45210000-2', '44100000'] }));
  await deposit(app, animator, sheet(networkId));
  await deposit(app, animator, sheet(networkId, { title: 'Du réseau', access: 'network', licence: 'network' }));
  const clause = { text: 'Les bois…\n\nProvenance.', interest: '', watchPoints: ['Un', 'Deux'], phase: 'cctp', contributor: '' };
  await deposit(app, animator, sheet(networkId, { form: 'clause_example', title: 'Bois', content: '', clause }));
  await app.get(ResourceService).deposit(animator, { requestId: newId(), then: 'keep', fields: sheet(networkId, { title: 'Brouillon' }) });
  const first = await app.get(ResourceExport).csv(animator, networkId);
  expect(first).not.toContain('Brouillon');
  const there = await aNetwork(other);
  const run = (dryRun: boolean) => other.get(ResourceImport).run(there.animator, { networkId: there.networkId, text: first, files: [], dryRun });
  const outcomes = async (dryRun: boolean) => (await run(dryRun)).lines.map(({ outcome }) => outcome);
  expect(await outcomes(true)).toEqual(['new', 'new', 'new', 'new']);
  expect(await other.get(ResourceExport).travelling(there.animator, there.networkId)).toEqual([]);
  expect(await outcomes(false)).toEqual(['new', 'new', 'new', 'new']);
  expect(await other.get(ResourceExport).csv(there.animator, there.networkId)).toBe(first);
  expect(await other.get(ResourceExport).json(there.animator, there.networkId)).toBe(await app.get(ResourceExport).json(animator, networkId));
  expect(await outcomes(false)).toEqual(['same', 'same', 'same', 'same']);
  // A spreadsheet that capitalised a tag says the same tag.
  expect((await other.get(ResourceImport).run(there.animator, { networkId: there.networkId, text: first.replace('Béton de chanvre', 'BETON de chanvre'), files: [], dryRun: true })).lines.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same', 'same']);
});

it('a changed line makes a new version; a wrong one is refused by name and the others pass', async () => {
  const { networkId, animator } = await aNetwork(app);
  const { slug } = await deposit(app, animator, sheet(networkId, { title: 'À changer' }));
  const text = (await app.get(ResourceExport).csv(animator, networkId)).replace('À changer', 'Changée') + 'autre;rien;X;;;;;;;;;;;;;;;;;;;;;;\r\n';
  const { lines } = await app.get(ResourceImport).run(animator, { networkId, text, files: [], dryRun: false });
  expect(lines).toEqual([expect.objectContaining({ outcome: 'changed', slug }), expect.objectContaining({ outcome: 'refused', problems: expect.arrayContaining(['nature', 'titre']) })]);
  expect(await app.get(ResourceQueries).open(animator, slug)).toMatchObject({ title: 'Changée', edition: 2, versions: [{ note: 'Import' }, {}] });
});

it('is for animators of the network, and never writes over another network’s resource', async () => {
  const [one, two] = [await aNetwork(app), await aNetwork(app)];
  const { slug } = await deposit(app, one.animator, sheet(one.networkId, { title: `Ailleurs ${newId().slice(-6)}`, access: 'network' }));
  const text = `identifiant;titre;nature;licence;résumé\n${slug};Prise;guide;cc-by;x`;
  for (const actor of [one.member, two.animator]) await expect(app.get(ResourceImport).run(actor, { networkId: one.networkId, text, files: [], dryRun: true })).rejects.toEqual(named('library.not-yours-to-import'));
  expect((await app.get(ResourceImport).run(two.animator, { networkId: two.networkId, text, files: [], dryRun: false })).lines).toMatchObject([{ outcome: 'refused', reason: 'library.address-taken' }]);
  await expect(app.get(ResourceImport).run(one.animator, { networkId: one.networkId, text: 'x', files: [], dryRun: true })).rejects.toEqual(named('library.not-a-table'));
});

it('a restricted title leaves by no channel: list, facets, question, table, feed, map of pages', async () => {
  const { networkId, animator, member } = await aNetwork(app);
  const mark = `Confidentielle${newId().slice(-8)}`;
  await deposit(app, animator, sheet(networkId, { title: `${mark} réseau`, access: 'network', themes: ['water'] }));
  const stranger = (await aNetwork(app)).member;
  const queries = app.get(ResourceQueries);
  const exports = app.get(ResourceExport);
  const channels = async (actor: Actor | typeof visitor): Promise<string> => JSON.stringify([
    await queries.list(actor, { order: 'recent', page: 1 }), await queries.list(actor, { order: 'recent', page: 1, q: mark }), await exports.csv(actor), await exports.json(actor), await exports.atom(), await exports.sitemap(),
  ]);
  for (const actor of [visitor, stranger]) expect((await channels(actor)).includes(mark)).toBe(false);
  expect((await channels(member)).includes(mark)).toBe(true);
  expect((await queries.list(visitor, { order: 'recent', page: 1, q: mark })).counts).toEqual([]);
});

it('files are served to anybody, as files', async () => {
  const answers = await Promise.all(['/api/ressources.csv', '/api/ressources.json', '/api/ressources.atom', '/sitemap.xml', '/api/ressources.csv?networkId=x'].map(async (path) => fetch(new URL(path, await app.address()))));
  expect(answers.map(({ status, headers }) => [status, (headers.get('content-type') ?? '').split(';')[0]])).toEqual([
    [200, 'text/csv'], [200, 'application/json'], [200, 'application/atom+xml'], [200, 'application/xml'], [404, 'application/json']]);
});
