import { pollErrorsFr } from './poll-errors.fr';
import { trackDatesFr } from './track-dates.fr';
import { trackErrorsFr } from './track-errors.fr';

export const schedulingFr = { answers: { yes: 'Oui', 'if-need-be': 'Si besoin', no: 'Non' }, errors: { ...pollErrorsFr, ...trackErrorsFr }, trackDates: trackDatesFr };
