import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { type SearchAnswer, visitor } from '@cohorte/platform/contract';
import { createTestApp, Database, newId, type TestApp } from '@cohorte/platform/server';
import type { ResourceFields } from '../../contract';
import { LibraryModule } from '../library.module';
import { ResourceExport } from '../resource-export';
import { ResourceQueries } from '../resource.queries';
import { ResourceService } from '../resource.service';
import { TagQueries } from './tag.queries';
import { TagService } from './tag.service';

const named = (code: string) => expect.objectContaining({ code });
let app: TestApp;
let given: NetworksFixtures;

beforeAll(async () => {
  app = await createTestApp({ imports: [LibraryModule], actor: null });
  given = new NetworksFixtures(app);
});
afterAll(() => app.close());

async function aNetwork() {
  const networkId = await given.aNetwork(`Réseau ${newId()}`);
  const [caen, rouen] = [await given.aStructure(networkId, { name: `CHU ${newId()}` }), await given.aStructure(networkId, { name: `CHU ${newId()}` })];
  const as = async (role: 'animator' | 'member' | 'lead', spaceId: string): Promise<Actor> => given.actor(await given.someone(role, spaceId));
  return { networkId, caen, animator: await as('animator', networkId), other: await as('animator', networkId), member: await as('member', caen), lead: await as('lead', caen), elsewhere: await as('member', rouen) };
}

type Place = Awaited<ReturnType<typeof aNetwork>>;

const sheet = (spaceId: string, tags: string[], change: Partial<ResourceFields> = {}): ResourceFields => ({
  form: 'guide', title: `Fiche ${newId().slice(-8)}`, summary: 'Utile.', content: '', clause: null, link: null, publisher: '', year: 2024, language: 'fr', licence: 'cc-by', themes: [], segments: [], stages: [], sectors: [],
  territories: [], audiences: [], legal: [], tags, cpv: [], access: 'public', spaceId, checkedOn: null, reviewOn: null, ...change,
});

const deposit = (actor: Actor, fields: ResourceFields, then: 'keep' | 'submit' | 'publish' = 'publish') => app.get(ResourceService).deposit(actor, { requestId: newId(), then, fields });
const open = (actor: Actor, id: string) => app.get(ResourceQueries).open(actor, id);
const tagsOf = async (actor: Actor, id: string) => (await open(actor, id)).tags;
const counts = async (actor: Actor | typeof visitor, asked: object = {}) =>
  Object.fromEntries((await app.get(ResourceQueries).list(actor, { order: 'recent', page: 1, ...asked })).counts.filter(({ facet }) => facet === 'tag').map(({ value, count }) => [value, count]));
const listed = async (actor: Actor, networkId: string) => (await app.get(TagQueries).list(actor, networkId)).tags.map(({ tag, resources }) => [tag, resources]);
const change = (actor: Actor, { networkId }: Pick<Place, 'networkId'>, words: string[], into: string | null, more: { dryRun?: boolean; requestId?: string } = {}) =>
  app.get(TagService).change(actor, { networkId, requestId: newId(), words, into, dryRun: false, ...more });
const undo = (actor: Actor, { networkId }: Place, changeId: string) => app.get(TagService).undo(actor, { networkId, changeId });

describe('tags of resources', () => {
  it('are spelled as whoever wrote them first, whatever capitals and accents come after', async () => {
    const { networkId, animator, member } = await aNetwork();
    await deposit(animator, sheet(networkId, ['Économie circulaire']));
    const { id } = await deposit(member, sheet(networkId, ['economie  CIRCULAIRE', 'Réemploi', 'reemploi']), 'submit');
    expect(await tagsOf(member, id)).toEqual(['Économie circulaire', 'Réemploi']);
  });

  it('written by two at once are one', async () => {
    const { networkId, animator, other } = await aNetwork();
    const made = await Promise.all([deposit(animator, sheet(networkId, ['Achat local'])), deposit(other, sheet(networkId, ['ACHAT LOCAL'])), deposit(animator, sheet(networkId, ['achat local']))]);
    const spelled = await Promise.all(made.map(({ id }) => tagsOf(animator, id)));
    expect(new Set(spelled.flat()).size).toBe(1);
  });

  it('that a structure keeps to itself spell nothing for others, are offered to nobody else, and stay as they are', async () => {
    const place = await aNetwork();
    const { networkId, caen, lead, member, elsewhere, animator } = place;
    const { id } = await deposit(lead, sheet(caen, ['Fusion Zéphyr', 'rse'], { access: 'structure', licence: 'network' }));
    const { id: theirs } = await deposit(animator, sheet(networkId, ['fusion zephyr', 'RSE']));
    expect(await tagsOf(animator, theirs)).toEqual(['fusion zephyr', 'RSE']);
    const offered = async (actor: Actor) => (await app.get(TagQueries).complete(actor, { networkId, q: 'zép' })).tags;
    await app.get(ResourceService).retire(animator, { resourceId: theirs, version: 1, note: 'Pour voir.' });
    expect([(await offered(member)).length, (await offered(elsewhere)).length]).toEqual([1, 1]);
    await change(animator, place, ['fusion zephyr'], 'Rapprochement');
    expect(await tagsOf(lead, id)).toEqual(['Fusion Zéphyr', 'rse']);
    expect([await offered(member), await offered(elsewhere)]).toEqual([['Fusion Zéphyr'], []]);
    expect((await listed(animator, networkId)).map(([tag]) => tag)).toEqual(['Rapprochement', 'RSE']);
  });

  it('narrow lists, counted among what the reader may know, with other facets and a question', async () => {
    const { networkId, animator, member } = await aNetwork();
    const mark = `Tag${newId().slice(-6)}`;
    await deposit(animator, sheet(networkId, [mark, `${mark} deux`], { themes: ['water'] }));
    await deposit(animator, sheet(networkId, [mark], { access: 'network', licence: 'network' }));
    expect([(await counts(visitor))[mark], (await counts(member))[mark]]).toEqual([1, 2]);
    expect(await counts(member, { tag: [mark.toUpperCase()], theme: ['water'] })).toMatchObject({ [mark]: 1, [`${mark} deux`]: 1 });
    expect((await app.get(ResourceQueries).list(member, { order: 'recent', page: 1, tag: [`${mark} DEUX`] })).total).toBe(1);
    app.actAs(member);
    const search = async (query: Record<string, string>) => (await app.request('GET', `/api/search?${new URLSearchParams(query).toString()}`)).body as SearchAnswer;
    const found = await search({ q: mark });
    expect([found.total, found.facets.filter(({ facet }) => facet === 'tag')]).toEqual([2, [{ facet: 'tag', value: mark, entries: 2 }, { facet: 'tag', value: `${mark} deux`, entries: 1 }]]);
    expect((await search({ q: mark, facets: JSON.stringify({ tag: [`${mark} deux`] }) })).total).toBe(1);
  });

  it('and codes of procurement leave in the feed, and are looked for', async () => {
    const { networkId, animator } = await aNetwork();
    const { id } = await deposit(animator, sheet(networkId, ['Bloc <opératoire>'], { cpv: ['33140000-3', '33140000-3', '45215140'] }));
    expect((await open(animator, id)).cpv).toEqual(['33140000-3', '45215140']);
    expect(await app.get(ResourceExport).atom()).toContain('<category term="Bloc &lt;opératoire&gt;"/>');
    for (const q of ['33140000-3', '33140000', '45215140']) expect((await app.get(ResourceQueries).list(visitor, { order: 'recent', page: 1, q })).resources.map((card) => card.id)).toContain(id);
  });
});

describe('tags put in order', () => {
  it('several become one: no new version, each version says it, search and lists follow, whoever was writing is told', async () => {
    const place = await aNetwork();
    const { networkId, animator, member } = place;
    const [one, both] = [await deposit(animator, sheet(networkId, ['Clause sociale', 'eau'])), await deposit(animator, sheet(networkId, ['clauses sociales', 'Clause sociale']))];
    const { id: draft } = await deposit(member, sheet(networkId, ['clauses sociales']), 'keep');
    const asked = { words: ['Clause sociale', 'clauses sociales'], into: 'Clauses sociales' };
    expect(await change(animator, place, asked.words, asked.into, { dryRun: true })).toEqual({ resources: 2 });
    expect(await tagsOf(animator, one.id)).toEqual(['Clause sociale', 'eau']);
    const requestId = newId();
    for (let times = 0; times < 2; times++) expect(await change(animator, place, asked.words, asked.into, { requestId })).toEqual({ resources: 2 });
    expect([await tagsOf(animator, one.id), await tagsOf(animator, both.id), await tagsOf(member, draft)]).toEqual([['Clauses sociales', 'eau'], ['Clauses sociales'], ['Clauses sociales']]);
    expect(await open(animator, one.id)).toMatchObject({ edition: 1, version: 2, versions: [{ number: 1 }] });
    const [kept] = await app.get(Database).transaction(animator, (tx) => tx.query<{ tags: string[] }[]>(`SELECT fields->'tags' AS tags FROM library_version WHERE resource_id = $1`, [one.id]));
    expect(kept?.tags).toEqual(['Clauses sociales', 'eau']);
    expect(await listed(animator, networkId)).toEqual([['Clauses sociales', 2], ['eau', 1]]);
    expect((await app.get(ResourceQueries).list(animator, { order: 'recent', page: 1, tag: ['Clause sociale'] })).total).toBe(0);
    await expect(app.get(ResourceService).edit(animator, { resourceId: one.id, version: 1, note: '', fields: sheet(networkId, ['Clause sociale']) })).rejects.toEqual(named('library.changed-meanwhile'));
  });

  it('are taken back once, at once, whatever was written since', async () => {
    const place = await aNetwork();
    const { networkId, animator, other } = place;
    const [first, second] = [await deposit(animator, sheet(networkId, ['rse', 'bois'])), await deposit(animator, sheet(networkId, ['RSO']))];
    const requestId = newId();
    await change(animator, place, ['rse', 'RSO'], null, { requestId });
    expect(await listed(animator, networkId)).toEqual([['bois', 1]]);
    await deposit(other, sheet(networkId, ['RSE']));
    await app.get(ResourceService).edit(other, { resourceId: second.id, version: 2, note: '', fields: sheet(networkId, ['béton']) });
    await undo(other, place, requestId);
    // Written in another way since, it is spelled so everywhere.
    expect([await tagsOf(animator, first.id), await tagsOf(animator, second.id)]).toEqual([['RSE', 'bois'], ['béton', 'RSO']]);
    await expect(undo(animator, place, requestId)).rejects.toEqual(named('library.tag-change-gone'));
    expect((await app.get(TagQueries).list(animator, networkId)).last).toBeNull();
  });

  it('are not taken back over a later change', async () => {
    const place = await aNetwork();
    const { networkId, animator } = place;
    await deposit(animator, sheet(networkId, ['un mot', 'deux mots']));
    const requestId = newId();
    await change(animator, place, ['un mot'], 'trois mots', { requestId });
    await change(animator, place, ['trois mots'], 'deux mots');
    await expect(undo(animator, place, requestId)).rejects.toEqual(named('library.tag-change-gone'));
    expect((await app.get(TagQueries).list(animator, networkId)).last).toMatchObject({ words: ['trois mots'], into: 'deux mots', resources: 1 });
  });

  it('by two at once: one comes first, the other is told that the word is gone', async () => {
    const place = await aNetwork();
    const { networkId, animator, other } = place;
    const made = await Promise.all(Array.from({ length: 6 }, () => deposit(animator, sheet(networkId, ['mobilité', 'vélo']))));
    const ends = await Promise.allSettled([change(animator, place, ['mobilité'], 'Transports'), change(other, place, ['mobilité'], 'Déplacements')]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'library.tag-gone' } });
    expect(new Set((await Promise.all(made.map(({ id }) => tagsOf(animator, id)))).map(String)).size).toBe(1);
  });

  it('are read by people of the network, changed by its animation only, and nobody else knows of them', async () => {
    const place = await aNetwork();
    const { networkId, animator, member } = place;
    await deposit(animator, sheet(networkId, ['eau'], { access: 'network', licence: 'network' }));
    const stranger = (await aNetwork()).animator;
    await expect(change(member, place, ['eau'], 'Eaux')).rejects.toEqual(named('library.not-yours'));
    await expect(change(stranger, place, ['eau'], 'Eaux')).rejects.toEqual(named('library.tags-not-found'));
    await expect(app.get(TagQueries).list(stranger, networkId)).rejects.toEqual(named('library.tags-not-found'));
    expect(await app.get(TagQueries).list(member, networkId)).toMatchObject({ mayKeep: false, tags: [{ tag: 'eau', resources: 1 }], last: null });
    await expect(app.get(TagQueries).complete(stranger, { networkId, q: '' })).rejects.toEqual(named('library.tags-not-found'));
    await change(animator, place, ['eau'], 'Eaux');
    const seen = (who: Actor, table: string) => app.get(Database).transaction(who, (tx) => tx.query<unknown[]>(`SELECT 1 FROM ${table}`).then((rows) => rows.length > 0));
    expect([await seen(member, 'library_tag_change'), await seen(stranger, 'library_tag_change'), await seen(member, 'library_tag_correction')]).toEqual([true, false, false]);
    await expect(app.get(Database).transaction(animator, (tx) => tx.query('UPDATE library_tag_change SET resources = 0').then(([, changed]: [unknown, number]) => changed))).resolves.toBe(0);
  });
});
