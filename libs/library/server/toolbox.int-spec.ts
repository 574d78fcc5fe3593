import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { visitor } from '@cohorte/platform/contract';
import { createTestApp, Database, newId, SearchQueries, type TestApp } from '@cohorte/platform/server';
import { asReader, canToolbox, type ResourceFields, toolboxAccess, type ToolboxPage } from '../contract';
import { LibraryModule } from './library.module';
import { ResourceService } from './resource.service';
import { ToolboxEntity } from './toolbox.entity';
import { ToolboxQueries } from './toolbox.queries';
import { ToolboxService } from './toolbox.service';

const named = (code: string) => expect.objectContaining({ code });
let app: TestApp;
let given: NetworksFixtures;
let place: Awaited<ReturnType<typeof aCohortAtWork>>;

beforeAll(async () => {
  app = await createTestApp({ imports: [LibraryModule], actor: null });
  given = new NetworksFixtures(app);
  place = await aCohortAtWork();
});
afterAll(() => app.close());

async function aCohortAtWork() {
  const networkId = await given.aNetwork(`Réseau ${newId()}`);
  const structure = (name: string, kind: 'hospital_group' | 'municipality') => given.aStructure(networkId, { name: `${name} ${newId()}`, kind });
  const [caen, rouen, ville] = [await structure('GHT de Caen', 'hospital_group'), await structure('GHT de Rouen', 'hospital_group'), await structure('Ville', 'municipality')];
  const cohortId = await given.aCohort(networkId, [caen, rouen]);
  const as = async (role: Parameters<NetworksFixtures['someone']>[0], spaceId: string): Promise<Actor> => given.actor(await given.someone(role, spaceId));
  return {
    networkId, cohortId, caen, rouen, ville, animator: await as('animator', networkId), caenLead: await as('lead', caen), caenMember: await as('member', caen), rouenLead: await as('lead', rouen),
    mayor: await as('lead', ville), expert: await as('expert', cohortId), guest: await as('guest', cohortId), stranger: await as('animator', await given.aNetwork(`Ailleurs ${newId()}`)),
  };
}

const service = () => app.get(ToolboxService);
const open = (actor: Actor | typeof visitor, ref: string, snapshot?: string): Promise<ToolboxPage> => app.get(ToolboxQueries).open(actor, { ref, snapshot });

async function aResource(title: string, access: ResourceFields['access'] = 'public'): Promise<string> {
  const fields: ResourceFields = {
    form: 'guide', title, summary: 'Utile.', content: '', clause: null, link: null, publisher: '', year: null, language: 'fr', licence: 'cc-by', themes: [], segments: [], stages: [], sectors: [], territories: [],
    audiences: [], legal: [], tags: [], cpv: [], access, spaceId: place.networkId, checkedOn: null, reviewOn: null,
  };
  return (await app.get(ResourceService).deposit(place.animator, { requestId: newId(), then: 'publish', fields })).id;
}

const aToolbox = (access: 'public' | 'network' | 'cohort' = 'public') =>
  service().make(place.animator, { requestId: newId(), spaceId: place.cohortId, title: `Boîte à outils ${newId().slice(-6)}`, introduction: 'Ce que nous avons retenu.', access });

/** A published toolbox with these resources, in this order. */
async function aPublished(ids: readonly string[], access: 'public' | 'network' | 'cohort' = 'public') {
  const toolbox = await aToolbox(access);
  await service().select(place.animator, { toolboxId: toolbox.id, version: 1, items: ids.map((resourceId) => ({ resourceId, reason: 'Nous l’utilisons.' })) });
  await service().publish(place.animator, { toolboxId: toolbox.id, version: 2 });
  return toolbox;
}

describe('making a selection together', () => {
  it('members nominate, structures state their use once, the animator orders and publishes', async () => {
    const { animator, caenLead, caenMember, rouenLead, caen, rouen } = place;
    const { id, slug } = await aToolbox();
    const [grid, guide] = [await aResource('Grille'), await aResource('Guide')];
    await service().nominate(caenLead, { toolboxId: id, resourceId: grid, reason: 'Choisir peu d’indicateurs' });
    await service().nominate(rouenLead, { toolboxId: id, resourceId: guide, reason: '' });
    await expect(service().nominate(rouenLead, { toolboxId: id, resourceId: grid, reason: '' })).rejects.toEqual(named('library.already-nominated'));
    const state = (actor: Actor, structureId: string, fact: 'read' | 'adapted' | 'in-force' | null) => service().state(actor, { toolboxId: id, resourceId: grid, structureId, fact });
    await state(caenLead, caen, 'read');
    await state(caenMember, caen, 'in-force');
    await state(rouenLead, rouen, 'read');
    await expect(state(caenLead, rouen, 'read')).rejects.toEqual(named('library.not-your-structure'));
    const seen = (await open(caenMember, slug)).candidates.find(({ resourceId }) => resourceId === grid);
    expect(seen).toMatchObject({ facts: { read: 1, adapted: 0, 'in-force': 1 }, byWhom: [{ kind: 'hospital_group', count: 2 }], mine: { [caen]: 'in-force' }, nominatedBy: expect.stringContaining('GHT de Caen') });
    await expect(service().publish(animator, { toolboxId: id, version: 1 })).rejects.toEqual(named('library.toolbox-empty'));
    await service().select(animator, { toolboxId: id, version: 1, items: [{ resourceId: guide, reason: 'D’abord' }, { resourceId: grid, reason: 'Ensuite' }] });
    await service().publish(animator, { toolboxId: id, version: 2 });
    const shown = await open(visitor, slug);
    expect(shown.items.map(({ title, reason }) => [title, reason])).toEqual([['Guide', 'D’abord'], ['Grille', 'Ensuite']]);
    expect([shown.candidates, shown.structures, shown.may]).toEqual([[], [], { nominate: false, vote: false, run: false }]);
    expect(shown.items[1]?.byWhom).toEqual([{ kind: 'hospital_group', count: 2 }]);
  });

  it('a statement is taken back; a nomination too, by whoever made it, until it is selected', async () => {
    const { animator, caenLead, caen, rouenLead } = place;
    const { id, slug } = await aToolbox();
    const sheet = await aResource('À retirer');
    await service().nominate(caenLead, { toolboxId: id, resourceId: sheet, reason: '' });
    await service().state(caenLead, { toolboxId: id, resourceId: sheet, structureId: caen, fact: 'read' });
    await service().state(caenLead, { toolboxId: id, resourceId: sheet, structureId: caen, fact: null });
    expect((await open(caenLead, slug)).candidates[0]?.facts).toEqual({ read: 0, adapted: 0, 'in-force': 0 });
    await expect(service().withdrawNomination(rouenLead, { toolboxId: id, resourceId: sheet })).rejects.toEqual(named('library.not-your-nomination'));
    await service().select(animator, { toolboxId: id, version: 1, items: [{ resourceId: sheet, reason: '' }] });
    await expect(service().withdrawNomination(caenLead, { toolboxId: id, resourceId: sheet })).rejects.toEqual(named('library.not-your-nomination'));
    await service().select(animator, { toolboxId: id, version: 2, items: [] });
    await service().withdrawNomination(caenLead, { toolboxId: id, resourceId: sheet });
    expect((await open(caenLead, slug)).candidates).toEqual([]);
  });

  it('is for those of the cohort: others are refused or learn nothing; only its animators run it', async () => {
    const { caenLead, mayor, guest, stranger, ville } = place;
    const { id } = await aToolbox('cohort');
    const sheet = await aResource('Fiche');
    for (const actor of [mayor, guest, stranger]) await expect(service().nominate(actor, { toolboxId: id, resourceId: sheet, reason: '' })).rejects.toEqual(named('library.toolbox-not-found'));
    await expect(service().select(caenLead, { toolboxId: id, version: 1, items: [] })).rejects.toEqual(named('library.not-yours-to-run'));
    const published = await aPublished([sheet]);
    await expect(service().nominate(mayor, { toolboxId: published.id, resourceId: sheet, reason: '' })).rejects.toEqual(named('library.not-yours-to-run'));
    await expect(service().state(caenLead, { toolboxId: published.id, resourceId: sheet, structureId: ville, fact: 'read' })).rejects.toEqual(named('library.not-your-structure'));
  });

  it('ordered by two animators at once: the second is told, nothing is overwritten', async () => {
    const { animator } = place;
    const { id } = await aToolbox();
    const sheet = await aResource('Disputée');
    const select = () => service().select(animator, { toolboxId: id, version: 1, items: [{ resourceId: sheet, reason: '' }] });
    const outcomes = await Promise.allSettled([select(), select()]);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'library.toolbox-changed' } }]);
  });

  it('what is not published, or not the animator’s to read, never enters', async () => {
    const { id } = await aToolbox();
    await expect(service().select(place.animator, { toolboxId: id, version: 1, items: [{ resourceId: newId(), reason: '' }] })).rejects.toEqual(named('library.not-found'));
    const sheet = await aResource('Deux fois');
    await expect(service().select(place.animator, { toolboxId: id, version: 1, items: [{ resourceId: sheet, reason: '' }, { resourceId: sheet, reason: '' }] })).rejects.toEqual(named('library.selected-twice'));
  });
});

describe('what a toolbox shows', () => {
  it('a resource in two toolboxes is one; retired, it stays with the word of it', async () => {
    const sheet = await aResource('Partagée');
    const [one, two] = [await aPublished([sheet]), await aPublished([sheet])];
    await app.get(ResourceService).retire(place.animator, { resourceId: sheet, version: 1, note: 'Remplacée.' });
    for (const { slug } of [one, two]) expect((await open(visitor, slug)).items).toMatchObject([{ resourceId: sheet, isRetired: true }]);
  });

  it('never a resource its reader may not read, neither in the list nor in its count nor in a snapshot', async () => {
    const [shown, inside] = [await aResource('Ouverte à tous'), await aResource('Du réseau seulement', 'network')];
    const { id, slug } = await aPublished([shown, inside]);
    const kept = await service().keep(place.animator, { toolboxId: id, title: 'Promotion 2026' });
    const titles = async (actor: Actor | typeof visitor, snapshot?: string) => (await open(actor, slug, snapshot)).items.map(({ title }) => title);
    expect([await titles(visitor), await titles(visitor, kept.id), await titles(place.caenLead), await titles(place.caenLead, kept.id)]).toEqual([
      ['Ouverte à tous'], ['Ouverte à tous'], ['Ouverte à tous', 'Du réseau seulement'], ['Ouverte à tous', 'Du réseau seulement']]);
    const counted = async (actor: Actor | typeof visitor) => (await app.get(ToolboxQueries).list(actor)).toolboxes.find((one) => one.id === id)?.items;
    expect([await counted(visitor), await counted(place.caenLead)]).toEqual([1, 2]);
  });

  it('a snapshot keeps the order and the words of its day; another toolbox’s is not found here', async () => {
    const { animator } = place;
    const [first, second] = [await aResource('Première'), await aResource('Seconde')];
    const { id, slug } = await aPublished([first, second]);
    const kept = await service().keep(animator, { toolboxId: id, title: 'Promotion 1' });
    await service().select(animator, { toolboxId: id, version: 3, items: [{ resourceId: second, reason: '' }] });
    expect((await open(visitor, slug)).items.map(({ title }) => title)).toEqual(['Seconde']);
    expect(await open(visitor, slug, kept.id)).toMatchObject({ snapshot: { title: 'Promotion 1' }, items: [{ title: 'Première', reason: 'Nous l’utilisons.' }, { title: 'Seconde' }] });
    const other = await aPublished([first]);
    await expect(open(visitor, other.slug, kept.id)).rejects.toEqual(named('library.snapshot-not-found'));
  });
});

it('a published toolbox is found by its title, by those it is open to; withdrawn, by nobody', async () => {
  const { animator, caenLead, mayor } = place;
  const word = `motif${newId().slice(-8)}`;
  const toolbox = await aPublished([await aResource('Dedans')], 'cohort');
  await service().edit(animator, { toolboxId: toolbox.id, version: 3, title: `Boîte ${word}`, introduction: '', access: 'cohort' });
  const finds = async (actor: Actor | typeof visitor) => (await app.get(SearchQueries).matching(actor, { text: word, domain: 'library' })).ids.includes(toolbox.id);
  expect([await finds(animator), await finds(caenLead), await finds(mayor), await finds(visitor)]).toEqual([true, true, false, false]);
  await service().withdraw(animator, { toolboxId: toolbox.id, version: 4 });
  expect(await finds(animator)).toBe(false);
});

it('the two walls say the same: of each access and state, each reader sees the rows the policy allows', async () => {
  const { animator, caenLead, expert, guest, mayor, stranger, networkId } = place;
  const sheet = await aResource('Au mur');
  const made: string[] = [];
  for (const access of toolboxAccess) made.push((await aToolbox(access)).id, (await aPublished([sheet], access)).id);
  made.push((await service().make(animator, { requestId: newId(), spaceId: networkId, title: 'Celle du réseau', introduction: '', access: 'network' })).id);
  const rows = await given.asSystem((tx) => tx.getRepository(ToolboxEntity).find());
  const ours = rows.filter(({ id }) => made.includes(id));
  for (const actor of [animator, caenLead, expert, guest, mayor, stranger, visitor]) {
    const allowed = ours.filter((row) => canToolbox(asReader(actor), 'read', row)).map(({ id }) => id).toSorted();
    const seen = await app.get(Database).transaction(actor, (tx) => tx.query<{ id: string }[]>('SELECT id FROM library_toolbox WHERE id = ANY ($1)', [made]));
    expect(seen.map(({ id }) => id).toSorted()).toEqual(allowed);
    const part = ours.filter((row) => canToolbox(asReader(actor), 'nominate', row)).map(({ id }) => id);
    const uses = await app.get(Database).transaction(actor, (tx) => tx.query<{ id: string }[]>('SELECT DISTINCT toolbox_id AS id FROM library_use WHERE toolbox_id = ANY ($1)', [made]));
    expect(uses.filter(({ id }) => !part.includes(id))).toEqual([]);
  }
});
