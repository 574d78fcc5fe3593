import { type Actor, type ActorRole, holds, type MemberRole, rolesIn, type SpaceKind } from './actor';

/** What a decision about a space needs to know of it. */
export interface SpaceFacts {
  readonly id: string;
  readonly kind: SpaceKind;
  /** The space itself for a network, its affiliations for a structure, its parent for a cohort. */
  readonly networkIds: readonly string[];
  /** The cohorts a structure takes part in; empty otherwise. */
  readonly cohortIds: readonly string[];
}

/**
 * `read`: know that it exists and its name. `read-people`: who is in it, and its figures. `manage`: invite, edit, remove.
 * `govern`: what only an animator decides (structures of the network, naming a lead from outside).
 */
export type SpaceAction = 'read' | 'read-people' | 'manage' | 'govern';

/** Structures bring these people into the cohorts they join; an expert or a guest of a structure stays at its door. */
const participants: readonly MemberRole[] = ['lead', 'member'];

/** Guests see what they were invited to, and no list of others. */
const isInsider = (held: ActorRole): boolean => held.role !== 'guest' && (held.spaceKind !== 'structure' || participants.includes(held.role));

const standsIn = (held: ActorRole, networkIds: readonly string[]): boolean => (held.networkIds ?? []).some((id) => networkIds.includes(id));

export const animates = (actor: Actor, networkIds: readonly string[]): boolean => networkIds.some((id) => holds(actor, id, 'animator'));

const sharesCohort = (actor: Actor, space: SpaceFacts): boolean =>
  actor.roles.some((held) => held.spaceKind === 'cohort' && held.role !== 'guest' && space.cohortIds.includes(held.spaceId));

const isInsiderOf = (actor: Actor, networkIds: readonly string[]): boolean => actor.roles.some((held) => isInsider(held) && standsIn(held, networkIds));

const canRead: Record<SpaceKind, (actor: Actor, space: SpaceFacts) => boolean> = {
  network: (actor, space) => actor.roles.some((held) => standsIn(held, [space.id])),
  structure: (actor, space) => rolesIn(actor, space.id).length > 0 || isInsiderOf(actor, space.networkIds) || sharesCohort(actor, space),
  cohort: (actor, space) => rolesIn(actor, space.id).length > 0 || animates(actor, space.networkIds),
};

const isThereAndNotGuest = (actor: Actor, space: SpaceFacts): boolean => rolesIn(actor, space.id).some((role) => role !== 'guest');

const canReadPeople: Record<SpaceKind, (actor: Actor, space: SpaceFacts) => boolean> = {
  network: (actor, space) => isInsiderOf(actor, [space.id]),
  structure: (actor, space) => isThereAndNotGuest(actor, space) || animates(actor, space.networkIds) || sharesCohort(actor, space),
  cohort: (actor, space) => isThereAndNotGuest(actor, space) || animates(actor, space.networkIds),
};

/** Who may do what to a space and to the belonging of people to it. */
export function can(actor: Actor, action: SpaceAction, space: SpaceFacts): boolean {
  if (action === 'read') return canRead[space.kind](actor, space);
  if (action === 'read-people') return canReadPeople[space.kind](actor, space);
  const governs = animates(actor, space.networkIds);
  if (action === 'govern') return governs;
  return governs || (space.kind === 'structure' && holds(actor, space.id, 'lead'));
}

/** The roles a person can hold in each kind of space. */
export const rolesOfKind: Record<SpaceKind, readonly MemberRole[]> = {
  network: ['animator', 'programme_team', 'sponsor', 'expert', 'guest'],
  structure: ['lead', 'member', 'expert', 'guest'],
  cohort: ['animator', 'programme_team', 'sponsor', 'expert', 'guest'],
};

/**
 * The roles this actor may hand out in a space. An animator names who leads a structure and nobody else in it: what a structure
 * writes is its own, so its readers are chosen inside.
 */
export function grantableRoles(actor: Actor, space: SpaceFacts): readonly MemberRole[] {
  if (space.kind === 'structure' && holds(actor, space.id, 'lead')) return rolesOfKind.structure;
  if (!animates(actor, space.networkIds)) return [];
  if (space.kind === 'structure') return ['lead'];
  // Who animates a network animates its cohorts: that role is given there, once.
  return space.kind === 'cohort' ? rolesOfKind.cohort.filter((role) => role !== 'animator') : rolesOfKind.network;
}

export const canGrant = (actor: Actor, space: SpaceFacts, role: MemberRole): boolean => grantableRoles(actor, space).includes(role);
