import type { AudienceRule } from '../../contract';

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
