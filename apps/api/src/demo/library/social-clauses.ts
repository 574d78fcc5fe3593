import type { DemoClause } from './demo-clause';

/** Inclusion, disability, equality, small firms. */
export const socialClauses: readonly DemoClause[] = [
  {
    key: 'insertion-heures', title: 'Heures d’insertion dans un marché de nettoyage', phase: 'execution', segments: ['cleaning'], themes: ['social_inclusion', 'clauses'], legal: ['L. 2112-2'],
    contributor: 'GHT Rouen Cœur de Seine', year: 2024,
    text: 'Le titulaire réserve à des personnes éloignées de l’emploi au moins 5 % des heures de travail nécessaires à la prestation, calculées sur la durée ferme du marché. Il choisit la voie qui lui convient : embauche directe, mise à disposition ou sous-traitance à une structure d’insertion. Un point trimestriel avec le facilitateur constate les heures réalisées.',
    interest: 'Une clause d’exécution simple, que les entreprises de propreté savent tenir et qui ouvre des contrats de plus de six mois.',
    watchPoints: ['Calculer le volume avec un facilitateur avant la publication', 'Prévoir une pénalité par heure non réalisée et un échange avant de l’appliquer', 'Compter une même personne vingt-quatre mois au plus'],
  },
  {
    key: 'insertion-travaux', title: 'Insertion par l’activité économique dans une réhabilitation', phase: 'execution', segments: ['building_renovation', 'works'], themes: ['social_inclusion', 'employment'], legal: ['L. 2112-2'],
    contributor: 'Office public de l’habitat (démonstration)', year: 2023,
    text: 'Chaque lot porte un nombre d’heures d’insertion indiqué en annexe, proportionné à sa part de main-d’œuvre. Les heures de formation comptent dans la limite d’un quart. Les lots techniques courts en sont dispensés.',
    interest: 'Répartir l’effort par lot évite qu’un seul artisan le porte.',
    watchPoints: ['Ne pas imposer d’heures aux lots de moins de deux mois', 'Vérifier les attestations à chaque situation de travaux'],
  },
  {
    key: 'lot-reserve-esat', title: 'Lot réservé aux entreprises adaptées et aux ESAT : espaces verts', phase: 'reservation', segments: ['green_spaces'], themes: ['social_inclusion'], legal: ['L. 2113-12'],
    contributor: 'GHT Estuaire de la Seine', year: 2024,
    text: 'Le lot n° 3, entretien courant des espaces verts des sites administratifs, est réservé aux entreprises adaptées et aux établissements et services d’aide par le travail employant au moins la moitié de travailleurs handicapés.',
    interest: 'La réservation garantit l’attribution et compte dans l’indicateur propre aux employeurs de personnes défavorisées.',
    watchPoints: ['Sourcer au moins trois structures avant de réserver', 'Dimensionner le lot à leur capacité', 'Annoncer la réservation dès l’avis de marché'],
  },
  {
    key: 'lot-reserve-siae', title: 'Lot réservé à l’insertion : tri et réemploi du mobilier', phase: 'reservation', segments: ['furniture', 'waste'], themes: ['social_inclusion', 'circular_economy'], legal: ['L. 2113-13'],
    contributor: 'Ville (démonstration)', year: 2024,
    text: 'Les prestations de collecte, de tri et de remise en état du mobilier réformé sont réservées aux structures d’insertion par l’activité économique et structures équivalentes.',
    interest: 'Un même lot répond à l’insertion et à l’économie circulaire.',
    watchPoints: ['Prévoir un lieu de stockage', 'Écrire ce que devient le mobilier non réemployable'],
  },
  {
    key: 'service-reserve-ess', title: 'Service réservé aux entreprises de l’économie sociale : accompagnement des aidants', phase: 'reservation', segments: ['intellectual'], themes: ['sse', 'social_inclusion'], legal: ['L. 2113-15'],
    contributor: 'Département (démonstration)', year: 2023,
    text: 'Le marché d’accompagnement des proches aidants est réservé aux entreprises de l’économie sociale et solidaire remplissant les conditions du code, pour une durée de trois ans au plus.',
    interest: 'Ouvre le marché à des ESUS et à des associations de terrain.',
    watchPoints: ['Seuls certains services sociaux et de santé peuvent être réservés ainsi', 'La durée est limitée à trois ans'],
  },
  {
    key: 'critere-insertion', title: 'Critère de performance en matière d’insertion', phase: 'rc', segments: ['works', 'cleaning'], themes: ['social_inclusion', 'clauses'], legal: ['R. 2152-7'],
    contributor: 'Intercommunalité (démonstration)', year: 2022,
    text: 'Le critère « performance d’insertion », pondéré à 10 %, juge la qualité de l’accompagnement proposé : tutorat, formation prévue, suites de parcours. Le nombre d’heures au-delà du minimum n’est pas noté.',
    interest: 'Noter l’accompagnement plutôt que le volume départage les offres sur ce qui sert les personnes.',
    watchPoints: ['Le critère doit rester lié à l’objet du marché', 'Demander un mémoire court, avec un cadre de réponse'],
  },
  {
    key: 'egalite', title: 'Égalité entre les femmes et les hommes dans l’équipe affectée', phase: 'execution', segments: ['intellectual', 'it'], themes: ['gender_equality'], legal: ['L. 2112-2'],
    contributor: 'Région (démonstration)', year: 2023,
    text: 'Le titulaire présente chaque année la composition de l’équipe affectée au marché et les mesures prises pour l’égalité : recrutement, rémunération, prévention des violences sexistes. Un échange a lieu avec le pouvoir adjudicateur.',
    interest: 'Ouvre un dialogue utile sans alourdir l’offre.',
    watchPoints: ['Ne demander que ce qui concerne l’exécution du marché', 'Ne collecter aucune donnée nominative'],
  },
  {
    key: 'accessibilite-numerique', title: 'Accessibilité numérique d’un logiciel métier', phase: 'cctp', segments: ['it'], themes: ['digital', 'social_inclusion'], legal: ['L. 2112-2'],
    contributor: 'CHU (démonstration)', year: 2024,
    text: 'Les interfaces livrées respectent le référentiel général d’amélioration de l’accessibilité. Le titulaire remet un audit indépendant avant la mise en service, puis corrige les écarts bloquants sous trois mois, sans supplément de prix.',
    interest: 'Les agents en situation de handicap travaillent avec les mêmes outils que les autres.',
    watchPoints: ['Réserver une part du prix à l’audit', 'Refuser les surcouches en guise de correction'],
  },
  {
    key: 'allotissement-tpe', title: 'Allotissement et avance pour les petites entreprises', phase: 'ccap', segments: ['works', 'maintenance'], themes: ['sme_access'], legal: ['L. 2113-10', 'R. 2191-7'],
    contributor: 'Communauté de communes (démonstration)', year: 2024,
    text: 'Les prestations sont réparties en lots de moins de 90 000 € HT. Une avance de 30 % est versée aux petites et moyennes entreprises qui la demandent, sans garantie à première demande. Les factures sont payées sous vingt jours.',
    interest: 'La trésorerie est le premier frein des artisans.',
    watchPoints: ['Vérifier la capacité du service à tenir le délai de paiement', 'Annoncer l’avance dans l’avis de marché'],
  },
  {
    key: 'plan-de-progres', title: 'Plan de progrès partagé avec le fournisseur', phase: 'execution', segments: ['food', 'medical_devices'], themes: ['supplier_relations', 'clauses'], legal: ['L. 2112-2'],
    contributor: 'GHT Normandie Centre', year: 2023,
    text: 'Dans les trois mois qui suivent la notification, les parties arrêtent un plan de progrès : deux objectifs sociaux ou environnementaux par an, un indicateur chacun, une revue annuelle. Le plan n’ouvre droit à aucune pénalité ; son bilan est joint à la reconduction.',
    interest: 'Permet d’avancer quand l’offre n’est pas encore mûre.',
    watchPoints: ['Fixer le cadre dans le marché, le contenu ensuite', 'Garder deux objectifs : trois de trop n’avancent pas'],
  },
];
