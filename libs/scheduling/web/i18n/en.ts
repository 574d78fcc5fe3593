import type { schedulingFr } from './fr';

export const schedulingEn: typeof schedulingFr = { answers: { yes: 'Yes', 'if-need-be': 'If need be', no: 'No' } };
