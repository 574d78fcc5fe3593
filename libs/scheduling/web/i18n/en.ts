import type { schedulingFr } from './fr';
import { pollErrorsEn } from './poll-errors.en';

export const schedulingEn: typeof schedulingFr = { answers: { yes: 'Yes', 'if-need-be': 'If need be', no: 'No' }, errors: pollErrorsEn };
