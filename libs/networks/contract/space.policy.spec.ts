import type { Actor, ActorRole, MemberRole } from './actor';
import { can, canGrant, grantableRoles, type SpaceAction, type SpaceFacts } from './space.policy';

const network: SpaceFacts = { id: 'network', kind: 'network', networkIds: ['network'], cohortIds: [] };
const structure: SpaceFacts = { id: 'structure', kind: 'structure', networkIds: ['network'], cohortIds: ['cohort'] };
const neighbour: SpaceFacts = { id: 'neighbour', kind: 'structure', networkIds: ['network'], cohortIds: [] };
const cohort: SpaceFacts = { id: 'cohort', kind: 'cohort', networkIds: ['network'], cohortIds: [] };
const spaces = { network, structure, neighbour, cohort };

const inNetwork = (role: MemberRole): ActorRole => ({ spaceId: 'network', spaceKind: 'network', role, networkIds: ['network'] });
const inStructure = (role: MemberRole): ActorRole => ({ spaceId: 'structure', spaceKind: 'structure', role, networkIds: ['network'] });
const inCohort = (role: MemberRole, via?: string): ActorRole => ({ spaceId: 'cohort', spaceKind: 'cohort', role, networkIds: ['network'], ...(via ? { viaStructureId: via } : {}) });

const who: Record<string, ActorRole[]> = {
  animator: [inNetwork('animator')],
  'programme team': [inNetwork('programme_team')],
  sponsor: [inNetwork('sponsor')],
  'guest of the network': [inNetwork('guest')],
  'lead of the structure': [inStructure('lead'), inCohort('lead', 'structure')],
  'member of the structure': [inStructure('member'), inCohort('member', 'structure')],
  'expert of the structure': [inStructure('expert')],
  'guest of the structure': [inStructure('guest')],
  'member through another structure': [inCohort('member', 'other')],
  'guest of the cohort': [inCohort('guest')],
  'animator of another network': [{ spaceId: 'elsewhere', spaceKind: 'network', role: 'animator', networkIds: ['elsewhere'] }],
  nobody: [],
};

/** For each person the spaces each action is open on; whatever is not written here is refused. */
const open: Record<string, Partial<Record<SpaceAction, (keyof typeof spaces)[]>>> = {
  animator: { read: ['network', 'structure', 'neighbour', 'cohort'], 'read-people': ['network', 'structure', 'neighbour', 'cohort'], manage: ['network', 'structure', 'neighbour', 'cohort'], govern: ['network', 'structure', 'neighbour', 'cohort'] },
  'programme team': { read: ['network', 'structure', 'neighbour'], 'read-people': ['network'] },
  sponsor: { read: ['network', 'structure', 'neighbour'], 'read-people': ['network'] },
  'guest of the network': { read: ['network'] },
  'lead of the structure': { read: ['network', 'structure', 'neighbour', 'cohort'], 'read-people': ['network', 'structure', 'cohort'], manage: ['structure'] },
  'member of the structure': { read: ['network', 'structure', 'neighbour', 'cohort'], 'read-people': ['network', 'structure', 'cohort'] },
  'expert of the structure': { read: ['network', 'structure'], 'read-people': ['structure'] },
  'guest of the structure': { read: ['network', 'structure'] },
  'member through another structure': { read: ['network', 'structure', 'neighbour', 'cohort'], 'read-people': ['network', 'structure', 'cohort'] },
  'guest of the cohort': { read: ['network', 'cohort'] },
  'animator of another network': {},
  nobody: {},
};

const actor = (name: string): Actor => ({ personId: name, roles: who[name] ?? [] });
const actions: SpaceAction[] = ['read', 'read-people', 'manage', 'govern'];

describe.each(Object.keys(who))('%s', (name) => {
  it.each(actions)('%s', (action) => {
    const allowed = Object.entries(spaces).flatMap(([key, space]) => (can(actor(name), action, space) ? [key] : []));
    expect(allowed).toEqual(open[name]?.[action] ?? []);
  });
});

it('an animator names who leads a structure and opens it to nobody else', () => {
  expect(grantableRoles(actor('animator'), structure)).toEqual(['lead']);
});

it('a lead opens the structure to whoever is needed', () => {
  expect(grantableRoles(actor('lead of the structure'), structure)).toEqual(['lead', 'member', 'expert', 'guest']);
});

it('animation is given in the network, not cohort by cohort', () => {
  expect(canGrant(actor('animator'), network, 'animator')).toBe(true);
  expect(canGrant(actor('animator'), cohort, 'animator')).toBe(false);
  expect(canGrant(actor('animator'), cohort, 'expert')).toBe(true);
});

it.each(['member of the structure', 'expert of the structure', 'sponsor', 'animator of another network', 'nobody'])('%s hands out no role', (name) => {
  for (const space of Object.values(spaces)) expect(grantableRoles(actor(name), space)).toEqual([]);
});
