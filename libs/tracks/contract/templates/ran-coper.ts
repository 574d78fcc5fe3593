import type { TrackMeeting, TrackMeetingPart, TrackTemplate } from '../track-template';

const exchange = (question: string, ...points: string[]): TrackMeetingPart => ({
  title: 'Échanges entre structures',
  summary: `En groupe de travail : ${question} Chaque structure dit ce qui la freine et ce qui l’a aidée.`,
  points: [...points, 'Difficultés rencontrées', 'Leviers facilitants', 'Ressources à proposer pour la boîte à outils'],
  minutes: 50,
});

const launch: TrackMeeting = {
  number: 1,
  title: 'Lancement du groupe de travail',
  shortTitle: 'Lancement', dateByPoll: false,
  objective: 'Partager le cadre, faire connaissance et savoir d’où part chaque structure.',
  temps1: {
    title: 'Le cadre et le parcours',
    summary: 'Ce que la loi demande, ce que la région souhaite, et le chemin proposé en six rencontres.',
    points: ['Rappel des obligations et des volontés régionales', 'Présentation du parcours d’accompagnement', 'Articulation avec les ressources nationales'],
    minutes: 40,
  },
  temps2: {
    title: 'Tour de table',
    summary: 'Chaque structure présente ses achats, sa stratégie actuelle et ses attentes, en trois minutes.',
    points: ['Où en êtes-vous dans vos démarches ?', 'Vos attentes, objectifs et préférences', 'Programmation des prochains rendez-vous'],
    minutes: 50,
  },
  homework: [
    {
      code: 'associer-acteurs', title: 'Identifier les personnes à associer dans la structure',
      text: 'Lister les services concernés et les personnes à ajouter à l’équipe projet, avec leur rôle et leur niveau d’implication.',
      forWho: 'Responsable SPASER de chaque structure', dueOffsetDays: -2,
    },
    {
      code: 'voir-webinaire-2022', title: 'Regarder le webinaire national de 2022',
      text: 'Prendre connaissance de la présentation des SPASER par le CGDD et noter deux questions à poser au groupe.',
      forWho: 'Toute l’équipe projet', dueOffsetDays: -2,
    },
  ],
  durationMinutes: 90, format: 'visio', periodHint: 'Octobre',
  hints: ['Envoyer la fiche du tour de table une semaine avant', 'Prévoir trois minutes par structure', 'Ouvrir les sondages de dates des rencontres 2 et 3 en séance'],
};

const team: TrackMeeting = {
  number: 2,
  title: 'Conduire son projet et son équipe projet',
  shortTitle: 'Projet et équipe', dateByPoll: true,
  objective: 'Constituer une équipe qui tient dans la durée et se donner un calendrier réaliste.',
  temps1: {
    title: 'Topo et témoignage',
    summary: 'Qui associer, à quel moment, avec quel mandat ; le récit d’une structure qui l’a fait.',
    points: ['Les questions à se poser avant de commencer', 'Écrire seul·e ou se faire accompagner', 'Témoignage d’une structure'],
    minutes: 40,
  },
  temps2: exchange('comment votre équipe projet se met-elle en place ?', 'Portage par la direction'),
  homework: [{
    code: 'fiche-equipe', title: 'Compléter la fiche équipe projet et le calendrier',
    text: 'Nommer le portage, la personne responsable, les directions associées et le temps disponible ; poser les étapes jusqu’à l’adoption.',
    forWho: 'Responsable SPASER de chaque structure', dueOffsetDays: -2,
  }],
  durationMinutes: 90, format: 'visio', periodHint: 'Novembre',
  hints: ['Trouver l’intervenant·e du témoignage', 'Relire les listes de personnes à associer', 'Préparer le modèle de fiche équipe'],
};

const diagnosis: TrackMeeting = {
  number: 3,
  title: 'Construire son SPASER : état des lieux et intentions politiques',
  shortTitle: 'État des lieux', dateByPoll: true,
  objective: 'Savoir d’où l’on part et obtenir les priorités de la direction ou des élu·es.',
  temps1: {
    title: 'Topo méthodologique et témoignage',
    summary: 'Cartographier ses achats, se situer avec l’autodiagnostic, relier le schéma aux politiques existantes.',
    points: ['Cartographie des achats, même partielle', 'Autodiagnostic de maturité', 'Formuler des intentions politiques'],
    minutes: 40,
  },
  temps2: exchange('que vous manque-t-il pour décrire votre point de départ ?', 'Données manquantes par direction'),
  homework: [{
    code: 'etat-des-lieux', title: 'Rédiger l’état des lieux et les intentions',
    text: 'Écrire une première version des chapitres « Contexte et périmètre » et « Diagnostic » ; terminer l’autodiagnostic.',
    forWho: 'Équipe projet', dueOffsetDays: -2,
  }],
  durationMinutes: 90, format: 'visio', periodHint: 'Décembre',
  hints: ['Vérifier que les autodiagnostics sont commencés', 'Choisir deux cartographies à montrer'],
};

const targets: TrackMeeting = {
  number: 4,
  title: 'Construire son SPASER : objectifs et indicateurs',
  shortTitle: 'Objectifs, indicateurs', dateByPoll: false,
  objective: 'Passer des intentions à des actions mesurables, avec les cibles que la loi demande.',
  temps1: {
    title: 'Topo objectifs et indicateurs, témoignage',
    summary: 'Une unité, un numérateur, un dénominateur, une source : ce qui rend un indicateur solide.',
    points: ['Axes, objectifs, actions', 'Cibles ESUS et employeurs de personnes défavorisées', 'Partir des indicateurs qui existent déjà'],
    minutes: 40,
  },
  temps2: exchange('vos indicateurs résistent-ils à une relecture croisée ?', 'Relecture en binômes'),
  homework: [{
    code: 'indicateurs', title: 'Proposer objectifs et indicateurs',
    text: 'Pour chaque action : pilote, échéance, indicateur, valeur de départ et cible. Faire confirmer la faisabilité par les pilotes.',
    forWho: 'Équipe projet et pilotes d’action', dueOffsetDays: -2,
  }],
  durationMinutes: 90, format: 'visio', periodHint: 'Date à fixer',
  hints: ['Former les binômes avant la séance', 'Rassembler une grille d’indicateurs commune'],
};

const steering: TrackMeeting = {
  number: 5,
  title: 'Suivre, piloter, animer et communiquer',
  shortTitle: 'Suivi et animation', dateByPoll: false,
  objective: 'Organiser la vie du schéma après son adoption.',
  temps1: {
    title: 'Topo et témoignage',
    summary: 'Comités, suivi annuel, publication des indicateurs, plan de formation et de communication.',
    points: ['COPIL une à deux fois par an', 'COTECH trois à quatre fois par an', 'Publier le schéma et ses indicateurs'],
    minutes: 40,
  },
  temps2: exchange('comment garderez-vous l’élan après l’adoption ?', 'Calendrier des comités'),
  homework: [{
    code: 'gouvernance', title: 'Décrire la gouvernance et la publication',
    text: 'Écrire les chapitres « Gouvernance », « Suivi et évaluation » et « Publication » ; dire ce qui peut être montré à la restitution.',
    forWho: 'Responsable SPASER et direction', dueOffsetDays: -5,
  }],
  durationMinutes: 90, format: 'visio', periodHint: 'Date à fixer',
  hints: ['Demander les accords pour la restitution', 'Clore les propositions de ressources'],
};

const restitution: TrackMeeting = {
  number: 6,
  title: 'Restitution',
  shortTitle: 'Restitution', dateByPoll: false,
  objective: 'Montrer le travail accompli et remettre la boîte à outils régionale.',
  temps1: {
    title: 'Synthèse et boîte à outils',
    summary: 'Ce que le groupe a appris, thème par thème, et les ressources qu’il a retenues.',
    points: ['Synthèse du groupe', 'Boîte à outils régionale', 'Témoignages de deux ou trois structures'],
    minutes: 40,
  },
  temps2: {
    title: 'Perspectives',
    summary: 'Qui adopte quand, qui peut aider les suivants, et l’évaluation du parcours.',
    points: ['Dates d’adoption prévues', 'Suites à six et douze mois', 'Évaluation du parcours'],
    minutes: 50,
  },
  homework: [],
  durationMinutes: 90, format: 'visio', periodHint: 'Date à fixer',
  hints: ['Recueillir l’accord de chaque structure nommée', 'Figer la synthèse une semaine avant'],
};

/** The six meetings of the regional network of Normandy, and its two webinars on works. */
export const ranCoperTemplate: TrackTemplate = {
  code: 'ran-coper-spaser',
  name: 'Parcours SPASER en six rencontres (RAN CoPER)',
  version: 1,
  summary: 'Six rencontres en visio pour écrire son SPASER ensemble, du lancement à la restitution, et deux webinaires techniques sur les achats de travaux.',
  meetings: [launch, team, diagnosis, targets, steering, restitution],
  sideMeetings: [
    {
      code: 'travaux-1', shortTitle: 'Travaux 1', title: 'Webinaire technique travaux (1) : de la programmation à la consultation',
      objective: 'Intégrer l’achat responsable dans la préparation des marchés de travaux.',
      points: ['Diagnostic et réemploi', 'Clauses d’insertion et allotissement', 'Critères environnementaux vérifiables'],
      afterMeeting: 3, durationMinutes: 90, format: 'visio', periodHint: 'Premier semestre',
    },
    {
      code: 'travaux-2', shortTitle: 'Travaux 2', title: 'Webinaire technique travaux (2) : de l’exécution à la réception',
      objective: 'Suivre et prouver les engagements pendant le chantier.',
      points: ['Contrôle des engagements', 'Chantier propre en site occupé', 'Retour d’expérience hospitalier'],
      afterMeeting: 4, durationMinutes: 90, format: 'visio', periodHint: 'Premier semestre',
    },
  ],
  scopeChoices: [
    { code: 'obliged', title: 'Structures obligées seulement', text: 'Toutes les structures dépassent le seuil de 50 M€ HT d’achats annuels : le parcours parle d’obligations.' },
    { code: 'mixed', title: 'Structures obligées et volontaires', text: 'Le groupe mêle structures obligées et volontaires : pour ces dernières, le parcours recommande sans obliger.' },
  ],
};
