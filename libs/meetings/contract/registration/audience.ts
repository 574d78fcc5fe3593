import { departmentCode, type MemberRole, memberRoles, type StructureKind, structureKinds } from '@cohorte/networks/contract';
import { identifier } from '@cohorte/platform/contract';
import * as z from 'zod';

/** Who may take a place; every condition that is set must hold. */
export const audienceRule = z.strictObject({
  /** Structures subject to the Code de la commande publique. */
  subjectToCode: z.boolean(),
  cohortIds: z.array(identifier).max(20),
  /** Where the structure is. */
  departments: z.array(departmentCode).max(110),
  kinds: z.array(z.enum(structureKinds)).max(structureKinds.length),
  /** What the person is, in the network, the cohort or their structure. */
  roles: z.array(z.enum(memberRoles)).max(memberRoles.length),
});
export type AudienceRule = z.output<typeof audienceRule>;

/** What is known of someone who asks, through one of their structures. */
export interface Registrant {
  readonly cohortIds: readonly string[];
  readonly roles: readonly MemberRole[];
  readonly structure: { readonly kind: StructureKind; readonly isSubjectToCode: boolean; readonly department: string | null } | null;
}

export const audienceConditions = ['account', 'structure', 'subject-to-code', 'cohort', 'department', 'kind', 'role'] as const;
export type AudienceCondition = (typeof audienceConditions)[number];

const checks: readonly [AudienceCondition, (rule: AudienceRule, who: Registrant) => boolean][] = [
  ['cohort', (rule, who) => rule.cohortIds.length === 0 || rule.cohortIds.some((id) => who.cohortIds.includes(id))],
  ['role', (rule, who) => rule.roles.length === 0 || rule.roles.some((role) => who.roles.includes(role))],
  ['structure', (rule, who) => who.structure !== null || !(rule.subjectToCode || rule.departments.length > 0 || rule.kinds.length > 0)],
  ['subject-to-code', (rule, who) => !rule.subjectToCode || who.structure === null || who.structure.isSubjectToCode],
  ['kind', (rule, who) => rule.kinds.length === 0 || who.structure === null || rule.kinds.includes(who.structure.kind)],
  ['department', (rule, who) => rule.departments.length === 0 || who.structure === null || (who.structure.department !== null && rule.departments.includes(who.structure.department))],
];

/** The conditions someone does not meet, empty when they may come; null stands for a visitor, of whom nothing can be checked. */
export function whyNotAdmitted(rule: AudienceRule | null, who: Registrant | null): AudienceCondition[] {
  if (rule === null) return [];
  if (who === null) return ['account'];
  return checks.flatMap(([condition, holds]) => (holds(rule, who) ? [] : [condition]));
}
