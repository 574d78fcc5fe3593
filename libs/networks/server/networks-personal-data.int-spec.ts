import { createTestApp, type TestApp } from '@cohorte/platform/server';
import { NetworksFixtures } from './networks.fixtures';
import { NetworksListener } from './networks.listener';
import { NetworksModule } from './networks.module';
import { NetworksPersonalData } from './networks-personal-data';

let app: TestApp;
let given: NetworksFixtures;

beforeAll(async () => {
  app = await createTestApp({ imports: [NetworksModule], actor: null });
  given = new NetworksFixtures(app);
});
afterAll(() => app.close());

it('a person takes along where they belong', async () => {
  const networkId = await given.aNetwork();
  const personId = await given.someone('sponsor', networkId);
  expect(await app.get(NetworksPersonalData).personalDataOf(personId)).toMatchObject({
    memberships: [{ space: 'RAN CoPER', kind: 'network', role: 'sponsor', endedAt: null }],
    invitationsAccepted: [],
    invitationsSent: [],
  });
});

it('an erased person belongs nowhere, twice told or once, and the space keeps its history', async () => {
  const networkId = await given.aNetwork('APuRe');
  const structureId = await given.aStructure(networkId, { name: 'Ville de Lille', kind: 'municipality' });
  const personId = await given.someone('lead', structureId);
  const listener = app.get(NetworksListener);
  await listener.forget({ personId });
  await listener.forget({ personId });
  expect((await given.actor(personId)).roles).toEqual([]);
  const kept = await given.asSystem((tx) => tx.query<unknown[]>('SELECT 1 FROM networks_membership WHERE person_id = $1', [personId]));
  expect(kept).toHaveLength(1);
});
