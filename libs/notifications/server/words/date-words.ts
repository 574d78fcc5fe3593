import type { Language } from '@cohorte/platform/contract';

/** What becomes of a date that a poll found. */
export type DateKind = 'poll-decided' | 'poll-moved' | 'poll-cancelled' | 'poll-restored';

export interface DateSaid {
  readonly title: string;
  /** Empty without a date. */
  readonly when: string;
  readonly previous: string;
  /** What the animators wrote about the change. */
  readonly message: string;
}

interface Said {
  subject(said: DateSaid): string;
  lines(said: DateSaid): readonly string[];
}

interface DateWords {
  readonly kinds: Record<DateKind, Said>;
  /** Several meetings of one track at once. */
  several(track: string): string;
  /** Where the reader stands: they said nothing, and will be told. */
  readonly standing: string;
}

const quotedFr = ({ message }: DateSaid): string[] => (message ? [`Message de l’animation : « ${message} »`] : []);
const quotedEn = ({ message }: DateSaid): string[] => (message ? [`A word from the organisers: “${message}”`] : []);
const wasFr = ({ previous }: DateSaid): string[] => (previous ? [`Elle était prévue ${previous}.`] : []);
const wasEn = ({ previous }: DateSaid): string[] => (previous ? [`It was planned for ${previous}.`] : []);
const heldFr = (s: DateSaid): string => (s.when ? `« ${s.title} » aura lieu le ${s.when}.` : `« ${s.title} » n’a pas encore de date.`);
const heldEn = (s: DateSaid): string => (s.when ? `“${s.title}” will take place on ${s.when}.` : `“${s.title}” has no date yet.`);

/** Letters about dates, to those whom only a poll knows. */
export const dateWords: Record<Language, DateWords> = {
  fr: {
    several: (track) => `Dates retenues : les rencontres de ${track}`,
    standing: 'Vous n’aviez rien dit du créneau retenu : vous n’êtes pas inscrit·e. Si vous venez, dites-le à la personne qui vous a invité·e. Si la date change, nous vous écrirons.',
    kinds: {
      'poll-decided': { subject: (s) => `Date retenue : ${s.title}`, lines: (s) => [heldFr(s), ...wasFr(s)] },
      'poll-moved': {
        subject: (s) => (s.when ? `Nouvelle date : ${s.title}` : `Reportée : ${s.title}`),
        lines: (s) => [s.when ? heldFr(s) : `« ${s.title} » est reportée. Sa nouvelle date n’est pas encore fixée : nous vous écrirons.`, ...wasFr(s), ...quotedFr(s)],
      },
      'poll-cancelled': { subject: (s) => `Annulée : ${s.title}`, lines: (s) => [`« ${s.title} »${s.when ? `, prévue ${s.when},` : ''} est annulée.`, ...quotedFr(s)] },
      'poll-restored': { subject: (s) => `Maintenue : ${s.title}`, lines: (s) => [`« ${s.title} », qui avait été annulée, aura bien lieu${s.when ? ` le ${s.when}` : ''}.`, ...quotedFr(s)] },
    },
  },
  en: {
    several: (track) => `Dates set: the meetings of ${track}`,
    standing: 'You said nothing of the slot that was kept: you are not registered. If you come, please tell whoever invited you. If the date changes, we will write to you.',
    kinds: {
      'poll-decided': { subject: (s) => `Date set: ${s.title}`, lines: (s) => [heldEn(s), ...wasEn(s)] },
      'poll-moved': {
        subject: (s) => (s.when ? `New date: ${s.title}` : `Postponed: ${s.title}`),
        lines: (s) => [s.when ? heldEn(s) : `“${s.title}” is postponed. Its new date is not set yet: we will write to you.`, ...wasEn(s), ...quotedEn(s)],
      },
      'poll-cancelled': { subject: (s) => `Cancelled: ${s.title}`, lines: (s) => [`“${s.title}”${s.when ? `, planned for ${s.when},` : ''} is cancelled.`, ...quotedEn(s)] },
      'poll-restored': { subject: (s) => `Going ahead: ${s.title}`, lines: (s) => [`“${s.title}”, which had been cancelled, will take place${s.when ? ` on ${s.when}` : ''}.`, ...quotedEn(s)] },
    },
  },
};
