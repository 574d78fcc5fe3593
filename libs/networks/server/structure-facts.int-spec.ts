import { createTestApp, type TestApp } from '@cohorte/platform/server';
import { NetworksFixtures } from './networks.fixtures';
import { NetworksModule } from './networks.module';
import { StructureFacts } from './structure-facts';

let app: TestApp;
let given: NetworksFixtures;

beforeAll(async () => {
  app = await createTestApp({ imports: [NetworksModule], actor: null });
  given = new NetworksFixtures(app);
});
afterAll(() => app.close());

const factsOf = (...ids: string[]) => given.asSystem((tx) => app.get(StructureFacts).of(tx, ids));

describe('what rules look at in a structure', () => {
  it('is, for a group without legal personality, what its establishments are: the support one first', async () => {
    const network = await given.aNetwork();
    const group = await given.aStructure(network, { name: 'GHT', kind: 'hospital_group', isSubjectToCode: false });
    await given.aStructure(network, { name: 'CH de Bernay', parentId: group, groupRole: 'member', department: '27' });
    await given.aStructure(network, { name: 'CHU', parentId: group, groupRole: 'support', department: '76' });
    expect(await factsOf(group)).toEqual([expect.objectContaining({ isSubjectToCode: true, department: '76' })]);
  });

  it('stays its own for an association, whoever stands below it', async () => {
    const network = await given.aNetwork();
    const association = await given.aStructure(network, { name: 'Réseau', kind: 'association' });
    await given.aStructure(network, { name: 'Hôpital adhérent', parentId: association, department: '76' });
    expect(await factsOf(association)).toEqual([expect.objectContaining({ isSubjectToCode: false, department: null })]);
  });

  it('is nothing a group without establishments could claim', async () => {
    const network = await given.aNetwork();
    const group = await given.aStructure(network, { name: 'GHT à composer', kind: 'hospital_group', isSubjectToCode: false });
    expect(await factsOf(group)).toEqual([expect.objectContaining({ isSubjectToCode: false, department: null })]);
  });
});
