import { createTestApp, Database, type TestApp } from '@cohorte/platform/server';
import { type Actor, can, type SpaceAction, type SpaceFacts } from '../contract';
import { NetworksFixtures } from './networks.fixtures';
import { NetworksModule } from './networks.module';
import { SpaceQueries } from './space.queries';
import { StructureService } from './structure.service';

let app: TestApp;
let given: NetworksFixtures;
let facts: SpaceFacts[];
let havreId: string;
const actors = new Map<string, Actor>();

beforeAll(async () => {
  app = await createTestApp({ imports: [NetworksModule], actor: null });
  given = new NetworksFixtures(app);
  const [ran, other] = [await given.aNetwork('RAN CoPER'), await given.aNetwork('APuRe')];
  const group = await given.aStructure(ran, { name: 'GHT Estuaire de la Seine', kind: 'hospital_group' });
  const havre = await given.aStructure(ran, { name: 'Groupe hospitalier du Havre', parentId: group, purchases: { amount: 62_000_000, year: 2024 } });
  havreId = havre;
  const dieppe = await given.aStructure(ran, { name: 'CH de Dieppe' });
  const alone = await given.aStructure(ran, { name: 'CH de Fécamp' });
  const lille = await given.aStructure(other, { name: 'Ville de Lille', kind: 'municipality' });
  const cohort = await given.aCohort(ran, [havre, dieppe]);
  const nextCohort = await given.aCohort(ran, [alone], 'Un autre groupe');
  const people: [string, string, Parameters<NetworksFixtures['someone']>[0]][] = [
    ['animator of the network', ran, 'animator'], ['sponsor of the network', ran, 'sponsor'], ['guest of the network', ran, 'guest'],
    ['lead of Le Havre', havre, 'lead'], ['member of Le Havre', havre, 'member'], ['expert of Le Havre', havre, 'expert'], ['guest of Le Havre', havre, 'guest'],
    ['lead of Dieppe', dieppe, 'lead'], ['lead of Fécamp', alone, 'lead'], ['member of the group', group, 'member'],
    ['expert of the cohort', cohort, 'expert'], ['guest of the cohort', cohort, 'guest'], ['animator elsewhere', other, 'animator'], ['member of Lille', lille, 'member'],
  ];
  for (const [name, spaceId, role] of people) actors.set(name, await given.actor(await given.someone(role, spaceId, name)));
  actors.set('nobody', await given.actor(await given.aPerson('nobody')));
  facts = await given.asSystem(async (tx) => {
    const found = await Promise.all([ran, other, group, havre, dieppe, alone, lille, cohort, nextCohort].map((id) => app.get(SpaceQueries).find(tx, id)));
    return found.flatMap((space) => (space ? [space] : []));
  });
});

afterAll(() => app.close());

const asked = async (actor: Actor, sql: string): Promise<string[]> => {
  const rows = await app.get(Database).transaction(actor, (tx) => tx.query<{ id: string }[]>(sql));
  return [...new Set(rows.map((row) => row.id))].sort();
};
const allowed = (actor: Actor, action: SpaceAction, spaces = facts): string[] => spaces.filter((space) => can(actor, action, space)).map((space) => space.id).sort();

it('the arrangement holds every kind of space', () => {
  expect(new Set(facts.map((space) => space.kind))).toEqual(new Set(['network', 'structure', 'cohort']));
  expect(facts).toHaveLength(9);
});

it('everyone sees in the database exactly the spaces the policy lets them read', async () => {
  for (const [name, actor] of actors) expect([name, await asked(actor, 'SELECT id FROM networks_space')]).toEqual([name, allowed(actor, 'read')]);
});

it('everyone sees the people of exactly the spaces the policy opens, and always themselves', async () => {
  for (const [name, actor] of actors) {
    const peopled = facts.filter((space) => can(actor, 'read-people', space)).map((space) => space.id);
    const seen = await asked(actor, `SELECT space_id AS id FROM networks_membership WHERE person_id <> platform_person()`);
    const all = await given.asSystem((tx) => tx.query<{ id: string }[]>('SELECT DISTINCT space_id AS id FROM networks_membership WHERE person_id <> $1', [actor.personId]));
    expect([name, seen]).toEqual([name, all.map((row) => row.id).filter((id) => peopled.includes(id)).sort()]);
  }
});

it('spending is seen by those the policy lets see the figures, and nobody else', async () => {
  for (const [name, actor] of actors) {
    const seen = await asked(actor, 'SELECT structure_id AS id FROM networks_purchase');
    expect([name, seen]).toEqual([name, allowed(actor, 'read-people').filter((id) => id === havreId)]);
  }
  expect(await asked(actors.get('lead of Dieppe') as Actor, 'SELECT structure_id AS id FROM networks_purchase')).toHaveLength(1);
  expect(await asked(actors.get('lead of Fécamp') as Actor, 'SELECT structure_id AS id FROM networks_purchase')).toEqual([]);
});

it('the list of structures is everything the policy lets read', async () => {
  const structures = facts.filter((space) => space.kind === 'structure');
  for (const [name, actor] of actors) {
    const { structures: listed } = await app.get(StructureService).list(actor, {});
    expect([name, listed.map((structure) => structure.id).sort()]).toEqual([name, allowed(actor, 'read', structures)]);
  }
});

it('the database refuses a membership written by someone who may not manage the space', async () => {
  const [victim] = facts.filter((space) => space.kind === 'structure');
  const member = actors.get('member of Lille') as Actor;
  const forged = app.get(Database).transaction(member, (tx) =>
    tx.query(`INSERT INTO networks_membership (id, space_id, person_id, role, since) VALUES (gen_random_uuid(), $1, $2, 'lead', now())`, [victim?.id, member.personId]),
  );
  await expect(forged).rejects.toThrow(/row-level security/);
});

it('a visitor sees nothing at all', async () => {
  const rows = await app.get(Database).transaction({ personId: null }, (tx) => tx.query<unknown[]>('SELECT id FROM networks_space UNION ALL SELECT id FROM networks_membership'));
  expect(rows).toEqual([]);
});
