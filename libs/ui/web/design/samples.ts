import type { ThreadStop } from '../thread-stop';

/** The track of the Normandy hospital groups after its first meeting. */
export const sampleStops: readonly ThreadStop[] = [
  { label: 'Lancement', state: 'held', sublabel: 'jeu. 12 novembre' },
  { label: 'Projet et équipe', state: 'next', sublabel: 'sondage ouvert', href: '/design' },
  { label: 'État des lieux', state: 'poll' },
  { label: 'Objectifs, indicateurs', state: 'undated' },
  { label: 'Webinaire Travaux 1', state: 'undated', side: true },
  { label: 'Webinaire Travaux 2', state: 'undated', side: true },
  { label: 'Suivi et animation', state: 'undated' },
  { label: 'Restitution', state: 'undated' },
];

export const everyState: readonly ThreadStop[] = [
  { label: 'Tenue', state: 'held', sublabel: 'jeu. 17 octobre' },
  { label: 'Tenue aussi', state: 'held', sublabel: 'mar. 19 novembre' },
  { label: 'Annulée', state: 'cancelled' },
  { label: 'La prochaine', state: 'next', sublabel: 'jeu. 12 décembre' },
  { label: 'Webinaire Travaux', state: 'dated', sublabel: 'ven. 10 janvier', side: true },
  { label: 'Sondage ouvert', state: 'poll' },
  { label: 'Date fixée', state: 'dated', sublabel: 'mar. 4 mars' },
  { label: 'Sans date', state: 'undated' },
];

export const sampleRows = [
  { structure: 'GHT Normandie Centre', lead: 'CHU Caen Normandie', budget: '142', share: '18 %' },
  { structure: 'GHT Rouen Cœur de Seine', lead: 'CHU de Rouen', budget: '198', share: '22 %' },
  { structure: 'GHT de l’Estuaire', lead: 'GH du Havre', budget: '87', share: null },
] as const;

export const longLabel = 'Marchés de travaux, d’entretien et de réhabilitation énergétique des bâtiments hospitaliers';
