import * as z from 'zod';
import { emailAddress, endpoint, identifier, language, nothing, shortText } from '@cohorte/platform/contract';
import { memberRoles } from './actor';
import { formerLeadFates, memberCard } from './membership';
import { networkCard } from './network';
import { obligations, purchases, structureCard, structureFields, structureKinds } from './structure';

export const getInstallation = endpoint({
  method: 'GET',
  path: '/installation',
  access: 'public',
  summary: 'Whether this installation still waits for its first network',
  input: z.strictObject({}),
  /** `waiting`: a network was created, but nobody has signed in yet: its address may be corrected. */
  output: z.object({ state: z.enum(['empty', 'waiting', 'installed']) }),
});

export const install = endpoint({
  method: 'POST',
  path: '/installation',
  access: 'public',
  summary: 'Create the first network and its first animator, or correct them; refused once someone has signed in',
  input: z.strictObject({ networkName: shortText(120, 2), region: shortText(80, 2), name: shortText(120, 2), email: emailAddress, language: language.default('fr') }),
  output: z.object({ networkId: identifier, email: z.string() }),
});

export const listNetworks = endpoint({
  method: 'GET',
  path: '/networks',
  summary: 'The networks I know, with what I am in them',
  input: z.strictObject({}),
  output: z.object({
    networks: z.array(networkCard.extend({ roles: z.array(z.enum(memberRoles)), structures: z.array(structureCard.pick({ id: true, name: true })) })),
  }),
});

/** A structure in the page of its network. Fields that the reader may not know are null. */
export const networkStructure = structureCard.extend({
  leadName: z.string().nullable(),
  peopleCount: z.int().nullable(),
  obligation: z.enum(obligations).nullable(),
  /** An invitation to lead it has been sent and waits for an answer. */
  leadInvited: z.boolean().nullable(),
});
export type NetworkStructure = z.output<typeof networkStructure>;

export const networkPage = networkCard.extend({
  canManage: z.boolean(),
  grantableRoles: z.array(z.enum(memberRoles)),
  people: z.array(memberCard),
  structures: z.array(networkStructure),
});
export type NetworkPage = z.output<typeof networkPage>;

export const getNetwork = endpoint({
  method: 'GET',
  path: '/networks/:networkId',
  summary: 'A network: its team and its structures',
  input: z.strictObject({ networkId: identifier }),
  output: networkPage,
});

export const editNetwork = endpoint({
  method: 'PATCH',
  path: '/networks/:networkId',
  summary: 'Rename a network or change its region',
  input: z.strictObject({ networkId: identifier, name: shortText(120, 2), region: shortText(80, 2) }),
  output: networkCard,
});

const newStructureFields = structureFields
  .partial()
  .required({ name: true, kind: true })
  .extend({ parentId: identifier.nullable().optional() });

export const addStructure = endpoint({
  method: 'POST',
  path: '/networks/:networkId/structures',
  summary: 'Create a structure in a network, or an establishment below a structure',
  input: z.strictObject({ networkId: identifier, ...newStructureFields.shape }),
  output: structureCard,
});

/** One import is a list typed or pasted by an animator, not a register. */
export const importMax = 200;

export const importStructures = endpoint({
  method: 'POST',
  path: '/networks/:networkId/structures/import',
  summary: 'Create many structures at once; names the network already knows are left as they are',
  input: z.strictObject({
    networkId: identifier,
    structures: z.array(z.strictObject({ name: shortText(160, 2), kind: z.enum(structureKinds), town: shortText(80).nullable().optional() })).min(1).max(importMax),
  }),
  output: z.object({ created: z.array(structureCard), known: z.array(z.string()) }),
});

export const findStructures = endpoint({
  method: 'GET',
  path: '/networks/:networkId/known-structures',
  summary: 'Structures of other networks that an animator may affiliate here, by name',
  input: z.strictObject({ networkId: identifier, text: shortText(160, 2) }),
  output: z.object({ structures: z.array(structureCard) }),
});

export const affiliateStructure = endpoint({
  method: 'POST',
  path: '/networks/:networkId/affiliations',
  summary: 'Affiliate an existing structure to a network',
  input: z.strictObject({ networkId: identifier, structureId: identifier }),
  output: nothing,
});

export const endAffiliation = endpoint({
  method: 'DELETE',
  path: '/networks/:networkId/affiliations/:structureId',
  summary: 'Let a structure leave a network; the structure and what it wrote stay',
  input: z.strictObject({ networkId: identifier, structureId: identifier }),
  output: nothing,
});

export const listStructures = endpoint({
  method: 'GET',
  path: '/structures',
  summary: 'The structures I may know, by name',
  input: z.strictObject({ networkId: identifier.optional() }),
  output: z.object({ structures: z.array(structureCard) }),
});

export const structurePage = structureCard.extend({
  networks: z.array(networkCard.pick({ id: true, name: true })),
  cohorts: z.array(z.object({ id: identifier, name: z.string() })),
  parent: structureCard.nullable(),
  establishments: z.array(structureCard),
  /** Null when the reader may know the name only. */
  details: z
    .object({
      siret: z.string().nullable(),
      department: z.string().nullable(),
      isSubjectToCode: z.boolean(),
      purchases: purchases.nullable(),
      obligation: z.enum(obligations),
      /** Sum over the establishments of a group without legal personality, for information only. */
      establishmentPurchases: z.object({ amount: z.number(), counted: z.int(), total: z.int() }).nullable(),
      people: z.array(memberCard),
    })
    .nullable(),
  canManage: z.boolean(),
  canGovern: z.boolean(),
  grantableRoles: z.array(z.enum(memberRoles)),
  myRoles: z.array(z.enum(memberRoles)),
});
export type StructurePage = z.output<typeof structurePage>;

export const getStructure = endpoint({
  method: 'GET',
  path: '/structures/:structureId',
  summary: 'A structure: what it is, its establishments, its people',
  input: z.strictObject({ structureId: identifier }),
  output: structurePage,
});

export const editStructure = endpoint({
  method: 'PATCH',
  path: '/structures/:structureId',
  summary: 'Correct what is known of a structure',
  input: z.strictObject({ structureId: identifier, ...structureFields.partial().shape, parentId: identifier.nullable().optional() }),
  output: structureCard,
});

export const replaceLead = endpoint({
  method: 'POST',
  path: '/structures/:structureId/lead',
  summary: 'Name a member of the structure as its lead; the former one stays as a member or leaves',
  input: z.strictObject({ structureId: identifier, personId: identifier, formerLead: z.enum(formerLeadFates).default('member') }),
  output: nothing,
});

export const listPeople = endpoint({
  method: 'GET',
  path: '/spaces/:spaceId/people',
  summary: 'Who belongs to a network, a structure or a cohort',
  input: z.strictObject({ spaceId: identifier }),
  output: z.object({ people: z.array(memberCard) }),
});

export const changeRole = endpoint({
  method: 'PATCH',
  path: '/memberships/:membershipId',
  summary: 'Change what a person is in a space',
  input: z.strictObject({ membershipId: identifier, role: z.enum(memberRoles) }),
  output: nothing,
});

export const endMembership = endpoint({
  method: 'DELETE',
  path: '/memberships/:membershipId',
  summary: 'Remove a person from a space, or leave it; contributions stay',
  input: z.strictObject({ membershipId: identifier }),
  output: nothing,
});

export const restoreMembership = endpoint({
  method: 'POST',
  path: '/memberships/:membershipId/restoration',
  summary: 'Take back a removal made by mistake',
  input: z.strictObject({ membershipId: identifier }),
  output: nothing,
});
