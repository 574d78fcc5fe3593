import { type Actor, holds, rolesIn } from '@cohorte/networks/contract';

/** `copy`: to hold its track again with another group; `see-survey`: what people said of its meetings, in totals. */
export const cohortActions = ['read', 'edit', 'add-structure', 'copy', 'see-survey'] as const;
export type CohortAction = (typeof cohortActions)[number];

export interface CohortPlace {
  readonly id: string;
  readonly networkId: string;
}

/** Participants and those who run, sponsor or oversee the network read a cohort; its animators run it. */
export function canCohort(actor: Actor, action: CohortAction, cohort: CohortPlace): boolean {
  const animates = holds(actor, cohort.networkId, 'animator') || holds(actor, cohort.id, 'animator');
  if (action === 'copy') return canOpenCohort(actor, cohort.networkId);
  if (action === 'see-survey') return animates || holds(actor, cohort.networkId, 'programme_team', 'sponsor') || holds(actor, cohort.id, 'sponsor');
  if (action !== 'read') return animates;
  return animates || rolesIn(actor, cohort.id).length > 0 || holds(actor, cohort.networkId, 'programme_team', 'sponsor');
}

export const canOpenCohort = (actor: Actor, networkId: string): boolean => holds(actor, networkId, 'animator');

/** A structure says itself how far it is and what it has prepared; an animator may note it for a structure that told so by telephone. */
export function canSpeakFor(actor: Actor, structureId: string, cohort: CohortPlace): boolean {
  return holds(actor, structureId, 'lead', 'member') || canCohort(actor, 'edit', cohort);
}
