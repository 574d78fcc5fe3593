import type { PersonalStep } from '@cohorte/tracks/contract';
import type { ChipTone } from '@cohorte/ui/web/chip';
import { dayWords, timeWords } from '@cohorte/ui/web/date-words';
import type { IconName } from '@cohorte/ui/web/icons';

/** How a kind of step looks; brick is kept for what waits for a decision of mine. */
export const stepLooks: Record<PersonalStep['kind'], { readonly tone: ChipTone; readonly icon: IconName }> = {
  meeting: { tone: 'plain', icon: 'calendar-days' },
  place: { tone: 'plain', icon: 'calendar-check' },
  'accept-place': { tone: 'brick', icon: 'clock' },
  'confirm-place': { tone: 'brick', icon: 'clock' },
  'choose-date': { tone: 'brick', icon: 'clock' },
  'answer-poll': { tone: 'brick', icon: 'vote' },
  'follow-poll': { tone: 'slate', icon: 'vote' },
  'answer-track': { tone: 'brick', icon: 'route' },
  'follow-track': { tone: 'slate', icon: 'route' },
  homework: { tone: 'slate', icon: 'list-checks' },
  draft: { tone: 'green', icon: 'file-pen' },
  'invite-lead': { tone: 'brick', icon: 'user-plus' },
};

/** A sentence of the catalogue and what it needs, below `home`. */
export interface Sentence {
  readonly key: string;
  readonly values: Record<string, string | number>;
}

export function titleOf(step: PersonalStep): Sentence {
  const values = { title: step.title, number: step.number ?? 0, count: step.number ?? 0 };
  if (step.kind === 'choose-date') return { key: step.number === null ? 'titles.choose-date-webinar' : 'titles.choose-date', values };
  if (step.kind === 'invite-lead') return { key: (step.number ?? 1) > 1 ? 'titles.invite-lead-many' : 'titles.invite-lead-one', values };
  return { key: `titles.${step.kind}`, values };
}

export function noteOf(step: PersonalStep): Sentence {
  const values = { cohort: step.cohortName, title: step.title, number: step.number ?? 0 };
  return { key: step.kind === 'meeting' && step.number === null ? 'notes.webinar' : `notes.${step.kind}`, values };
}

export interface StepLink {
  readonly path: readonly string[];
  readonly fragment?: string;
}

const cohortOf = (step: PersonalStep): string[] => ['/parcours', step.cohortId];
const stationOf = (step: PersonalStep): StepLink => (step.number === null ? { path: cohortOf(step) } : { path: cohortOf(step), fragment: `rencontre-${step.number}` });
const meetingOf = (step: PersonalStep): StepLink => (step.meetingId ? { path: ['/rencontres', step.meetingId] } : stationOf(step));
const pollOf = (step: PersonalStep): StepLink => (step.pollId ? { path: ['/sondages', step.pollId] } : stationOf(step));

const links: Record<PersonalStep['kind'], (step: PersonalStep) => StepLink> = {
  meeting: meetingOf,
  place: meetingOf,
  'accept-place': meetingOf,
  'confirm-place': meetingOf,
  'choose-date': stationOf,
  'answer-poll': pollOf,
  'follow-poll': pollOf,
  'answer-track': (step) => ({ path: [...cohortOf(step), 'dates', 'repondre'] }),
  'follow-track': (step) => ({ path: [...cohortOf(step), 'dates'] }),
  homework: (step) => ({ path: cohortOf(step), fragment: 'a-preparer' }),
  draft: (step) => (step.draftId ? { path: ['/documents', step.draftId] } : stationOf(step)),
  'invite-lead': (step) => (step.number === 1 && step.structureId ? { path: ['/structures', step.structureId] } : { path: cohortOf(step), fragment: 'structures' }),
};

/** The one place where the step is done. */
export const linkOf = (step: PersonalStep): StepLink => links[step.kind](step);

type Language = 'fr' | 'en';
const civilDay = (moment: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(moment);
const dayMs = 86_400_000;
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** When: the hour of a meeting, or the day by which something is expected. Nothing when it has no date. */
export function whenOf(step: PersonalStep, now: Date, language: Language): Sentence | undefined {
  const today = civilDay(now);
  if (step.startsAt) {
    const away = daysBetween(today, civilDay(new Date(step.startsAt)));
    const key = away === 0 ? 'when.today' : away === 1 ? 'when.tomorrow' : 'when.at';
    return { key, values: { day: dayWords(step.startsAt, language, 'weekday'), time: timeWords(step.startsAt, language) } };
  }
  if (!step.dueOn) return undefined;
  const away = daysBetween(today, step.dueOn);
  const key = away < 0 ? 'when.late' : away === 0 ? 'when.beforeToday' : away === 1 ? 'when.beforeTomorrow' : 'when.before';
  return { key, values: { day: dayWords(`${step.dueOn}T12:00:00Z`, language, 'weekday') } };
}
