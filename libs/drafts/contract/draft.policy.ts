import type { Actor, MemberRole, SpaceKind } from '@cohorte/networks/contract';
import { atLeast, strongest } from './draft';
import type { DraftRight } from './draft';

/** Whoever acts on a draft: the part of networks' Actor this policy reads. */
export type DraftActor = Pick<Actor, 'personId' | 'roles'>;

/** What decides access: the owner, and who was invited in. */
export interface DraftAccess {
  readonly ownerSpaceId: string;
  /** Of a cohort: the network whose animation manages it. */
  readonly ownerNetworkId?: string | null;
  readonly grants: readonly { readonly personId: string | null; readonly spaceId: string | null; readonly right: DraftRight }[];
}

export type DraftAction = 'read' | 'comment' | 'suggest' | 'decide' | 'edit' | 'history' | 'restore' | 'rename' | 'share' | 'facilitate';

const neededRight: Record<DraftAction, DraftRight> = {
  read: 'reader',
  comment: 'commenter',
  suggest: 'suggester',
  /** Accept or refuse what anybody proposed; one's own proposals are withdrawn by whoever may propose. */
  decide: 'editor',
  edit: 'editor',
  /** The past holds what was taken away: who only reads sees the text as it is. */
  history: 'editor',
  restore: 'editor',
  rename: 'manager',
  share: 'manager',
  facilitate: 'manager',
};

/** Owned by a structure: its people write; animators see the stage only, so nothing here. */
const inOwningStructure: Partial<Record<MemberRole, DraftRight>> = { lead: 'manager', member: 'editor', expert: 'reader' };

/** Owned by a cohort (notes, synthesis): everyone at the table writes, the animation manages. */
const inOwningCohort: Partial<Record<MemberRole, DraftRight>> = {
  animator: 'manager', programme_team: 'manager', lead: 'editor', member: 'editor', expert: 'editor', sponsor: 'reader',
};

/** Owned by a network: its animation keeps it, its people read it. */
const inOwningNetwork: Partial<Record<MemberRole, DraftRight>> = {
  animator: 'manager', programme_team: 'editor', lead: 'reader', member: 'reader', expert: 'reader', sponsor: 'reader',
};

const byOwner: Record<SpaceKind, Partial<Record<MemberRole, DraftRight>>> = {
  structure: inOwningStructure,
  cohort: inOwningCohort,
  network: inOwningNetwork,
};

/** The strongest right the person has on the draft, or null when they may not even know it exists. */
export function rightOn(actor: DraftActor, draft: DraftAccess): DraftRight | null {
  const fromRoles = actor.roles
    .filter((held) => held.spaceId === draft.ownerSpaceId)
    .map((held) => byOwner[held.spaceKind][held.role] ?? null);
  const animates = draft.ownerNetworkId && actor.roles.some((held) => held.spaceId === draft.ownerNetworkId && (held.role === 'animator' || held.role === 'programme_team'));
  const spaces = new Set(actor.roles.filter((held) => held.role !== 'guest').map((held) => held.spaceId));
  const fromGrants = draft.grants
    .filter((grant) => grant.personId === actor.personId || (grant.spaceId !== null && spaces.has(grant.spaceId)))
    .map((grant) => grant.right);
  const candidates: (DraftRight | null)[] = [...fromRoles, animates ? 'manager' : null, ...fromGrants];
  return strongest(candidates.filter((right) => right !== null));
}

export const can = (actor: DraftActor, action: DraftAction, draft: DraftAccess): boolean => atLeast(rightOn(actor, draft), neededRight[action]);

/** The same rule for who already knows their right (the page does). */
export const allows = (right: DraftRight | null, action: DraftAction): boolean => atLeast(right, neededRight[action]);
