import type { Principal } from '@cohorte/platform/contract';

export const spaceKinds = ['network', 'structure', 'cohort'] as const;
export type SpaceKind = (typeof spaceKinds)[number];

/**
 * What a person is in a space. `animator`, `programme_team` and `sponsor` belong to networks, `lead` and `member` to structures,
 * `expert` and `guest` to any space. Roles never flow up or down a tree by themselves.
 */
export const memberRoles = ['animator', 'programme_team', 'sponsor', 'lead', 'member', 'expert', 'guest'] as const;
export type MemberRole = (typeof memberRoles)[number];

export interface ActorRole {
  readonly spaceId: string;
  readonly spaceKind: SpaceKind;
  readonly role: MemberRole;
  /** Set when the role comes from a structure that takes part in a cohort: only `lead` and `member` come that way. */
  readonly viaStructureId?: string;
  /** The networks this space stands in: itself, those a structure is affiliated to, the one a cohort belongs to. */
  readonly networkIds?: readonly string[];
}

/** A signed-in person with the roles held in each space, resolved once per request. */
export interface Actor extends Principal {
  readonly roles: readonly ActorRole[];
}

/** Everything the actor is in a space, through a structure included. */
export const rolesIn = (actor: Actor, spaceId: string): MemberRole[] => actor.roles.filter((held) => held.spaceId === spaceId).map((held) => held.role);

/** Through a structure one is only ever `lead` or `member`, so the powers of an animator are always held directly. */
export const holds = (actor: Actor, spaceId: string, ...roles: MemberRole[]): boolean => rolesIn(actor, spaceId).some((role) => roles.includes(role));

export const belongsTo = (actor: Actor, spaceId: string): boolean => actor.roles.some((held) => held.spaceId === spaceId);

/** The spaces of one kind where the actor directly holds one of these roles. */
export const spacesWhere = (actor: Actor, kind: SpaceKind, ...roles: MemberRole[]): string[] => [
  ...new Set(actor.roles.filter((held) => held.spaceKind === kind && !held.viaStructureId && roles.includes(held.role)).map((held) => held.spaceId)),
];

/** The structures through which the actor takes part in a cohort. */
export const structuresVia = (actor: Actor, cohortId: string): string[] => [
  ...new Set(actor.roles.flatMap((held) => (held.spaceId === cohortId && held.viaStructureId ? [held.viaStructureId] : []))),
];
