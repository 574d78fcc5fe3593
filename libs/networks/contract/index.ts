export { belongsTo, holds, memberRoles, rolesIn, spaceKinds, spacesWhere, structuresVia } from './actor';
export type { Actor, ActorRole, MemberRole, SpaceKind } from './actor';
export { animates, can, canGrant, grantableRoles, rolesOfKind } from './space.policy';
export type { SpaceAction, SpaceFacts } from './space.policy';
export {
  departmentCode, groupRoles, isLegalPersonByNature, isObliged, isSiret, isSubjectByNature, makesLoop, obligationOf, obligations, obligationThreshold, purchases, structureCard, structureFields,
  structureKinds,
  inTreeOrder,
} from './structure';
export type { GroupRole, Obligation, Purchaser, Purchases, StructureCard, StructureFields, StructureKind, TreeNode } from './structure';
export { readEuros, writeEuros } from './euros';
export { networkCard, slugOf } from './network';
export type { NetworkCard } from './network';
export { formerLeadFates, isSingleRole, memberCard, whyNotLeave } from './membership';
export type { FormerLeadFate, MemberCard } from './membership';
export { errorOfState, expiryFrom, invitationCard, invitationDays, invitationStates, invitationView, stateOf } from './invitation';
export type { InvitationCard, InvitationState, InvitationView } from './invitation';
export {
  addStructure, affiliateStructure, changeRole, editNetwork, editStructure, endAffiliation, endMembership, findStructures, getInstallation, getNetwork, getStructure, importMax,
  importStructures, install, listNetworks, listPeople, listStructures, networkPage, networkStructure, replaceLead, restoreMembership, structurePage,
} from './networks.contract';
export type { NetworkPage, NetworkStructure, StructurePage } from './networks.contract';
export {
  acceptInvitation, invite, inviteInput, listInvitations, resendInvitation, restoreInvitation, revokeInvitation, viewInvitation,
} from './invitations.contract';
