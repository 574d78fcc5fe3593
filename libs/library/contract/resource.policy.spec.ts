import type { Actor, MemberRole, SpaceKind } from '@cohorte/networks/contract';
import type { AccessLevel, ResourceState } from './resource';
import { accessLevels, resourceStates } from './resource';
import { asReader, canDeposit, canResource, type Reader, type ResourceAction, resourceActions, type ResourceStanding } from './resource.policy';

type Held = [spaceId: string, spaceKind: SpaceKind, role: MemberRole, networkId?: string];
const someone = (personId: string | null, ...held: Held[]): Reader =>
  asReader({ personId, roles: held.map(([spaceId, spaceKind, role, networkId = 'network']) => ({ spaceId, spaceKind, role, networkIds: [networkId] })) as Actor['roles'] });

const readers: Record<string, Reader> = {
  visitor: someone(null),
  'a stranger': someone('stranger', ['elsewhere', 'network', 'expert', 'elsewhere']),
  'an animator elsewhere': someone('other', ['elsewhere', 'network', 'animator', 'elsewhere']),
  animator: someone('animator', ['network', 'network', 'animator'], ['cohort', 'cohort', 'animator']),
  'programme team': someone('team', ['network', 'network', 'programme_team']),
  lead: someone('lead', ['caen', 'structure', 'lead'], ['cohort', 'cohort', 'lead']),
  member: someone('member', ['caen', 'structure', 'member'], ['cohort', 'cohort', 'member']),
  'lead of another structure': someone('rouen', ['rouen', 'structure', 'lead']),
  'expert of the structure': someone('expert', ['caen', 'structure', 'expert']),
  guest: someone('guest', ['network', 'network', 'guest'], ['cohort', 'cohort', 'guest']),
};

const spaceOf: Record<AccessLevel, string> = { public: 'network', network: 'network', cohort: 'cohort', structure: 'caen' };
const standing = (access: AccessLevel, state: ResourceState, ownerId: string | null = 'owner'): ResourceStanding => ({ access, state, ownerId, networkId: 'network', spaceId: spaceOf[access] });
const allowed = (who: string, resource: ResourceStanding): ResourceAction[] => resourceActions.filter((action) => canResource(readers[who] as Reader, action, resource));

describe('who reads what is published', () => {
  const table: [AccessLevel, string[]][] = [
    ['public', Object.keys(readers)],
    ['network', ['animator', 'programme team', 'lead', 'member', 'lead of another structure']],
    ['cohort', ['animator', 'lead', 'member']],
    ['structure', ['lead', 'member', 'expert of the structure']],
  ];
  it.each(table)('%s', (access, expected) => {
    for (const state of ['published', 'retired'] as const) expect(Object.keys(readers).filter((who) => allowed(who, standing(access, state)).includes('read'))).toEqual(expected);
  });
});

describe('who decides', () => {
  it.each(accessLevels)('of a proposal for %s: its one decider reads, changes, publishes or gives it back; nobody else knows of it', (access) => {
    const decider = access === 'structure' ? 'lead' : 'animator';
    for (const who of Object.keys(readers)) expect([who, allowed(who, standing(access, 'submitted'))]).toEqual([who, who === decider ? ['read', 'edit', 'publish', 'send-back'] : []]);
  });

  it('of what is published: changes and retires it; of what is retired: puts it back', () => {
    expect(allowed('animator', standing('public', 'published'))).toEqual(['read', 'edit', 'retire', 'confirm']);
    expect(allowed('animator', standing('public', 'retired'))).toEqual(['read', 'edit', 'restore']);
    expect(allowed('lead', standing('public', 'published'))).toEqual(['read']);
  });

  it('an animator never decides of what a structure keeps for itself', () => {
    for (const state of resourceStates) expect(allowed('animator', standing('structure', state))).toEqual([]);
  });
});

describe('the depositor', () => {
  it('keeps a draft to themselves, proposes it, throws it away', () => {
    expect(allowed('member', standing('network', 'draft', 'member'))).toEqual(['read', 'edit', 'submit', 'remove']);
    expect(allowed('animator', standing('network', 'draft', 'member'))).toEqual([]);
  });
  it('who decides too publishes at once', () => {
    expect(allowed('animator', standing('network', 'draft', 'animator'))).toEqual(['read', 'edit', 'submit', 'publish', 'remove']);
  });
  it('still corrects or withdraws a proposal; of what is published, only says that it still holds', () => {
    expect(allowed('member', standing('network', 'submitted', 'member'))).toEqual(['read', 'edit', 'remove']);
    expect(allowed('member', standing('network', 'published', 'member'))).toEqual(['read', 'confirm']);
  });
  it('who has left reads no more of it than anybody', () => {
    expect(allowed('a stranger', standing('network', 'published', 'stranger'))).toEqual([]);
  });
});

describe('who may deposit', () => {
  const table: [AccessLevel, string[]][] = [
    ['public', ['animator', 'programme team', 'lead', 'member', 'lead of another structure']],
    ['network', ['animator', 'programme team', 'lead', 'member', 'lead of another structure']],
    ['cohort', ['animator', 'lead', 'member']],
    ['structure', ['lead', 'member']],
  ];
  it.each(table)('for %s', (access, expected) => {
    expect(Object.keys(readers).filter((who) => canDeposit(readers[who] as Reader, { networkId: 'network', spaceId: spaceOf[access], access }))).toEqual(expected);
  });
  it('never in the network’s name elsewhere', () => {
    expect(canDeposit(readers['lead'] as Reader, { networkId: 'network', spaceId: 'caen', access: 'network' })).toBe(false);
  });
});
