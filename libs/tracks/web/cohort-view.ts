import { outOfOrder } from '@cohorte/meetings/contract';
import type { OutputOf } from '@cohorte/platform/contract';
import { type CohortStructure, type HomeworkItem, nextStep, type openCohort, type SchemeStage, type TrackStep } from '@cohorte/tracks/contract';
import type { StageProgress } from '@cohorte/ui/web/stage-chip';
import { inTrackOrder } from './thread-stops';

/** A cohort as its page receives it. */
export type Cohort = OutputOf<typeof openCohort>;

/** The one thing the page asks of this reader now. */
export type PrimaryAction =
  | { readonly kind: 'date-meeting'; readonly step: TrackStep }
  | { readonly kind: 'open-draft'; readonly draftId: string }
  | { readonly kind: 'prepare' }
  | { readonly kind: 'invite-lead'; readonly structureId: string }
  | { readonly kind: 'add-structure' };

export const nextOf = (cohort: Pick<Cohort, 'steps'>): TrackStep | undefined =>
  nextStep(inTrackOrder(cohort.steps).map((step) => ({ ...step, state: step.meeting.state })));

export const homeworkBefore = (cohort: Pick<Cohort, 'homework'>, stepId: string | undefined): HomeworkItem[] => cohort.homework.filter((item) => item.stepId === stepId);

export const isLate = (item: HomeworkItem, today: string): boolean => item.doneAt === null && item.dueOn !== null && item.dueOn < today;

/** Preparing comes before writing only in the last days: «soon» in civil days. */
const soonDays = 7;
const isSoon = (item: HomeworkItem, today: string): boolean => {
  const limit = new Date(Date.parse(today) + soonDays * 86_400_000).toISOString().slice(0, 10);
  return item.doneAt === null && item.dueOn !== null && item.dueOn <= limit;
};

function ofAnimator(cohort: Cohort): PrimaryAction | undefined {
  if (cohort.structures.length === 0) return { kind: 'add-structure' };
  const next = nextOf(cohort);
  if (next && !next.meeting.startsAt) return { kind: 'date-meeting', step: next };
  const alone = cohort.structures.find((structure) => structure.leadName === null && !structure.leadInvited);
  return alone && { kind: 'invite-lead', structureId: alone.id };
}

function ofMember(cohort: Cohort, today: string): PrimaryAction | undefined {
  const toDo = cohort.homeworkFor ? homeworkBefore(cohort, nextOf(cohort)?.id).filter((item) => item.doneAt === null) : [];
  if (toDo.some((item) => isSoon(item, today))) return { kind: 'prepare' };
  const draftId = cohort.structures.find((structure) => structure.mine)?.draftId;
  if (draftId) return { kind: 'open-draft', draftId };
  return toDo.length > 0 ? { kind: 'prepare' } : undefined;
}

/** Animators first make the group work; then everyone writes or prepares. `today` is the civil day in Paris. */
export const primaryAction = (cohort: Cohort, today: string): PrimaryAction | undefined => (cohort.canEdit ? ofAnimator(cohort) : undefined) ?? ofMember(cohort, today);

/** Meetings of the track dated before one that precedes them; cancelled ones do not count. */
export function datesCrossing(cohort: Pick<Cohort, 'steps'>): TrackStep[] {
  const main = inTrackOrder(cohort.steps).filter((step) => step.number !== null && step.meeting.state !== 'cancelled');
  return outOfOrder(main.map((step) => step.meeting.startsAt)).flatMap((position) => main[position] ?? []);
}

const progress: Record<SchemeStage, StageProgress> = {
  'not-started': 'not-started', scoping: 'framing', diagnosis: 'under-way', drafting: 'under-way', consultation: 'under-way', validation: 'under-way',
  adopted: 'done', published: 'done', 'in-execution': 'done',
};
export const progressOf = (stage: SchemeStage): StageProgress => progress[stage];

/** «Temps 1 – Le cadre» is shown beside «Temps 1»: the title need not say it again. */
export const halfTitle = (title: string): string => title.replace(/^Temps \d\s*[–-]\s*/u, '');

export const shownName = (structure: Pick<CohortStructure, 'name' | 'shortName'>): string => structure.shortName ?? structure.name;
