import { countWords } from '@cohorte/ui/web/count.pipe';
import type { Cohort } from './cohort-view';

type Say = (key: string, values?: Record<string, unknown>) => string;

/** Who runs the cohort and how large it is: «Animé par RAN CoPER avec … · 11 structures · 6 rencontres et 2 webinaires techniques». */
export function cohortSubtitle(cohort: Cohort, language: 'fr' | 'en', say: Say): string {
  const count = (amount: number, key: string): string => countWords(amount, { zero: key === 'structures' ? say('cohort.structures.zero') : '', one: say(`cohort.${key}.one`), other: say(`cohort.${key}.other`) }, language);
  const sponsors = new Intl.ListFormat(language, { type: 'conjunction' }).format(cohort.sponsorNames);
  const main = cohort.steps.filter((step) => step.number !== null).length;
  const side = cohort.steps.length - main;
  const meetings = count(main, 'meetings');
  return [
    sponsors ? say('cohort.ledWith', { network: cohort.networkName, sponsors }) : say('cohort.led', { network: cohort.networkName }),
    count(cohort.structures.length, 'structures'),
    side > 0 ? say('cohort.and', { meetings, webinars: count(side, 'webinars') }) : meetings,
  ].join(' · ');
}
