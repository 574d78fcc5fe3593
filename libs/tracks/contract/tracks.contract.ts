import { emailAddress, endpoint, identifier, nothing } from '@cohorte/platform/contract';
import { meetingStart } from '@cohorte/meetings/contract';
import { pollCard } from '@cohorte/scheduling/contract';
import * as z from 'zod';
import { cohortCard, cohortCopy, cohortName, cohortScope, cohortStructure, homeworkItem, schemeStage, trackStep } from './cohort';
import { personalStep } from './next-step';
import { surveyedMeeting } from './track-survey';

/** More structures than any cohort had; one transaction makes them all. */
const structuresMax = 60;
/** Meetings of the longest track, and room for webinars. */
const stepsMax = 60;

export const listTemplates = endpoint({
  method: 'GET',
  path: '/track-templates',
  summary: 'Tracks a cohort can be made from',
  input: z.strictObject({}),
  output: z.object({
    templates: z.array(z.object({
      code: z.string(), name: z.string(), summary: z.string(),
      steps: z.array(trackStep.pick({ number: true, shortTitle: true, afterNumber: true }).extend({ title: z.string() })),
    })),
  }),
});

/** A structure to take in, with the address of its lead when it has none yet. */
const newcomer = z.strictObject({ structureId: identifier, leadEmail: emailAddress.optional() });

export const createCohort = endpoint({
  method: 'POST',
  path: '/networks/:networkId/cohorts',
  summary: 'Open a cohort from a template: meetings, homework, one draft a structure, invitations to leads',
  input: z.strictObject({
    networkId: identifier,
    templateCode: z.string().min(1).max(60),
    name: cohortName,
    scope: cohortScope,
    structures: z.array(newcomer).max(structuresMax),
    /** Made by the page once: sending the same form twice opens one cohort. */
    requestId: identifier,
  }),
  output: z.object({ cohortId: identifier }),
});

export const readCohortCopy = endpoint({
  method: 'GET',
  path: '/cohorts/:cohortId/copy',
  summary: 'What holding this track again with another group would copy',
  input: z.strictObject({ cohortId: identifier }),
  output: cohortCopy,
});

export const copyCohort = endpoint({
  method: 'POST',
  path: '/cohorts/:cohortId/copies',
  summary: 'Open a cohort from another one’s track: its meetings at the dates given, their agendas, homework and documents; nobody of the former group',
  input: z.strictObject({
    cohortId: identifier,
    name: cohortName,
    scope: cohortScope,
    /** A meeting left out waits for its date. */
    dates: z.array(z.strictObject({ stepId: identifier, startsAt: meetingStart })).max(stepsMax),
    structures: z.array(newcomer).max(structuresMax),
    requestId: identifier,
  }),
  output: z.object({ cohortId: identifier }),
});

export const listCohorts = endpoint({
  method: 'GET',
  path: '/cohorts',
  summary: 'The cohorts I take part in, run or oversee',
  input: z.strictObject({ networkId: identifier.optional() }),
  output: z.object({ cohorts: z.array(cohortCard) }),
});

export const openCohort = endpoint({
  method: 'GET',
  path: '/cohorts/:cohortId',
  summary: 'A cohort: its track, its structures, what to prepare',
  input: z.strictObject({ cohortId: identifier }),
  output: z.object({
    id: identifier,
    name: z.string(),
    networkId: identifier,
    networkName: z.string(),
    scope: cohortScope,
    sponsorNames: z.array(z.string()),
    canEdit: z.boolean(),
    /** May hold its track again with another group. */
    canCopy: z.boolean(),
    canSeeSurvey: z.boolean(),
    steps: z.array(trackStep),
    /** Of the structure the reader belongs to; empty of marks for those who belong to none. */
    homework: z.array(homeworkItem),
    homeworkFor: z.object({ structureId: identifier, name: z.string() }).nullable(),
    structures: z.array(cohortStructure),
    /** Dates being looked for, as the reader may see them. */
    polls: z.array(pollCard),
    /** Meetings whose dates are asked for together, when they are, and whether the reader still has to answer. */
    datesAsked: z.object({ meetingIds: z.array(identifier), awaitsMe: z.boolean() }).nullable(),
  }),
});

export const readTrackSurvey = endpoint({
  method: 'GET',
  path: '/cohorts/:cohortId/survey',
  summary: 'What people said of each meeting held, in totals; what they wrote, for those who animate the track',
  input: z.strictObject({ cohortId: identifier }),
  output: z.object({ cohortName: z.string(), readsWords: z.boolean(), meetings: z.array(surveyedMeeting) }),
});

export const exportTrackSurvey = endpoint({
  method: 'GET',
  path: '/cohorts/:cohortId/survey/export',
  summary: 'The same as CSV',
  input: z.strictObject({ cohortId: identifier }),
  output: z.object({ fileName: z.string(), text: z.string() }),
});

export const renameCohort = endpoint({
  method: 'PATCH',
  path: '/cohorts/:cohortId',
  summary: 'Give a cohort another name or scope',
  input: z.strictObject({ cohortId: identifier, name: cohortName, scope: cohortScope }),
  output: nothing,
});

export const addCohortStructure = endpoint({
  method: 'POST',
  path: '/cohorts/:cohortId/structures',
  summary: 'Take a structure into a cohort, inviting its lead when it has none',
  input: z.strictObject({ cohortId: identifier, ...newcomer.shape }),
  output: nothing,
});

export const removeCohortStructure = endpoint({
  method: 'DELETE',
  path: '/cohorts/:cohortId/structures/:structureId',
  summary: 'Let a structure leave a cohort; its draft and what it did stay its own',
  input: z.strictObject({ cohortId: identifier, structureId: identifier }),
  output: nothing,
});

export const setStage = endpoint({
  method: 'PUT',
  path: '/cohorts/:cohortId/structures/:structureId/stage',
  summary: 'Say how far the structure is with its scheme',
  input: z.strictObject({ cohortId: identifier, structureId: identifier, stage: schemeStage }),
  output: nothing,
});

export const markHomework = endpoint({
  method: 'PUT',
  path: '/cohorts/:cohortId/homework/:homeworkId/structures/:structureId',
  summary: 'Mark something to prepare as done for the structure, or not',
  input: z.strictObject({ cohortId: identifier, homeworkId: identifier, structureId: identifier, done: z.boolean() }),
  output: nothing,
});

export const listMySteps = endpoint({
  method: 'GET',
  path: '/my/steps',
  summary: 'What is expected of me next, soonest first, over all my cohorts',
  input: z.strictObject({}),
  output: z.object({ steps: z.array(personalStep) }),
});
