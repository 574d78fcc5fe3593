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
}

/** A signed-in person with the roles held in each space, resolved once per request. */
export interface Actor extends Principal {
  readonly roles: readonly ActorRole[];
}

export const rolesIn = (actor: Actor, spaceId: string): MemberRole[] => actor.roles.filter((held) => held.spaceId === spaceId).map((held) => held.role);

export const holds = (actor: Actor, spaceId: string, ...roles: MemberRole[]): boolean => rolesIn(actor, spaceId).some((role) => roles.includes(role));
