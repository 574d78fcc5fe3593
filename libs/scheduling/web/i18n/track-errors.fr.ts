/** Errors of a whole track’s dates, among those of the domain. */
export const trackErrorsFr = {
  'cohort-unknown': 'Ce parcours n’existe pas, ou vous n’y participez pas.',
  'track-poll-unknown': 'Cette demande de dates n’existe plus, ou elle ne vous est pas adressée.',
  'track-poll-running': 'Une demande de dates est déjà ouverte pour ce parcours : décidez-la ou abandonnez-la d’abord.',
  'track-poll-over': 'Cette demande de dates est terminée : ses dates sont retenues, ou elle a été abandonnée.',
  'meeting-not-in-track': 'Cette rencontre ne fait pas partie de la demande de dates.',
  'meeting-has-date': 'Une de ces rencontres a déjà une date, ou elle est annulée. Rechargez la page.',
  'meeting-polled': 'Un sondage est déjà ouvert pour une de ces rencontres.',
  'meeting-twice': 'La même rencontre est demandée deux fois.',
  'nobody-asked': 'Personne ne recevrait la demande : ajoutez des responsables ou des adresses.',
};
