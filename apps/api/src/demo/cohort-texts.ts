/** What the launch announced, minute by minute. */
export const launchAgenda: readonly { readonly title: string; readonly minutes: number }[] = [
  { title: 'Contexte du lancement : obligations et volontés régionales', minutes: 15 },
  { title: 'Le parcours d’accompagnement : six rencontres', minutes: 10 },
  { title: 'Où en êtes-vous dans vos démarches ?', minutes: 35 },
  { title: 'Vos attentes, objectifs et préférences', minutes: 10 },
  { title: 'Articulation avec les ressources nationales', minutes: 10 },
  { title: 'Programmation des prochains rendez-vous', minutes: 10 },
];

export const cohortIntroduction =
  'Le groupe réunit les onze groupements hospitaliers de territoire de Normandie. En six rencontres, chacun avance sur son propre SPASER, à son rythme, avec l’appui des autres. Deux webinaires techniques traitent des achats de travaux.';

/** Invented expectations, as a round table gathers them. */
export const expectations: readonly { readonly structureKey: string; readonly kind: 'individual' | 'collective'; readonly text: string }[] = [
  { structureKey: 'ght-rouen-coeur-seine', kind: 'collective', text: 'Mettre en commun une bibliothèque de clauses pour les dispositifs médicaux.' },
  { structureKey: 'ght-estuaire-seine', kind: 'individual', text: 'Savoir comment associer des établissements volontaires à un schéma commun.' },
  { structureKey: 'ght-normandie-centre', kind: 'collective', text: 'Comparer nos indicateurs : les mêmes définitions d’un GHT à l’autre.' },
  { structureKey: 'ght-cotentin', kind: 'individual', text: 'Convaincre la direction des travaux de porter des actions.' },
  { structureKey: 'ght-eure-seine', kind: 'collective', text: 'Rencontrer ensemble les réseaux d’entreprises adaptées.' },
];

export const nextSteps: readonly string[] = [
  'Répondre aux sondages de dates des rencontres 2 et 3',
  'Lister les personnes à associer dans votre structure',
  'Regarder le webinaire national de 2022 sur les SPASER',
];
