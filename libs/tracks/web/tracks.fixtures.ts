import type { MeetingState } from '@cohorte/meetings/contract';
import type { CohortStructure, HomeworkItem, TrackStep } from '@cohorte/tracks/contract';
import type { Cohort } from './cohort-view';

export const aStep = (number: number | null, state: MeetingState, more: { startsAt?: string; afterNumber?: number; id?: string } = {}): TrackStep => {
  const id = more.id ?? `step-${number ?? `side-${more.afterNumber}`}`;
  return {
    id, number, shortTitle: `Étape ${number ?? 'annexe'}`, afterNumber: more.afterNumber ?? null, halves: [],
    meeting: { id: `meeting-of-${id}`, spaceId: 'cohort', title: `Rencontre ${number}`, objective: '', format: 'video', minutes: 90, startsAt: more.startsAt ?? null, state, version: 1 },
  };
};

export const aStructure = (more: Partial<CohortStructure> = {}): CohortStructure => ({
  id: 'chu', name: 'CHU Caen Normandie', shortName: null, town: 'Caen', supportName: null, leadName: 'Camille R.', leadInvited: false, stage: 'drafting', draftId: null, mine: false, ...more,
});

export const someHomework = (more: Partial<HomeworkItem> = {}): HomeworkItem => ({ id: 'list', stepId: 'step-2', title: 'Lister les acteurs', text: '', dueOn: null, doneBy: null, doneAt: null, ...more });

/** The launch was held; the second meeting has no date. */
export const aCohort = (more: Partial<Cohort> = {}): Cohort => ({
  id: 'cohort', name: 'SPASER des GHT', networkId: 'network', networkName: 'RAN CoPER', scope: 'mixed', sponsorNames: [], canEdit: false, canCopy: false, canSeeSurvey: false,
  steps: [aStep(1, 'held', { startsAt: '2026-11-12T13:00:00.000Z' }), aStep(2, 'undated'), aStep(3, 'undated')],
  homework: [], homeworkFor: null, structures: [aStructure()], polls: [], datesAsked: null, ...more,
});
