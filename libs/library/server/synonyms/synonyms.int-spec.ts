import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { type SearchAnswer, visitor } from '@cohorte/platform/contract';
import { createTestApp, Database, newId, SearchIndex, type TestApp } from '@cohorte/platform/server';
import { startingSynonyms } from '../../contract';
import { LibraryModule } from '../library.module';
import { SynonymService } from './synonym.service';

const named = (code: string) => expect.objectContaining({ code });
let app: TestApp;
let given: NetworksFixtures;
let synonyms: SynonymService;
let networkId: string;
let animator: Actor;
let member: Actor;

beforeAll(async () => {
  app = await createTestApp({ imports: [LibraryModule], actor: null });
  given = new NetworksFixtures(app);
  synonyms = app.get(SynonymService);
  networkId = await given.aNetwork(`Réseau ${newId()}`);
  animator = await given.actor(await given.someone('animator', networkId));
  member = await given.actor(await given.someone('member', await given.aStructure(networkId, { name: 'CHU de Caen' })));
  await app.get(Database).transaction(visitor, (tx) =>
    app.get(SearchIndex).put(tx, { id: newId(), domain: 'library', kind: 'guide', title: 'Réserver un marché à une entreprise solidaire d’utilité sociale', summary: '', path: '/x', keywords: [], facets: {}, access: ['public'], quality: 0.5 }));
});
afterAll(() => app.close());

async function titles(q: string): Promise<string[]> {
  return ((await app.request('GET', `/api/search?${new URLSearchParams({ q }).toString()}`)).body as SearchAnswer).hits.map(({ title }) => title);
}

it('an acronym finds what it stands for as soon as it is said, and no longer once that is taken back', async () => {
  expect(await titles('ESUS ')).toEqual([]);
  const { id } = await synonyms.add(animator, { networkId, requestId: newId(), members: ['ESUS', 'entreprise solidaire d’utilité sociale'] });
  expect(await titles('ESUS ')).toHaveLength(1);
  await synonyms.change(animator, { networkId, groupId: id, version: 1, members: ['ESUS', 'entreprise sociale'] });
  expect(await titles('ESUS ')).toHaveLength(1);
  await synonyms.change(animator, { networkId, groupId: id, version: 2, members: ['ESUS', 'tout autre chose'] });
  expect(await titles('ESUS ')).toEqual([]);
  await synonyms.change(animator, { networkId, groupId: id, version: 3, members: ['ESUS', 'entreprise solidaire d’utilité sociale'] });
  await synonyms.remove(animator, { networkId, groupId: id });
  expect(await titles('ESUS ')).toEqual([]);
});

it('the starting list comes once, and leaves alone what the network wrote itself', async () => {
  const { id } = await synonyms.add(animator, { networkId, requestId: newId(), members: ['esus', 'entreprise utile'] });
  expect(await synonyms.start(animator, networkId)).toBe(startingSynonyms.length - 1);
  expect(await synonyms.start(animator, networkId)).toBe(0);
  const { groups, mayKeep } = await synonyms.list(member, networkId);
  expect([groups.length, mayKeep]).toEqual([startingSynonyms.length, false]);
  expect(groups.find((group) => group.id === id)?.members).toEqual(['esus', 'entreprise utile']);
});

it('the same request twice adds one group; a change over another’s is refused and loses nothing', async () => {
  const asked = { networkId, requestId: newId(), members: ['PAT', 'projet alimentaire territorial'] };
  await Promise.all([synonyms.add(animator, asked).catch(() => null), synonyms.add(animator, asked).catch(() => null)]);
  await synonyms.add(animator, asked);
  await synonyms.change(animator, { networkId, groupId: asked.requestId, version: 1, members: ['PAT', 'plan alimentaire'] });
  await expect(synonyms.change(animator, { networkId, groupId: asked.requestId, version: 1, members: ['PAT', 'autre'] })).rejects.toEqual(named('library.synonyms-changed'));
  const { groups } = await synonyms.list(animator, networkId);
  expect(groups.filter(({ members }) => members[0] === 'PAT').map(({ members }) => members[1])).toEqual(['plan alimentaire']);
});

it('people of the network read it, only its animation keeps it, others do not know of it', async () => {
  const elsewhere = await given.actor(await given.someone('animator', await given.aNetwork('Ailleurs')));
  const guest = await given.actor(await given.someone('guest', networkId));
  const requestId = newId();
  await synonyms.add(animator, { networkId, requestId, members: ['AAC', 'analyse des achats'] });
  for (const [who, code] of [[member, 'library.not-yours'], [elsewhere, 'library.synonyms-not-found'], [guest, 'library.synonyms-not-found']] as const) {
    await expect(synonyms.add(who, { networkId, requestId: newId(), members: ['a1', 'b1'] })).rejects.toEqual(named(code));
    await expect(synonyms.remove(who, { networkId, groupId: requestId })).rejects.toEqual(named(code));
  }
  await expect(synonyms.list(elsewhere, networkId)).rejects.toEqual(named('library.synonyms-not-found'));
  // Another network’s animation does not reach it by its identifier either.
  const [other] = elsewhere.roles;
  await expect(synonyms.remove(elsewhere, { networkId: other?.spaceId ?? '', groupId: requestId })).rejects.toEqual(named('library.synonyms-not-found'));
  const seen = (who: Actor) => app.get(Database).transaction(who, (tx) => tx.query<unknown[]>('SELECT 1 FROM library_synonym WHERE id = $1', [requestId]).then((rows) => rows.length));
  expect([await seen(member), await seen(elsewhere)]).toEqual([1, 0]);
  await expect(app.get(Database).transaction(member, (tx) => tx.query(`INSERT INTO library_synonym (id, network_id, members, changed_at) VALUES ($1, $2, '{a,b}', now())`, [newId(), networkId]))).rejects.toThrow(/row-level security/);
});

it('who said what stays in the log', async () => {
  const requestId = newId();
  await synonyms.add(animator, { networkId, requestId, members: ['BOM', 'bordereau'] });
  await synonyms.remove(animator, { networkId, groupId: requestId });
  const rows = await app.get(Database).transaction(member, (tx) => tx.query('SELECT before, after, changed_by AS by FROM library_synonym_change WHERE group_id = $1 ORDER BY seq', [requestId]));
  expect(rows).toEqual([{ before: null, after: ['BOM', 'bordereau'], by: animator.personId }, { before: ['BOM', 'bordereau'], after: null, by: animator.personId }]);
});
