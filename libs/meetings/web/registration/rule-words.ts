import type { AudienceCondition, AudienceRule } from '../../contract';

/** What a rule asks for, in words: one of each is enough. */
export interface RuleWords {
  readonly cohorts: string;
  readonly departments: string;
  readonly kinds: string;
  readonly roles: string;
}

/** «commune ou intercommunalité», «référent·e ou membre». */
export function ruleWords({ audience, cohortNames }: { audience: AudienceRule | null; cohortNames: readonly string[] }, language: string, say: (key: string) => string): RuleWords {
  const oneOf = (names: readonly string[]): string => new Intl.ListFormat(language, { type: 'disjunction' }).format(names);
  return {
    cohorts: oneOf(cohortNames),
    departments: oneOf(audience?.departments ?? []),
    kinds: oneOf((audience?.kinds ?? []).map((kind) => say(`meetings.registration.kindNames.${kind}`))),
    roles: oneOf((audience?.roles ?? []).map((role) => say(`meetings.registration.roleNames.${role}`))),
  };
}

/** What a rule asks for, in the order it is told: a visitor reads it before signing in. */
export function conditionsOf(audience: AudienceRule | null): AudienceCondition[] {
  if (!audience) return [];
  const asked: readonly [AudienceCondition, boolean][] = [
    ['cohort', audience.cohortIds.length > 0], ['role', audience.roles.length > 0], ['subject-to-code', audience.subjectToCode], ['kind', audience.kinds.length > 0], ['department', audience.departments.length > 0],
  ];
  return asked.flatMap(([condition, isAsked]) => (isAsked ? [condition] : []));
}
