import { NetworksFixtures } from '@cohorte/networks/server';
import { createTestApp, Database, newId, type TestApp } from '@cohorte/platform/server';
import { SchedulingModule } from '../scheduling.module';
import { HolidayAgenda } from './holiday-agenda';

let app: TestApp;
let given: NetworksFixtures;
beforeAll(async () => {
  app = await createTestApp({ imports: [SchedulingModule], actor: null });
  given = new NetworksFixtures(app);
});
afterAll(() => app.close());

it('an agenda says the public holidays, and the weeks without school where its networks are', async () => {
  const networkId = await given.aNetwork(`Réseau ${newId()}`);
  await given.asSystem((tx) => tx.query(`UPDATE networks_network SET region = 'Normandie' WHERE id = $1`, [networkId]));
  const actor = await given.actor(await given.someone('animator', networkId));
  const agenda = await app.get(Database).transaction(actor, (tx) => app.get(HolidayAgenda).agendaOf(tx, actor, { from: new Date('2026-03-30T00:00:00Z'), to: new Date('2026-04-14T00:00:00Z') }));
  expect(agenda.map(({ title, startsAt, minutes }) => [title, startsAt, minutes])).toEqual([
    ['Lundi de Pâques', '2026-04-05T22:00:00.000Z', 1_440],
    ['Vacances de printemps (zone B)', '2026-04-10T22:00:00.000Z', 16 * 1_440],
  ]);
  const stranger = await given.actor(await given.aPerson('Sans réseau', `sans-${newId()}@mairie.example`));
  const bare = await app.get(Database).transaction(stranger, (tx) => app.get(HolidayAgenda).agendaOf(tx, stranger, { from: new Date('2026-02-14T00:00:00Z'), to: new Date('2026-05-02T00:00:00Z') }));
  expect(bare.map(({ title }) => title)).toEqual(['Lundi de Pâques', 'Fête du Travail']);
});
