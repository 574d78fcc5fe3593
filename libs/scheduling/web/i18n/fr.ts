import { pollErrorsFr } from './poll-errors.fr';

export const schedulingFr = { answers: { yes: 'Oui', 'if-need-be': 'Si besoin', no: 'Non' }, errors: pollErrorsFr };
