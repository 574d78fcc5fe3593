import { identifier, shortText } from '@cohorte/platform/contract';
import { meeting } from '@cohorte/meetings/contract';
import { structureCard } from '@cohorte/networks/contract';
import * as z from 'zod';

/** Who the cohort is open to: structures above the legal threshold only, or volunteers too. */
export const cohortScopes = ['obliged', 'mixed'] as const;
export const cohortScope = z.enum(cohortScopes);
export type CohortScope = z.output<typeof cohortScope>;

/** How far a structure's scheme is; each goes at its own pace, the cohort never forces it. */
export const schemeStages = [
  'not-started', 'scoping', 'diagnosis', 'drafting', 'consultation', 'validation', 'adopted', 'published', 'in-execution',
] as const;
export const schemeStage = z.enum(schemeStages);
export type SchemeStage = z.output<typeof schemeStage>;

export const cohortName = shortText(120, 3);

/** One half of a meeting: Temps 1 brings knowledge, Temps 2 is the group's own work. */
export const meetingHalf = z.object({ title: z.string(), points: z.array(z.string()), minutes: z.int() });
export type MeetingHalf = z.output<typeof meetingHalf>;

/** A meeting in its place on the track. */
export const trackStep = z.object({
  id: identifier,
  /** 1 to 6 on the track; null for a webinar outside the count. */
  number: z.int().nullable(),
  /** Under the station, where the whole title has no room. */
  shortTitle: z.string(),
  /** The station after which a webinar outside the count leaves the track. */
  afterNumber: z.int().nullable(),
  halves: z.array(meetingHalf),
  meeting,
});
export type TrackStep = z.output<typeof trackStep>;

export const homeworkItem = z.object({
  id: identifier,
  /** The meeting it prepares. */
  stepId: identifier,
  title: z.string(),
  text: z.string(),
  /** Civil day, `2024-11-19`; null while the meeting it prepares has no date. */
  dueOn: z.iso.date().nullable(),
  /** For the structure looked at: who has done it and when. */
  doneBy: z.string().nullable(),
  doneAt: z.iso.datetime().nullable(),
});
export type HomeworkItem = z.output<typeof homeworkItem>;

/** A structure in a cohort, as the others see it: its stage in words, never a ranking. */
export const cohortStructure = structureCard.pick({ id: true, name: true, shortName: true, town: true }).extend({
  supportName: z.string().nullable(),
  leadName: z.string().nullable(),
  leadInvited: z.boolean(),
  stage: schemeStage,
  /** The scheme's draft, for those who may open it. */
  draftId: identifier.nullable(),
  mine: z.boolean(),
});
export type CohortStructure = z.output<typeof cohortStructure>;

/** What holding a track again would copy: its meetings with when they took place and what comes with each. */
export const cohortCopy = z.object({
  id: identifier,
  networkId: identifier,
  name: z.string(),
  scope: cohortScope,
  steps: z.array(trackStep.pick({ id: true, number: true, shortTitle: true, afterNumber: true }).extend({
    title: z.string(),
    startsAt: z.iso.datetime().nullable(),
    zone: z.string(),
    homework: z.int(),
    /** Of those read before it. */
    documents: z.int(),
  })),
});
export type CohortCopy = z.output<typeof cohortCopy>;

/** A cohort in a list: enough to draw its thread. */
export const cohortCard = z.object({
  id: identifier,
  networkId: identifier,
  networkName: z.string(),
  name: z.string(),
  scope: cohortScope,
  steps: z.array(trackStep.pick({ id: true, number: true, shortTitle: true, afterNumber: true }).extend({ state: meeting.shape.state, startsAt: meeting.shape.startsAt })),
  structureCount: z.int(),
});
export type CohortCard = z.output<typeof cohortCard>;

/** The step a cohort looks at: the first on the track that is neither held nor cancelled. */
export function nextStep<S extends { number: number | null; state: string }>(steps: readonly S[]): S | undefined {
  return steps.find((step) => step.number !== null && step.state !== 'held' && step.state !== 'cancelled');
}

const dayMs = 86_400_000;

/** Homework is due some days before the meeting it prepares; it moves with it. Days are civil days in Paris, given as `2024-11-21`. */
export function dueOn(meetingDay: string | null, daysBefore: number): string | null {
  return meetingDay === null ? null : new Date(Date.parse(`${meetingDay}T00:00:00Z`) - daysBefore * dayMs).toISOString().slice(0, 10);
}
