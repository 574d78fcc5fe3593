import type { Language } from '@cohorte/platform/contract';

export interface PollSaid {
  readonly title: string;
  readonly until: string;
  readonly note: string;
  readonly count: number;
}

interface Said {
  subject(said: PollSaid): string;
  lines(said: PollSaid): readonly string[];
}

export type PollKind = 'poll-opened' | 'poll-slots-added' | 'poll-reminder' | 'poll-joined' | 'poll-answered' | 'poll-complete' | 'poll-closed';

interface PollWords {
  readonly kinds: Record<PollKind, Said>;
  /** What is said otherwise when the dates of several meetings are asked at once; the title is then the cohort’s. */
  readonly track: Partial<Record<PollKind, Said>>;
  readonly slots: (zone: string) => string;
  readonly added: (zone: string) => string;
  readonly until: string;
  readonly press: { readonly answer: string; readonly change: string; readonly see: string };
  readonly own: string;
}

const noteFr = (note: string): string[] => (note ? [`Un mot de l’animation : « ${note} »`] : []);
const noteEn = (note: string): string[] => (note ? [`A word from the organisers: “${note}”`] : []);

/** Letters about polls of dates. */
export const pollWords: Record<Language, PollWords> = {
  fr: {
    slots: (zone) => `Les créneaux proposés (${zone})`, added: (zone) => `Les créneaux ajoutés (${zone})`, until: 'Répondre avant',
    press: { answer: 'Répondre au sondage', change: 'Revoir ou changer ma réponse', see: 'Voir le sondage' },
    own: 'Ce lien vous est personnel et suffit : pas besoin de compte. Ne le transférez pas, il donne accès à votre réponse.',
    kinds: {
      'poll-opened': { subject: (s) => `Quelles dates vous conviennent ? ${s.title}`, lines: (s) => [`Pour fixer la date de « ${s.title} », dites quels créneaux vous conviennent. Une minute suffit.`, ...noteFr(s.note)] },
      'poll-slots-added': { subject: (s) => `De nouveaux créneaux : ${s.title}`, lines: (s) => [`${s.count > 1 ? 'Des créneaux ont été ajoutés' : 'Un créneau a été ajouté'} au sondage pour « ${s.title} ». Vos réponses précédentes sont gardées : il ne reste qu’à compléter.`] },
      'poll-reminder': { subject: (s) => `Votre réponse est attendue : ${s.title}`, lines: (s) => [`Le sondage pour « ${s.title} » se termine bientôt et votre réponse n’est pas encore là.`, ...noteFr(s.note)] },
      'poll-joined': { subject: (s) => `Votre lien pour répondre : ${s.title}`, lines: (s) => [`Vous avez demandé à répondre au sondage pour « ${s.title} ». Voici votre lien : il permet de répondre, puis de changer votre réponse jusqu’à la clôture.`, 'Si vous n’avez rien demandé, ignorez ce message.'] },
      'poll-answered': { subject: (s) => `Votre réponse est enregistrée : ${s.title}`, lines: (s) => [`Merci, votre réponse au sondage pour « ${s.title} » est enregistrée. Vous pourrez la changer jusqu’à la clôture.`] },
      'poll-complete': { subject: (s) => `Tout le monde a répondu : ${s.title}`, lines: (s) => [`Toutes les personnes invitées ont répondu au sondage pour « ${s.title} ». Vous pouvez choisir la date.`] },
      'poll-closed': { subject: (s) => `Sondage terminé : ${s.title}`, lines: (s) => [`Le sondage pour « ${s.title} » est clos. Vous pouvez choisir la date, ou le prolonger.`] },
    },
    track: {
      'poll-opened': { subject: (s) => `Quelles dates vous conviennent ? Les rencontres de ${s.title}`, lines: (s) => [`Pour fixer les dates des rencontres de « ${s.title} », dites quels créneaux vous conviennent. Une seule page suffit pour toutes.`] },
      'poll-reminder': { subject: (s) => `Votre réponse est attendue : les rencontres de ${s.title}`, lines: (s) => [`La demande de dates pour les rencontres de « ${s.title} » se termine bientôt et votre réponse n’est pas encore complète.`] },
      'poll-complete': { subject: (s) => `Tout le monde a répondu : les rencontres de ${s.title}`, lines: (s) => [`Toutes les personnes invitées ont répondu pour les rencontres de « ${s.title} ». Vous pouvez choisir les dates.`] },
      'poll-closed': { subject: (s) => `Demande de dates terminée : les rencontres de ${s.title}`, lines: (s) => [`La demande de dates pour les rencontres de « ${s.title} » est close. Vous pouvez choisir les dates, ou la prolonger.`] },
    },
  },
  en: {
    slots: (zone) => `The proposed slots (${zone})`, added: (zone) => `The added slots (${zone})`, until: 'Answer before',
    press: { answer: 'Answer the poll', change: 'See or change my answer', see: 'See the poll' },
    own: 'This link is yours alone and enough: no account is needed. Do not forward it, it opens your answer.',
    kinds: {
      'poll-opened': { subject: (s) => `Which dates suit you? ${s.title}`, lines: (s) => [`To set the date of “${s.title}”, please say which slots suit you. It takes a minute.`, ...noteEn(s.note)] },
      'poll-slots-added': { subject: (s) => `New slots: ${s.title}`, lines: (s) => [`${s.count > 1 ? 'Slots were added' : 'A slot was added'} to the poll for “${s.title}”. Your earlier answers are kept: only the new ones are missing.`] },
      'poll-reminder': { subject: (s) => `Your answer is expected: ${s.title}`, lines: (s) => [`The poll for “${s.title}” ends soon and your answer is still missing.`, ...noteEn(s.note)] },
      'poll-joined': { subject: (s) => `Your link to answer: ${s.title}`, lines: (s) => [`You asked to answer the poll for “${s.title}”. Here is your link: answer by it, then change your answer until the poll closes.`, 'If you asked for nothing, please ignore this message.'] },
      'poll-answered': { subject: (s) => `Your answer is recorded: ${s.title}`, lines: (s) => [`Thank you, your answer to the poll for “${s.title}” is recorded. You can change it until the poll closes.`] },
      'poll-complete': { subject: (s) => `Everyone has answered: ${s.title}`, lines: (s) => [`Everyone invited has answered the poll for “${s.title}”. You can choose the date.`] },
      'poll-closed': { subject: (s) => `Poll ended: ${s.title}`, lines: (s) => [`The poll for “${s.title}” is closed. You can choose the date, or extend it.`] },
    },
    track: {
      'poll-opened': { subject: (s) => `Which dates suit you? The meetings of ${s.title}`, lines: (s) => [`To set the dates of the meetings of “${s.title}”, please say which slots suit you. One page is enough for all of them.`] },
      'poll-reminder': { subject: (s) => `Your answer is expected: the meetings of ${s.title}`, lines: (s) => [`The request for dates for the meetings of “${s.title}” ends soon and your answer is not complete yet.`] },
      'poll-complete': { subject: (s) => `Everyone has answered: the meetings of ${s.title}`, lines: (s) => [`Everyone invited has answered for the meetings of “${s.title}”. You can choose the dates.`] },
      'poll-closed': { subject: (s) => `Request for dates ended: the meetings of ${s.title}`, lines: (s) => [`The request for dates for the meetings of “${s.title}” is closed. You can choose the dates, or extend it.`] },
    },
  },
};
