import { endpoint, identifier, nothing } from '@cohorte/platform/contract';
import * as z from 'zod';
import { paces, surveyAnswer } from './survey';

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const answerSurvey = endpoint({ method: 'POST', path: '/meetings/:meetingId/survey-answers', summary: 'Say in three questions how a meeting was', input: z.strictObject({ meetingId: identifier, ...surveyAnswer }), output: nothing });
export const answerSurveyAsGuest = endpoint({ method: 'POST', path: '/registrations/:token/survey-answers', access: 'public', summary: 'The same, from the personal link of a registration', input: z.strictObject({ token, ...surveyAnswer }), output: nothing });

const counts = z.int();

export const surveyTotalsShown = z.object({
  useful: z.object({ 1: counts, 2: counts, 3: counts, 4: counts }),
  pace: z.object({ [paces[0]]: counts, [paces[1]]: counts, [paces[2]]: counts }),
  words: z.array(z.object({ words: z.string(), name: z.string().nullable() })),
});

export const surveyResults = z.object({
  answers: z.int(),
  /** How many may answer: those who came. */
  asked: z.int(),
  closesAt: z.iso.datetime().nullable(),
  /** Null below five answers. */
  totals: surveyTotalsShown.nullable(),
});
export type SurveyResults = z.output<typeof surveyResults>;

export const getSurveyResults = endpoint({ method: 'GET', path: '/meetings/:meetingId/survey-results', summary: 'What people said of a meeting, in totals, for those who animate it', input: z.strictObject({ meetingId: identifier }), output: surveyResults });
