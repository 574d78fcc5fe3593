import { DraftKinds, DraftService, DraftsModule } from '@cohorte/drafts/server';
import { IdentityModule } from '@cohorte/identity/server';
import { MeetingsFixtures, MeetingsModule } from '@cohorte/meetings/server';
import type { MemberRole } from '@cohorte/networks/contract';
import { NetworksFixtures, NetworksModule } from '@cohorte/networks/server';
import type { Principal, SearchAnswer } from '@cohorte/platform/contract';
import { createTestApp, Database, KnownWords, newId, SearchSources, type TestApp } from '@cohorte/platform/server';

let app: TestApp;
let given: NetworksFixtures;
let sharedDraft: string;
let shyMeeting: string;
let structureId: string;
let otherId: string;
const people = new Map<string, string>();

const tables = { meetings: 'meetings_meeting', networks: 'networks_structure', drafts: 'drafts_draft' };
type Domain = keyof typeof tables;
const domains = Object.keys(tables) as Domain[];

/** Everything due is in the index, as a worker does by itself. */
async function indexed(): Promise<void> {
  await app.get(SearchSources).drain();
  await app.get(KnownWords).learn();
}

async function search(q: string, more: Record<string, string> = {}): Promise<SearchAnswer> {
  return (await app.request('GET', `/api/search?${new URLSearchParams({ q, ...more }).toString()}`)).body as SearchAnswer;
}

/** What the second wall lets this person read, told by the tables themselves. */
const readable = (personId: string | null, domain: Domain): Promise<string[]> =>
  app.get(Database).transaction({ personId } as Principal, (tx) => tx.query<{ id: string }[]>(`SELECT id FROM ${tables[domain]} ORDER BY id`)).then((rows) => rows.map(({ id }) => id));

async function found(personId: string | null, domain: Domain): Promise<string[]> {
  app.actAs(personId === null ? null : await given.actor(personId));
  const answers = [await search('', { domain }), await search('', { domain, offset: '10' }), await search('', { domain, offset: '20' })];
  return answers.flatMap(({ hits }) => hits.map(({ id }) => id)).sort();
}

async function arrangeThings(networkId: string, cohortId: string, animator: string): Promise<void> {
  const meetings = new MeetingsFixtures(app);
  const claire = await given.actor(animator);
  for (const audience of ['space', 'network', 'public'] as const) {
    for (const spaceId of [networkId, cohortId]) await meetings.aMeeting(claire, spaceId, { title: `Atelier ${audience}`, audience });
  }
  shyMeeting = await meetings.aMeeting(claire, networkId, { title: 'Journée du linge', publish: false, animatorIds: [people.get('expert here') as string] });
  app.get(DraftKinds).register({ code: 'notes', titleKey: 'kinds.notes', outline: { sections: [{ id: 'context', title: 'Contexte cantonnier' }] } });
  await given.asSystem(async (tx) => {
    for (const ownerSpaceId of [structureId, otherId, cohortId, networkId]) await app.get(DraftService).createFrom(tx, { kind: 'notes', title: 'Synthèse', ownerSpaceId });
    sharedDraft = await app.get(DraftService).createFrom(tx, { kind: 'notes', title: 'SPASER partagé', ownerSpaceId: structureId });
    await tx.query(`INSERT INTO drafts_grant (id, draft_id, person_id, space_id, access, created_at) VALUES ($1, $3, $4, NULL, 'reader', now()), ($2, $3, NULL, $5, 'editor', now())`,
      [newId(), newId(), sharedDraft, people.get('stranger') as string, otherId]);
  });
}

beforeAll(async () => {
  app = await createTestApp({ imports: [IdentityModule, NetworksModule, DraftsModule, MeetingsModule], actor: null });
  given = new NetworksFixtures(app);
  const [networkId, elsewhere] = [await given.aNetwork(), await given.aNetwork('Ailleurs')];
  structureId = await given.aStructure(networkId, { name: 'GHT de l’Estuaire', town: 'Le Havre' });
  otherId = await given.aStructure(elsewhere, { name: 'Ville de Lille' });
  const cohortId = await given.aCohort(networkId, [structureId]);
  const add = async (role: MemberRole, spaceId: string, where: string) => void people.set(`${role} ${where}`, await given.someone(role, spaceId));
  for (const role of ['animator', 'programme_team', 'sponsor', 'expert', 'guest'] as const) await add(role, networkId, 'here');
  for (const role of ['programme_team', 'sponsor', 'expert', 'guest'] as const) await add(role, cohortId, 'in the cohort');
  for (const role of ['lead', 'member', 'expert', 'guest'] as const) await add(role, structureId, 'in the structure');
  await add('member', otherId, 'elsewhere');
  people.set('stranger', await given.aPerson());
  await arrangeThings(networkId, cohortId, people.get('animator here') as string);
  await indexed();
});
afterAll(() => app.close());

it('whoever asks finds exactly what they may read, in each domain', async () => {
  for (const [name, personId] of [...people, ['visitor', null] as const]) {
    for (const domain of domains) expect([name, domain, await found(personId, domain)]).toEqual([name, domain, await readable(personId, domain)]);
  }
  // The table is not empty: who animates finds most, a visitor what is public.
  expect((await found(people.get('animator here') as string, 'meetings')).length).toBe(7);
  expect((await found(null, 'meetings')).length).toBe(2);
  expect((await found(people.get('stranger') as string, 'drafts'))).toEqual([sharedDraft]);
});

it('a draft is found by its text, a structure by its town', async () => {
  app.actAs(await given.actor(people.get('lead in the structure') as string));
  expect((await search('cantonnier', { domain: 'drafts' })).hits.map(({ extract }) => extract?.text)).toContain('Contexte cantonnier');
  expect((await search('havre')).hits).toMatchObject([{ title: 'GHT de l’Estuaire', path: `/structures/${structureId}` }]);
});

it('a right given or withdrawn, a name changed, something that went: the index follows', async () => {
  const stranger = people.get('stranger') as string;
  await given.asSystem((tx) => tx.query('DELETE FROM drafts_grant WHERE draft_id = $1 AND person_id = $2', [sharedDraft, stranger]));
  await given.asSystem((tx) => tx.query(`UPDATE networks_structure SET name = 'Hôpitaux de la Baie' WHERE id = $1`, [structureId]));
  await given.asSystem((tx) => tx.query('UPDATE meetings_meeting SET published_at = now(), audience = $2 WHERE id = $1', [shyMeeting, 'public']));
  await indexed();
  expect(await found(stranger, 'drafts')).toEqual([]);
  app.actAs(await given.actor(people.get('lead in the structure') as string));
  expect((await search('estuaire ')).hits).toEqual([]);
  expect((await search('hopital baie')).hits[0]?.title).toBe('Hôpitaux de la Baie');
  app.actAs(null);
  expect((await search('linge')).hits.map(({ id }) => id)).toEqual([shyMeeting]);
  await given.asSystem((tx) => tx.query('DELETE FROM meetings_meeting WHERE id = $1', [shyMeeting]));
  await indexed();
  expect((await search('linge')).hits).toEqual([]);
});
