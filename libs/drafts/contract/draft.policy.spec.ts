import { describe, expect, it } from '@jest/globals';
import type { DraftRight } from './draft';
import { can, rightOn } from './draft.policy';
import type { DraftAccess, DraftActor } from './draft.policy';

const draft: DraftAccess = { ownerSpaceId: 'owner', grants: [] };
type Held = DraftActor['roles'][number];
const someone = (...roles: Held[]): DraftActor => ({ personId: 'someone', roles });
const inStructure = (role: Held['role'], spaceId = 'owner'): DraftActor => someone({ spaceId, spaceKind: 'structure', role });
const inCohort = (role: Held['role']): DraftActor => someone({ spaceId: 'owner', spaceKind: 'cohort', role });
const inNetwork = (role: Held['role']): DraftActor => someone({ spaceId: 'owner', spaceKind: 'network', role });
const stranger = someone();

describe('who may do what with a draft', () => {
  it.each<[string, DraftActor, DraftRight | null]>([
    ['the lead of the owning structure', inStructure('lead'), 'manager'],
    ['a member of the owning structure', inStructure('member'), 'editor'],
    ['an expert of the owning structure', inStructure('expert'), 'reader'],
    ['a guest of the owning structure', inStructure('guest'), null],
    ['the animation, which sees the stage only', inStructure('animator'), null],
    ['the programme team', inStructure('programme_team'), null],
    ['a sponsor', inStructure('sponsor'), null],
    ['the lead of another structure', inStructure('lead', 'elsewhere'), null],
    ['a stranger', stranger, null],
    ['the animator of an owning cohort', inCohort('animator'), 'manager'],
    ['a member of an owning cohort', inCohort('member'), 'editor'],
    ['an expert of an owning cohort', inCohort('expert'), 'editor'],
    ['a sponsor of an owning cohort', inCohort('sponsor'), 'reader'],
    ['a guest of an owning cohort', inCohort('guest'), null],
    ['the animator of an owning network', inNetwork('animator'), 'manager'],
    ['a member of an owning network', inNetwork('member'), 'reader'],
    ['an expert who is also a member', someone({ spaceId: 'owner', spaceKind: 'structure', role: 'expert' }, { spaceId: 'owner', spaceKind: 'structure', role: 'member' }), 'editor'],
  ])('%s', (_, actor, right) => {
    expect(rightOn(actor, draft)).toBe(right);
  });

  it('the animation of the network manages what its cohorts own, and nothing of its structures', () => {
    const animator = someone({ spaceId: 'network', spaceKind: 'network', role: 'animator' });
    expect(rightOn(animator, { ...draft, ownerNetworkId: 'network' })).toBe('manager');
    expect(rightOn(animator, draft)).toBeNull();
  });

  const granted = (grant: { personId?: string; spaceId?: string }, right: DraftRight): DraftAccess => ({
    ...draft,
    grants: [{ personId: grant.personId ?? null, spaceId: grant.spaceId ?? null, right }],
  });

  it.each<[string, DraftActor, DraftAccess, DraftRight | null]>([
    ['a stranger invited to comment', stranger, granted({ personId: 'someone' }, 'commenter'), 'commenter'],
    ['a stranger when someone else is invited', stranger, granted({ personId: 'other' }, 'editor'), null],
    ['an expert invited to write', inStructure('expert'), granted({ personId: 'someone' }, 'editor'), 'editor'],
    ['a member keeps more than a weaker invitation', inStructure('member'), granted({ personId: 'someone' }, 'reader'), 'editor'],
    ['a member of an invited structure', inStructure('member', 'partner'), granted({ spaceId: 'partner' }, 'reader'), 'reader'],
    ['a guest of an invited structure', inStructure('guest', 'partner'), granted({ spaceId: 'partner' }, 'reader'), null],
  ])('%s', (_, actor, access, right) => {
    expect(rightOn(actor, access)).toBe(right);
  });

  it.each<[DraftRight, string[]]>([
    ['reader', ['read']],
    ['commenter', ['read', 'comment']],
    ['suggester', ['read', 'comment', 'suggest']],
    ['editor', ['read', 'comment', 'suggest', 'decide', 'edit', 'history', 'restore']],
  ])('an invited %s may: %s', (right, allowed) => {
    const actions = ['read', 'comment', 'suggest', 'decide', 'edit', 'history', 'restore', 'rename', 'share'] as const;
    expect(actions.filter((action) => can(stranger, action, granted({ personId: 'someone' }, right)))).toEqual(allowed);
  });

  it('the lead may rename and share', () => {
    expect(can(inStructure('lead'), 'rename', draft) && can(inStructure('lead'), 'share', draft)).toBe(true);
    expect(can(inStructure('member'), 'share', draft)).toBe(false);
  });
});
