export { holds, memberRoles, rolesIn, spaceKinds } from './actor';
export type { Actor, ActorRole, MemberRole, SpaceKind } from './actor';
