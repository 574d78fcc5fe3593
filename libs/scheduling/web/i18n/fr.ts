import { pollErrorsFr } from './poll-errors.fr';
import { pollsFr } from './polls.fr';
import { trackDatesFr } from './track-dates.fr';
import { trackErrorsFr } from './track-errors.fr';

export const schedulingFr = { answers: { yes: 'Oui', 'if-need-be': 'Si besoin', no: 'Non' }, errors: { ...pollErrorsFr, ...trackErrorsFr }, polls: pollsFr, trackDates: trackDatesFr };
