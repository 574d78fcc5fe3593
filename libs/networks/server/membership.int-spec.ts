import { createTestApp, FixedClock, type TestApp } from '@cohorte/platform/server';
import { belongsTo, holds } from '../contract';
import { AffiliationService } from './affiliation.service';
import { InstallationService } from './installation.service';
import { MembershipService } from './membership.service';
import { NetworkService } from './network.service';
import { NetworksFixtures } from './networks.fixtures';
import { NetworksModule } from './networks.module';
import { Spaces } from './space.service';
import { StructureService } from './structure.service';

const start = new Date('2024-10-01T09:00:00Z');
const clock = new FixedClock(start);
let app: TestApp;
let given: NetworksFixtures;
const named = (code: string) => expect.objectContaining({ code });
const http = { headers: new Headers(), ip: '127.0.0.1', setHeader: () => undefined };

beforeAll(async () => {
  app = await createTestApp({ imports: [NetworksModule], actor: null, clock });
  given = new NetworksFixtures(app);
});
afterEach(() => clock.set(start));
afterAll(() => app.close());

/** A network with an animator, and a structure with a lead and a member. */
async function aPlace(name: string) {
  const networkId = await given.aNetwork(`Réseau ${name}`);
  const structureId = await given.aStructure(networkId, { name });
  const [animatorId, leadId, memberId] = [await given.someone('animator', networkId), await given.someone('lead', structureId), await given.someone('member', structureId)];
  return { networkId, structureId, animatorId, leadId, memberId, membershipOf: (personId: string) => membershipOf(personId, structureId) };
}

async function membershipOf(personId: string, spaceId: string): Promise<string> {
  const [row] = await given.asSystem((tx) => tx.query<{ id: string }[]>('SELECT id FROM networks_membership WHERE person_id = $1 AND space_id = $2 ORDER BY since DESC, ended_at NULLS FIRST LIMIT 1', [personId, spaceId]));
  return row?.id ?? '';
}

it('an empty installation takes one network and one animator, who may be corrected until they have signed in', async () => {
  const installation = app.get(InstallationService);
  expect(await installation.state()).toEqual({ state: 'empty' });
  const input = { networkName: 'RAN CoPER', region: 'Normandie', name: 'Claire Morel', email: 'claire@exemple.fr', language: 'fr' as const };
  const [one, other] = await Promise.all([installation.install(input, http), installation.install(input, http)]);
  expect(other.networkId).toBe(one.networkId);
  expect(await installation.state()).toEqual({ state: 'waiting' });
  await installation.install({ ...input, networkName: 'RAN', email: 'claire.morel@exemple.fr' }, http);
  const people = await given.asSystem((tx) => tx.query('SELECT p.email, n.name FROM identity_person p JOIN networks_membership m ON m.person_id = p.id JOIN networks_network n ON n.id = m.space_id'));
  expect(people).toEqual([{ email: 'claire.morel@exemple.fr', name: 'RAN' }]);
  await given.asSystem((tx) => tx.query('UPDATE identity_person SET first_signed_in_at = now()'));
  expect(await installation.state()).toEqual({ state: 'installed' });
  await expect(installation.install(input, http)).rejects.toEqual(named('networks.already-installed'));
});

it('a lead hands over to a member: both keep what they are in the structure, and nothing else changes', async () => {
  const { structureId, leadId, memberId } = await aPlace('CH de Dieppe');
  await app.get(MembershipService).replaceLead(await given.actor(leadId), { structureId, personId: memberId, formerLead: 'member' });
  const [former, next] = [await given.actor(leadId), await given.actor(memberId)];
  expect(holds(next, structureId, 'lead')).toBe(true);
  expect(holds(former, structureId, 'member')).toBe(true);
  expect(holds(former, structureId, 'lead')).toBe(false);
});

it('an animator replaces a lead who leaves; the history keeps both', async () => {
  const { structureId, animatorId, leadId, memberId } = await aPlace('CH de Fécamp');
  await app.get(MembershipService).replaceLead(await given.actor(animatorId), { structureId, personId: memberId, formerLead: 'leaves' });
  expect(belongsTo(await given.actor(leadId), structureId)).toBe(false);
  const rows = await given.asSystem((tx) => tx.query<unknown[]>('SELECT 1 FROM networks_membership WHERE space_id = $1', [structureId]));
  expect(rows).toHaveLength(3);
});

it('only someone of the structure becomes its lead, and a member names nobody', async () => {
  const { structureId, leadId, memberId } = await aPlace('CH de Lisieux');
  const outsider = await given.aPerson();
  const memberships = app.get(MembershipService);
  await expect(memberships.replaceLead(await given.actor(leadId), { structureId, personId: outsider, formerLead: 'member' })).rejects.toEqual(named('networks.not-a-member'));
  await expect(memberships.replaceLead(await given.actor(leadId), { structureId, personId: leadId, formerLead: 'member' })).rejects.toEqual(named('networks.already-lead'));
  await expect(memberships.replaceLead(await given.actor(memberId), { structureId, personId: memberId, formerLead: 'leaves' })).rejects.toEqual(named('networks.not-allowed'));
});

it('two hand-overs at the same time leave one lead', async () => {
  const { structureId, animatorId, leadId, memberId } = await aPlace('CH de Vire');
  const second = await given.someone('member', structureId);
  const memberships = app.get(MembershipService);
  await Promise.allSettled([
    memberships.replaceLead(await given.actor(leadId), { structureId, personId: memberId, formerLead: 'member' }),
    memberships.replaceLead(await given.actor(animatorId), { structureId, personId: second, formerLead: 'member' }),
  ]);
  const leads = await given.asSystem((tx) => tx.query<unknown[]>(`SELECT 1 FROM networks_membership WHERE space_id = $1 AND role = 'lead' AND ended_at IS NULL`, [structureId]));
  expect(leads).toHaveLength(1);
});

it('a lead hands over before leaving; an animator may remove the lead and name another later', async () => {
  const { animatorId, leadId, membershipOf: of } = await aPlace('CH de Flers');
  const memberships = app.get(MembershipService);
  await expect(memberships.end(await given.actor(leadId), await of(leadId))).rejects.toEqual(named('networks.last-lead'));
  await expect(memberships.end(await given.actor(animatorId), await of(leadId))).resolves.toEqual({});
});

it('the last animator stays; with two, one may go, and loses the cohorts of the network too', async () => {
  const { networkId, structureId, animatorId } = await aPlace('CH de Bayeux');
  const cohortId = await given.aCohort(networkId, [structureId]);
  const memberships = app.get(MembershipService);
  const mine = await membershipOf(animatorId, networkId);
  await expect(memberships.end(await given.actor(animatorId), mine)).rejects.toEqual(named('networks.last-animator'));
  const second = await given.someone('animator', networkId);
  expect(holds(await given.actor(second), cohortId, 'animator')).toBe(true);
  await memberships.end(await given.actor(animatorId), mine);
  expect((await given.actor(animatorId)).roles).toEqual([]);
});

it('two last animators leaving at the same time do not leave the network alone', async () => {
  const { networkId, animatorId } = await aPlace('CH de Granville');
  const second = await given.someone('animator', networkId);
  const memberships = app.get(MembershipService);
  const leave = async (personId: string) => memberships.end(await given.actor(personId), await membershipOf(personId, networkId));
  const outcomes = await Promise.allSettled([leave(animatorId), leave(second)]);
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
});

it('a removed member is out at once, is not removed twice, and comes back while the mistake is fresh', async () => {
  const { structureId, leadId, memberId, membershipOf: of } = await aPlace('CH de Coutances');
  const memberships = app.get(MembershipService);
  const [lead, id] = [await given.actor(leadId), await of(memberId)];
  await memberships.end(lead, id);
  expect(belongsTo(await given.actor(memberId), structureId)).toBe(false);
  await expect(memberships.end(lead, id)).rejects.toEqual(named('networks.membership-unknown'));
  await memberships.restore(lead, id);
  expect(holds(await given.actor(memberId), structureId, 'member')).toBe(true);
  const again = await of(memberId);
  await memberships.end(lead, again);
  clock.set(new Date(start.getTime() + 16 * 60_000));
  await expect(memberships.restore(lead, again)).rejects.toEqual(named('networks.restoration-too-late'));
});

it('a member leaves alone and removes nobody', async () => {
  const { leadId, memberId, membershipOf: of } = await aPlace('CH de Falaise');
  const memberships = app.get(MembershipService);
  await expect(memberships.end(await given.actor(memberId), await of(leadId))).rejects.toEqual(named('networks.not-allowed'));
  await expect(memberships.end(await given.actor(memberId), await of(memberId))).resolves.toEqual({});
});

it('a lead makes a member an expert, and does not give the lead that way', async () => {
  const { structureId, leadId, memberId, membershipOf: of } = await aPlace('CH de Mortain');
  const memberships = app.get(MembershipService);
  await memberships.changeRole(await given.actor(leadId), { membershipId: await of(memberId), role: 'expert' });
  expect(holds(await given.actor(memberId), structureId, 'expert')).toBe(true);
  const asLead = memberships.changeRole(await given.actor(leadId), { membershipId: await of(memberId), role: 'lead' });
  await expect(asLead).rejects.toEqual(named('networks.lead-is-handed-over'));
});

it('a structure brings its lead and members into a cohort, not its experts, and takes them out with it', async () => {
  const { networkId, structureId, memberId } = await aPlace('CH de Valognes');
  const expertId = await given.someone('expert', structureId);
  const cohortId = await given.aCohort(networkId, [structureId]);
  const held = (await given.actor(memberId)).roles.find((role) => role.spaceId === cohortId);
  expect(held).toEqual({ spaceId: cohortId, spaceKind: 'cohort', role: 'member', viaStructureId: structureId, networkIds: [networkId] });
  expect(belongsTo(await given.actor(expertId), cohortId)).toBe(false);
  await given.asSystem((tx) => app.get(Spaces).removeStructureFromSpace(tx, cohortId, structureId));
  expect(belongsTo(await given.actor(memberId), cohortId)).toBe(false);
});

it('the page of a network shows an animator leads and figures, and a sponsor the names only', async () => {
  const { networkId, structureId, animatorId } = await aPlace('CH de Honfleur');
  await app.get(StructureService).edit(await given.actor(animatorId), { structureId, purchases: { amount: 50_000_000.01, year: 2024 } });
  const page = await app.get(NetworkService).get(await given.actor(animatorId), networkId);
  expect(page.structures).toEqual([expect.objectContaining({ name: 'CH de Honfleur', obligation: 'obliged', peopleCount: 2, leadName: expect.stringContaining('Personne') as string })]);
  const sponsorId = await given.someone('sponsor', networkId);
  const calm = await app.get(NetworkService).get(await given.actor(sponsorId), networkId);
  expect(calm).toMatchObject({ canManage: false, structures: [{ obligation: null, leadName: null, peopleCount: null }] });
});

it('an animator adds an establishment below a group; a name or a number already there is refused by name', async () => {
  const { networkId, animatorId } = await aPlace('CH de Cherbourg');
  const animator = await given.actor(animatorId);
  const structures = app.get(StructureService);
  const group = await structures.add(animator, { networkId, name: 'GHT du Cotentin', kind: 'hospital_group' });
  expect(group.isLegalPerson).toBe(false);
  const site = await structures.add(animator, { networkId, name: 'Site de Carentan', kind: 'hospital', parentId: group.id, groupRole: 'member', siret: '73282932000074', purchases: { amount: 10, year: 2023 } });
  await expect(structures.add(animator, { networkId, name: 'ght du cotentin', kind: 'hospital' })).rejects.toEqual(named('networks.structure-known'));
  await expect(structures.add(animator, { networkId, name: 'Autre', kind: 'hospital', siret: '73282932000074' })).rejects.toEqual(named('networks.siret-taken'));
  await expect(structures.edit(animator, { structureId: group.id, parentId: site.id })).rejects.toEqual(named('networks.parent-below'));
  const page = await structures.get(animator, group.id);
  expect(page.establishments.map((below) => below.name)).toEqual(['Site de Carentan']);
  expect(page.details).toMatchObject({ obligation: 'not-concerned', establishmentPurchases: { amount: 10, counted: 1, total: 1 } });
});

it('an import creates what is new and says what was known', async () => {
  const { networkId, animatorId } = await aPlace('CH d’Avranches');
  const result = await app.get(StructureService).import(await given.actor(animatorId), {
    networkId,
    structures: [{ name: 'CH d’Avranches', kind: 'hospital' }, { name: 'Ville de Caen', kind: 'municipality', town: 'Caen' }, { name: 'ville de caen', kind: 'municipality' }],
  });
  expect(result).toEqual({ created: [expect.objectContaining({ name: 'Ville de Caen', town: 'Caen' })], known: ['CH d’Avranches', 'ville de caen'] });
});

it('an animator does not take in a structure that others look after; its lead may bring it, and it leaves when no cohort holds it', async () => {
  const [ours, theirs] = [await aPlace('CH d’Argentan'), await aPlace('CH d’Alençon')];
  const affiliations = app.get(AffiliationService);
  const request = { networkId: ours.networkId, structureId: theirs.structureId };
  await expect(affiliations.affiliate(await given.actor(ours.animatorId), request)).rejects.toEqual(named('networks.affiliation-needs-lead'));
  await given.joins(theirs.leadId, ours.networkId, 'animator');
  await affiliations.affiliate(await given.actor(theirs.leadId), request);
  const cohortId = await given.aCohort(ours.networkId, [theirs.structureId]);
  await expect(affiliations.end(await given.actor(ours.animatorId), request)).rejects.toEqual(named('networks.structure-in-cohort'));
  await given.asSystem((tx) => app.get(Spaces).removeStructureFromSpace(tx, cohortId, theirs.structureId));
  await expect(affiliations.end(await given.actor(ours.animatorId), request)).resolves.toEqual({});
});
