import type { MeetingSaid, MeetingWords } from './meeting-words';

const on = ({ short }: MeetingSaid): string => (short ? `, ${short}` : '');
const quoted = (message: string): string[] => (message ? [`Message de l’animation : « ${message} »`] : []);
const changed: Record<string, string> = { place: 'le lieu', link: 'le lien de la visioconférence', length: 'la durée ou les horaires', title: 'le titre' };

const cameBy: Partial<Record<NonNullable<MeetingSaid['cause']>, string>> = {
  poll: 'Vous aviez répondu « oui » à cette date dans le sondage : vous n’avez rien d’autre à faire.',
  colleague: 'Une personne de votre structure vous a inscrit·e.',
  organiser: 'L’animation vous a inscrit·e.',
  draw: 'Le tirage au sort vous a attribué une place.',
  'offer-accepted': 'La place proposée est à vous.',
};

const leftBy: Partial<Record<NonNullable<MeetingSaid['cause']>, string>> = {
  own: 'Votre désinscription est enregistrée et votre place est libérée. Vous pouvez vous réinscrire tant qu’il reste des places.',
  organiser: 'L’animation a retiré votre inscription.',
  'offer-expired': 'Le délai pour répondre est passé : la place a été proposée à la personne suivante.',
  'offer-declined': 'Vous avez décliné la place proposée : elle revient à la personne suivante.',
  'handed-over': 'Votre place a été cédée à votre collègue, qui en est prévenu·e.',
};

/** Letters about meetings, in French. */
export const meetingFr: MeetingWords = {
  when: 'Quand', where: 'Où', online: 'En ligne', join: 'Lien de la visioconférence', dialIn: 'Par téléphone', agenda: 'Au programme', documents: 'À lire avant', prepare: 'À préparer avant', prepareBy: (title, day) => `${title} (pour le ${day})`, undated: 'Date à fixer',
  press: {
    see: 'Voir la rencontre', answer: 'Dire si je viens', confirm: 'Confirmer ma venue', offer: 'Répondre pour cette place', replay: 'Voir la rediffusion', minutes: 'Lire le compte rendu',
    certificate: 'Télécharger mon attestation', request: 'Répondre à la demande',
  },
  leave: { registered: 'Je ne peux plus venir : me désinscrire ou céder ma place', waiting: 'Quitter la liste d’attente', offered: 'Je ne la prends pas : la laisser à la personne suivante' },
  ics: 'L’invitation jointe met cette rencontre dans votre agenda.',
  kinds: {
    'meeting-invitation': { subject: (s) => `Invitation : ${s.title}${on(s)}`, lines: (s) => [`Vous êtes invité·e à « ${s.title} ».`, ...quoted(s.message)] },
    'date-decided': { subject: (s) => `Date retenue : ${s.title}${on(s)}`, lines: (s) => [`« ${s.title} » a sa date.`, ...quoted(s.message)] },
    registered: { subject: (s) => `Vous êtes inscrit·e : ${s.title}${on(s)}`, lines: (s) => [`Votre inscription à « ${s.title} » est confirmée.`, ...[cameBy[s.cause ?? 'own'] ?? []].flat()] },
    'to-confirm': { subject: (s) => `À confirmer : ${s.title}${on(s)}`, lines: (s) => [`« ${s.title} » a sa date. Vous aviez répondu « si besoin » : dites-nous si vous venez.`] },
    informed: { subject: (s) => `Sans vous cette fois : ${s.title}${on(s)}`, lines: (s) => [`« ${s.title} » a lieu à une date où vous n’êtes pas disponible. Vous recevrez le compte rendu, et la rediffusion s’il y en a une.`, 'Vous pouvez venir après tout ? Inscrivez-vous depuis la page de la rencontre.'] },
    waiting: {
      subject: (s) => `Liste d’attente : ${s.title}${on(s)}`,
      lines: (s) => [s.cause === 'place-taken' ? 'La place vient d’être prise par une autre personne : vous gardez votre rang.' : `« ${s.title} » est complète pour le moment : vous êtes sur la liste d’attente.`, ...(s.position ? [`Votre rang : ${s.position}. Si une place se libère, nous vous écrivons.`] : [])],
    },
    'place-offered': {
      subject: (s) => `Une place pour vous${s.until ? `, à confirmer avant ${s.until}` : ''} : ${s.title}`,
      lines: (s) => [`Une place se libère pour « ${s.title} ».`, s.shared ? 'La rencontre est proche : la place revient à la première personne qui répond.' : s.until ? `Elle vous est gardée jusqu’à ${s.until}. Sans réponse, elle sera proposée à la personne suivante.` : 'Dites-nous si vous la prenez.'],
    },
    promoted: { subject: (s) => `Une place s’est libérée, vous êtes inscrit·e : ${s.title}${on(s)}`, lines: (s) => [`Une place s’est libérée pour « ${s.title} » : elle est à vous, votre inscription est confirmée.`, 'Vous ne pouvez plus venir ? Désinscrivez-vous : quelqu’un attend.'] },
    'handed-over': { subject: (s) => `Une place vous est cédée : ${s.title}${on(s)}`, lines: (s) => [`Votre collègue vous cède sa place pour « ${s.title} » : votre inscription est confirmée.`] },
    withdrawn: { subject: (s) => `${s.cause === 'own' ? 'Désinscription' : 'Inscription annulée'} : ${s.title}${on(s)}`, lines: (s) => [`Vous n’êtes plus inscrit·e à « ${s.title} ».`, leftBy[s.cause ?? 'own'] ?? '', ...quoted(s.message)].filter(Boolean) },
    'exception-asked': { subject: (s) => `Demande envoyée : ${s.title}`, lines: (s) => [`Votre demande pour participer à « ${s.title} » est transmise à l’animation, qui vous répondra par courriel.`] },
    'exception-answered': {
      subject: (s) => (s.status === 'refused' ? `Réponse à votre demande : ${s.title}` : `Demande acceptée : ${s.title}${on(s)}`),
      lines: (s) => [
        s.status === 'refused' ? `L’animation n’a pas pu accepter votre demande pour « ${s.title} ».` : s.status === 'waiting' ? `Votre demande pour « ${s.title} » est acceptée. La rencontre étant complète, vous êtes sur la liste d’attente${s.position ? `, au rang ${s.position}` : ''}.` : `Votre demande est acceptée : vous êtes inscrit·e à « ${s.title} ».`,
        ...quoted(s.message),
      ],
    },
    'exception-to-answer': { subject: (s) => `Une demande à traiter : ${s.title}`, lines: (s) => [`Une personne qui n’entre pas dans le public prévu demande à participer à « ${s.title} ». Vous pouvez accepter ou refuser, avec un mot.`] },
    moved: {
      subject: (s) => (s.when ? `Nouvelle date : ${s.title}${on(s)}` : `Reportée : ${s.title}`),
      lines: (s) => [s.when ? `« ${s.title} » change de date.` : `« ${s.title} » est reportée. Sa nouvelle date n’est pas encore fixée : nous vous écrirons.`, ...(s.previous && s.when ? [`Elle était prévue ${s.previous}.`] : []), ...quoted(s.message)],
    },
    cancelled: { subject: (s) => `Annulée : ${s.title}${on(s)}`, lines: (s) => [`« ${s.title} » est annulée. L’invitation jointe la retire de votre agenda.`, ...quoted(s.message)] },
    restored: { subject: (s) => `Maintenue : ${s.title}${on(s)}`, lines: (s) => [`« ${s.title} », qui avait été annulée, aura bien lieu. Les inscriptions sont restées telles quelles.`, ...quoted(s.message)] },
    'details-changed': { subject: (s) => `Changement : ${s.title}${on(s)}`, lines: (s) => [`Pour « ${s.title} », ce qui change : ${s.what.map((one) => changed[one] ?? one).join(', ')}. Voici les informations à jour.`, ...quoted(s.message)] },
    'week-before': { subject: (s) => `Dans une semaine : ${s.title}${on(s)}`, lines: (s) => [`« ${s.title} » a lieu dans une semaine.`] },
    'day-before': { subject: (s) => `Demain : ${s.title}${on(s)}`, lines: (s) => [`« ${s.title} » a lieu demain.`] },
    'hour-before': { subject: (s) => `Dans une heure : ${s.title}`, lines: (s) => [`« ${s.title} » commence dans une heure.`] },
    replay: { subject: (s) => `La rediffusion est en ligne : ${s.title}`, lines: (s) => [`La rediffusion de « ${s.title} » est disponible.`] },
    minutes: { subject: (s) => `Compte rendu : ${s.title}`, lines: (s) => [`Le compte rendu de « ${s.title} » est publié.`] },
    certificate: { subject: (s) => `Votre attestation : ${s.title}`, lines: (s) => [`Votre attestation de participation à « ${s.title} » est prête.`] },
  },
};
