import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { visitor } from '@cohorte/platform/contract';
import { createTestApp, Database, FixedClock, KnownWords, newId, type TestApp } from '@cohorte/platform/server';
import { accessLevels, asReader, canResource, type ResourceFields, type ResourceState, resourceStates } from '../contract';
import { LibraryModule } from './library.module';
import { ResourceDesk } from './resource-desk';
import { ResourceEntity } from './resource.entity';
import { ResourceQueries } from './resource.queries';
import { ResourceService } from './resource.service';

const clock = new FixedClock(new Date('2026-03-02T09:00:00Z'));
const named = (code: string) => expect.objectContaining({ code });
let app: TestApp;
let given: NetworksFixtures;
let place: Awaited<ReturnType<typeof aNetworkAtWork>>;

beforeAll(async () => {
  app = await createTestApp({ imports: [LibraryModule], actor: null, clock });
  given = new NetworksFixtures(app);
  place = await aNetworkAtWork();
});
afterAll(() => app.close());

/** A network, two hospitals of which one is in a cohort, and someone of each kind. */
async function aNetworkAtWork() {
  const networkId = await given.aNetwork(`Réseau ${newId()}`);
  const [caen, rouen] = [await given.aStructure(networkId, { name: `CHU de Caen ${newId()}` }), await given.aStructure(networkId, { name: `CHU de Rouen ${newId()}` })];
  const cohortId = await given.aCohort(networkId, [caen]);
  const as = async (role: Parameters<NetworksFixtures['someone']>[0], spaceId: string): Promise<Actor> => given.actor(await given.someone(role, spaceId));
  return {
    networkId, cohortId, caen, rouen,
    animator: await as('animator', networkId), team: await as('programme_team', networkId), lead: await as('lead', caen), member: await as('member', caen), rouenLead: await as('lead', rouen),
    expert: await as('expert', caen), guest: await as('guest', networkId), stranger: await as('animator', await given.aNetwork(`Ailleurs ${newId()}`)),
  };
}

const sheet = (change: Partial<ResourceFields> = {}): ResourceFields => ({
  form: 'guide', title: 'Guide du béton de chanvre', summary: 'Quand le choisir, comment l’écrire.', content: '', clause: null, link: null, publisher: 'CD2E', year: 2024, language: 'fr', licence: 'cc-by',
  themes: ['bio_based'], segments: ['building_renovation'], stages: ['drafting'], sectors: [], territories: [], audiences: ['buyer'], legal: [], tags: [], cpv: [], access: 'network', spaceId: place.networkId,
  checkedOn: null, reviewOn: null, ...change,
});

const service = () => app.get(ResourceService);
const queries = () => app.get(ResourceQueries);
const deposit = (actor: Actor, then: 'keep' | 'submit' | 'publish', change: Partial<ResourceFields> = {}, requestId = newId()) => service().deposit(actor, { requestId, then, fields: sheet(change) });
const asked = { order: 'recent', page: 1 } as const;

describe('a member’s deposit', () => {
  it('waits for the animation, which gives it back with a word, then publishes it', async () => {
    const { member, animator } = place;
    const { id } = await deposit(member, 'submit', { title: 'Fiche à relire' });
    expect((await app.get(ResourceDesk).open(animator)).waiting.map((card) => card.id)).toContain(id);
    await expect(queries().open(place.lead, id)).rejects.toEqual(named('library.not-found'));
    await service().sendBack(animator, { resourceId: id, version: 1, note: 'Ajoutez l’année.' });
    expect(await queries().open(member, id)).toMatchObject({ state: 'draft', returnedNote: 'Ajoutez l’année.', may: { submit: true, publish: false } });
    await service().submit(member, { resourceId: id, version: 2 });
    await service().publish(animator, { resourceId: id, version: 3 });
    expect(await queries().open(place.rouenLead, id)).toMatchObject({ state: 'published', edition: 1, slug: 'fiche-a-relire' });
  });

  it('cannot be published by its depositor', async () => {
    await expect(deposit(place.member, 'publish')).rejects.toEqual(named('library.not-yours-to-publish'));
    const { id } = await deposit(place.member, 'submit');
    await expect(service().publish(place.member, { resourceId: id, version: 1 })).rejects.toEqual(named('library.not-yours'));
  });

  it('cannot be made in the name of a place one is not of', async () => {
    const { member, rouen, cohortId, stranger, rouenLead } = place;
    await expect(deposit(member, 'keep', { access: 'structure', spaceId: rouen })).rejects.toEqual(expect.objectContaining({ code: expect.stringMatching(/not-your-place|place-unknown/) }));
    await expect(deposit(rouenLead, 'keep', { access: 'cohort', spaceId: cohortId })).rejects.toEqual(expect.objectContaining({ code: expect.stringMatching(/not-your-place|place-unknown/) }));
    await expect(deposit(stranger, 'keep')).rejects.toEqual(named('library.place-unknown'));
    await expect(deposit(member, 'keep', { access: 'network', spaceId: place.caen })).rejects.toEqual(named('library.not-your-place'));
  });

  it('sent twice at once is one resource; somebody else’s request says nothing of theirs', async () => {
    const requestId = newId();
    const [first, second] = await Promise.all([deposit(place.member, 'keep', {}, requestId), deposit(place.member, 'keep', {}, requestId)]);
    expect(second.id).toBe(first.id);
    await expect(deposit(place.lead, 'keep', {}, requestId)).rejects.toEqual(named('library.request-used'));
  });

  it('is thrown away by its depositor until it is published', async () => {
    const { id } = await deposit(place.member, 'submit');
    await service().remove(place.member, id);
    await expect(queries().open(place.member, id)).rejects.toEqual(named('library.not-found'));
  });
});

describe('what cannot be published', () => {
  it('rights nobody checked, by any way: deposit, proposal, publication, correction', async () => {
    const { animator, member } = place;
    const unchecked = { licence: 'to-check' };
    await expect(deposit(animator, 'publish', unchecked)).rejects.toEqual(named('library.rights-unchecked'));
    await expect(deposit(member, 'submit', unchecked)).rejects.toEqual(named('library.rights-unchecked'));
    const { id } = await deposit(animator, 'keep', unchecked);
    await expect(service().publish(animator, { resourceId: id, version: 1 })).rejects.toEqual(named('library.rights-unchecked'));
    const out = await deposit(animator, 'publish');
    await expect(service().edit(animator, { resourceId: out.id, version: 1, note: '', fields: sheet(unchecked) })).rejects.toEqual(named('library.rights-unchecked'));
  });

  it('a licence that stays in the network, for everyone', async () => {
    await expect(deposit(place.animator, 'publish', { licence: 'network', access: 'public' })).rejects.toEqual(named('library.licence-stays-inside'));
  });
});

describe('versions', () => {
  it('a note makes one, a correction does not; each stays readable at one address', async () => {
    const { animator, rouenLead } = place;
    const { id, slug } = await deposit(animator, 'publish', { title: 'Guide en versions', summary: 'Première.' });
    await service().edit(animator, { resourceId: id, version: 1, note: '', fields: sheet({ title: 'Guide en versions', summary: 'Première, corrigée.' }) });
    await service().edit(animator, { resourceId: id, version: 2, note: 'Seuils de 2026', fields: sheet({ title: 'Guide, édition 2026', summary: 'Seconde.' }) });
    const latest = await queries().open(rouenLead, slug);
    expect(latest).toMatchObject({ edition: 2, latestEdition: 2, summary: 'Seconde.', versions: [{ number: 2, note: 'Seuils de 2026' }, { number: 1, note: '' }] });
    expect(await queries().open(rouenLead, slug, 1)).toMatchObject({ edition: 1, latestEdition: 2, title: 'Guide en versions', summary: 'Première, corrigée.' });
    await expect(queries().open(rouenLead, slug, 7)).rejects.toEqual(named('library.version-not-found'));
  });

  it('two who change it at once: the second is told, nothing is overwritten', async () => {
    const { animator } = place;
    const { id } = await deposit(animator, 'publish');
    const change = (summary: string) => service().edit(animator, { resourceId: id, version: 1, note: '', fields: sheet({ summary }) });
    const outcomes = await Promise.allSettled([change('Une'), change('Autre')]);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'library.changed-meanwhile' } }]);
  });
});

it('a retired resource leaves the lists and keeps its page, with the reason; it comes back', async () => {
  const { animator, rouenLead } = place;
  const { id } = await deposit(animator, 'publish', { title: 'Fiche retirée' });
  await service().retire(animator, { resourceId: id, version: 1, note: 'Le texte a changé.' });
  const listed = async () => (await queries().list(rouenLead, { ...asked, q: 'fiche retirée' })).resources.some((card) => card.id === id);
  expect(await listed()).toBe(false);
  expect(await queries().open(rouenLead, id)).toMatchObject({ state: 'retired', retiredNote: 'Le texte a changé.' });
  await service().restore(animator, { resourceId: id, version: 2 });
  expect(await listed()).toBe(true);
});

it('titles alike get addresses of their own, never one of the library’s pages', async () => {
  const slugs = [await deposit(place.member, 'keep', { title: 'Nouvelle' }), await deposit(place.member, 'keep', { title: 'Nouvelle' }), await deposit(place.member, 'keep', { title: '« ! »' })].map(({ slug }) => slug);
  expect(slugs).toEqual(['nouvelle-2', 'nouvelle-3', expect.stringMatching(/^[a-z0-9][a-z0-9-]+$/)]);
});

describe('finding', () => {
  it('all words, accents and apostrophes aside; facets are counted as they would answer', async () => {
    const { animator, rouenLead } = place;
    const mark = `m${newId().slice(-8)}`;
    await deposit(animator, 'publish', { title: `Béton d’été ${mark}`, themes: ['bio_based', 'energy'], stages: ['drafting'] });
    await deposit(animator, 'publish', { title: `Béton d’hiver ${mark}`, themes: ['bio_based'], stages: ['execution'], form: 'worksheet' });
    await deposit(animator, 'publish', { title: `Bois ${mark}`, themes: ['energy'], stages: ['execution'] });
    const list = (input: object) => queries().list(rouenLead, { ...asked, q: `beton ${mark}`, ...input });
    expect((await list({})).total).toBe(2);
    const counts = async (input: object, facet: string) => Object.fromEntries((await list(input)).counts.filter((one) => one.facet === facet).map(({ value, count }) => [value, count]));
    expect(await counts({}, 'theme')).toEqual({ bio_based: 2, energy: 1 });
    // A facet's own choice leaves its other values countable; the other facets follow it.
    expect(await counts({ theme: ['energy'] }, 'theme')).toEqual({ bio_based: 2, energy: 1 });
    expect(await counts({ theme: ['energy'] }, 'stage')).toEqual({ drafting: 1 });
    expect(await counts({ theme: ['energy'], stage: ['execution'] }, 'kind')).toEqual({});
    expect((await list({ kind: ['tool'], theme: ['bio_based', 'water'] })).resources.map(({ title }) => title)).toEqual([`Béton d’hiver ${mark}`]);
  });
});

describe('a question is understood', () => {
  it('accents and plurals aside, by a beginning, in spite of a slip; a retired or narrowed resource is no longer found', async () => {
    const { animator, rouenLead, cohortId } = place;
    const { id } = await deposit(animator, 'publish', { title: 'Grille de questions sur les indicateurs', themes: ['indicators'], sectors: ['hospital_ght'] });
    await app.get(KnownWords).learn();
    const titles = async (q: string, actor: Actor = rouenLead) => (await queries().list(actor, { ...asked, q })).resources.map(({ title }) => title);
    for (const q of ['indicateur hopital', 'grille indic', 'indicatuers grille', '« questions sur les indicateurs »']) expect([q, await titles(q)]).toEqual([q, ['Grille de questions sur les indicateurs']]);
    expect((await queries().list(rouenLead, { ...asked, q: 'indicatuers grille' })).understood.corrected).toEqual([expect.objectContaining({ said: 'indicatuers' })]);
    await service().edit(animator, { resourceId: id, version: 1, note: '', fields: sheet({ title: 'Grille de questions sur les indicateurs', access: 'cohort', spaceId: cohortId }) });
    // Bent questions may find others; never this one.
    expect(await titles('grille indicateurs')).not.toContain('Grille de questions sur les indicateurs');
    expect(await titles('grille indicateurs', place.lead)).toEqual(['Grille de questions sur les indicateurs']);
    await service().retire(animator, { resourceId: id, version: 2, note: 'Remplacée.' });
    expect(await titles('grille indicateurs', place.lead)).not.toContain('Grille de questions sur les indicateurs');
  });
});

describe('the two walls say the same', () => {
  it('of every access level and every state, each reader lists and reads exactly what the policy allows', async () => {
    const { networkId, cohortId, caen, member } = place;
    const spaces = { public: networkId, network: networkId, cohort: cohortId, structure: caen };
    const mark = `w${newId().slice(-8)}`;
    const made: { row: ResourceEntity }[] = [];
    for (const access of accessLevels) for (const state of resourceStates) made.push({ row: await put(`${mark} ${access} ${state}`, { access, state, spaceId: spaces[access], by: member.personId }) });
    const { animator, team, lead, rouenLead, expert, guest, stranger } = place;
    for (const actor of [animator, team, lead, member, rouenLead, expert, guest, stranger, visitor]) {
      const allowed = made.map(({ row }) => row).filter((row) => canResource(asReader(actor), 'read', row)).map(({ title }) => title).toSorted();
      const seen = await app.get(Database).transaction(actor, (tx) => tx.query<{ title: string }[]>('SELECT title FROM library_resource WHERE title LIKE $1 ORDER BY title', [`${mark}%`]));
      expect(seen.map(({ title }) => title).toSorted()).toEqual(allowed);
      const listed = await queries().list(actor, { ...asked, q: mark });
      const published = allowed.filter((title) => title.endsWith('published'));
      expect([listed.total, listed.resources.map(({ title }) => title).toSorted()]).toEqual([published.length, published]);
      expect(listed.counts.filter(({ facet }) => facet === 'kind')).toEqual(published.length ? [{ facet: 'kind', value: 'document', count: published.length }] : []);
    }
  });

  it('nobody writes a row past the service', async () => {
    const { id } = await deposit(place.member, 'keep');
    const written = await app.get(Database).transaction(place.member, (tx) => tx.query<[unknown[], number]>(`UPDATE library_resource SET state = 'published', edition = 1 WHERE id = $1 RETURNING id`, [id]));
    expect(written[1]).toBe(0);
  });
});

/** A row in any state, past the service. */
async function put(title: string, { access, state, spaceId, by }: { access: ResourceFields['access']; state: ResourceState; spaceId: string; by: string }): Promise<ResourceEntity> {
  const { networkId } = place;
  return given.asSystem(async (tx) => {
    const { id } = await service().depositIn(tx, by, { networkId, requestId: newId(), then: state === 'draft' ? 'keep' : state === 'submitted' ? 'submit' : 'publish', fields: sheet({ title, access, spaceId }) });
    if (state === 'retired') await tx.getRepository(ResourceEntity).update({ id }, { state });
    return tx.getRepository(ResourceEntity).findOneByOrFail({ id });
  });
}
