import type { Actor, MemberRole, SpaceKind } from '@cohorte/networks/contract';
import { canCohort, type CohortAction, cohortActions, canOpenCohort, canSpeakFor } from './cohort.policy';

const cohort = { id: 'cohort', networkId: 'network' };
const someone = (...held: [string, SpaceKind, MemberRole][]): Actor => ({ personId: 'p', roles: held.map(([spaceId, spaceKind, role]) => ({ spaceId, spaceKind, role })) });

/** Who · what they may do with the cohort · may open one in the network · may speak for the structure `caen`. */
const table: [string, Actor, CohortAction[], boolean, boolean][] = [
  ['an animator of the network', someone(['network', 'network', 'animator']), ['read', 'edit', 'add-structure', 'copy', 'see-survey'], true, true],
  ['an animator of the cohort alone', someone(['cohort', 'cohort', 'animator']), ['read', 'edit', 'add-structure', 'see-survey'], false, true],
  ['an animator of another network', someone(['elsewhere', 'network', 'animator']), [], false, false],
  ['the sponsor', someone(['network', 'network', 'sponsor']), ['read', 'see-survey'], false, false],
  ['the sponsor of the cohort alone', someone(['cohort', 'cohort', 'sponsor']), ['read', 'see-survey'], false, false],
  ['the programme team', someone(['network', 'network', 'programme_team']), ['read', 'see-survey'], false, false],
  ['the lead of a structure of the cohort', someone(['caen', 'structure', 'lead'], ['cohort', 'cohort', 'lead']), ['read'], false, true],
  ['a member of a structure of the cohort', someone(['caen', 'structure', 'member'], ['cohort', 'cohort', 'member']), ['read'], false, true],
  ['the lead of another structure of the cohort', someone(['rouen', 'structure', 'lead'], ['cohort', 'cohort', 'lead']), ['read'], false, false],
  ['an expert of the structure', someone(['caen', 'structure', 'expert']), [], false, false],
  ['an expert of the cohort', someone(['cohort', 'cohort', 'expert']), ['read'], false, false],
  ['someone without any role', someone(), [], false, false],
];

describe('who may do what with a cohort', () => {
  it.each(table)('%s', (_who, actor, allowed, opens, speaks) => {
    expect(cohortActions.filter((action) => canCohort(actor, action, cohort))).toEqual(allowed);
    expect(canOpenCohort(actor, 'network')).toBe(opens);
    expect(canSpeakFor(actor, 'caen', cohort)).toBe(speaks);
  });
});
