import { type CohortCard, nextStep, type TrackStep } from '@cohorte/tracks/contract';
import type { Moment } from '@cohorte/ui/web/date-words';
import type { StopState, ThreadStop } from '@cohorte/ui/web/thread-stop';

/** What a station needs to know of a step, in a list as on the cohort's page. */
export type StepPlace = CohortCard['steps'][number];

export const placesOf = (steps: readonly TrackStep[]): StepPlace[] =>
  steps.map(({ id, number, shortTitle, afterNumber, meeting }) => ({ id, number, shortTitle, afterNumber, state: meeting.state, startsAt: meeting.startsAt }));

/** The part of a page's address that names a step: `rencontre-2`, `webinaire-1`. */
export function stepAnchor(step: Pick<StepPlace, 'id' | 'number'>, steps: readonly Pick<StepPlace, 'id' | 'number'>[]): string {
  if (step.number !== null) return `rencontre-${step.number}`;
  return `webinaire-${steps.filter((other) => other.number === null).findIndex((other) => other.id === step.id) + 1}`;
}

/** Webinars follow the station they leave from; the stations keep their numbers' order. */
export function inTrackOrder<S extends Pick<StepPlace, 'number' | 'afterNumber'>>(steps: readonly S[]): S[] {
  const rank = (step: S): number => step.number ?? (step.afterNumber ?? 0) + 0.5;
  return steps.map((step, place) => ({ step, place })).sort((a, b) => rank(a.step) - rank(b.step) || a.place - b.place).map(({ step }) => step);
}

/** Without a date a step has no more to show than that it waits for one; the step the cohort looks at is ringed. */
export function stopState(step: StepPlace, next: StepPlace | undefined): StopState {
  if (step.state === 'cancelled' || step.state === 'held') return step.state;
  if (step.id === next?.id) return 'next';
  return step.state === 'dated' ? 'dated' : 'undated';
}

export interface StopWords {
  /** «jeu. 12 novembre» */
  day(startsAt: Moment): string;
  readonly undated: string;
}

/** The stations of a thread; with `href`, each leads to its card on the cohort's page. */
export function threadStops(steps: readonly StepPlace[], words: StopWords, href?: string): ThreadStop[] {
  const ordered = inTrackOrder(steps);
  const next = nextStep(ordered);
  return ordered.map((step) => {
    const state = stopState(step, next);
    const sublabel = state === 'cancelled' ? undefined : step.startsAt ? words.day(step.startsAt) : words.undated;
    return {
      label: step.shortTitle,
      state,
      ...(sublabel && { sublabel }),
      ...(href && { href, fragment: stepAnchor(step, ordered) }),
      ...(step.number === null && { side: true }),
    };
  });
}

const dayFormats = {
  fr: new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', weekday: 'short', day: 'numeric', month: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', weekday: 'short', day: 'numeric', month: 'long' }),
};

/** Short enough for a station: «jeu. 12 novembre», «mar. 1er décembre». */
export function stationDay(startsAt: Moment, language: 'fr' | 'en'): string {
  const words = dayFormats[language].format(new Date(startsAt));
  return language === 'fr' ? words.replace(/(^|\s)1(?=\s)/u, '$11er') : words;
}
