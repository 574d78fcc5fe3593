export { cohortCard, cohortName, cohortScope, cohortScopes, cohortStructure, dueOn, homeworkItem, nextStep, schemeStage, schemeStages, trackStep } from './cohort';
export type { CohortCard, CohortScope, CohortStructure, HomeworkItem, MeetingHalf, SchemeStage, TrackStep } from './cohort';
export { canCohort, canOpenCohort, canSpeakFor } from './cohort.policy';
export type { CohortAction, CohortPlace } from './cohort.policy';
export { inOrder, personalStep } from './next-step';
export type { PersonalStep } from './next-step';
export { addCohortStructure, createCohort, listCohorts, listMySteps, listTemplates, markHomework, openCohort, removeCohortStructure, renameCohort, setStage } from './tracks.contract';
