import type { schedulingFr } from './fr';
import { pollErrorsEn } from './poll-errors.en';
import { pollsEn } from './polls.en';
import { trackDatesEn } from './track-dates.en';
import { trackErrorsEn } from './track-errors.en';

export const schedulingEn: typeof schedulingFr = { answers: { yes: 'Yes', 'if-need-be': 'If need be', no: 'No' }, errors: { ...pollErrorsEn, ...trackErrorsEn }, polls: pollsEn, trackDates: trackDatesEn };
