import type { DemoClause } from './demo-clause';

/** Hospital purchases, cleaning, waste, services, and how a contract is followed. */
export const careClauses: readonly DemoClause[] = [
  {
    key: 'dispositifs-reutilisables', title: 'Dispositifs réutilisables plutôt qu’à usage unique', phase: 'need', segments: ['medical_devices'], themes: ['hospital', 'waste'], legal: ['L. 2111-1'],
    contributor: 'GHT Centre Manche', year: 2024,
    text: 'La définition du besoin compare, pour les casaques, plateaux et lames de laryngoscope, la solution à usage unique et la solution réutilisable : coût par acte, stérilisation, déchets, risque infectieux. Les deux font l’objet d’une variante imposée.',
    interest: 'Le coût complet renverse souvent l’ordre des offres.',
    watchPoints: ['Vérifier la capacité de la stérilisation', 'Associer l’équipe opérationnelle d’hygiène'],
  },
  {
    key: 'cout-cycle-de-vie', title: 'Coût du cycle de vie des équipements biomédicaux', phase: 'rc', segments: ['biomedical'], themes: ['hospital', 'energy'], legal: ['R. 2152-9'],
    contributor: 'GHT Mont-Saint-Michel', year: 2024,
    text: 'Le critère prix est jugé sur le coût du cycle de vie à dix ans : achat, consommables, énergie en veille et en marche, maintenance, reprise. La feuille de calcul est jointe et ses hypothèses sont les mêmes pour tous.',
    interest: 'Un équipement sobre n’est plus pénalisé par son prix d’achat.',
    watchPoints: ['Publier la méthode de calcul dans le dossier', 'Contrôler les consommations annoncées à la réception'],
  },
  {
    key: 'medicaments-environnement', title: 'Politique environnementale des fournisseurs de médicaments', phase: 'rc', segments: ['medicines'], themes: ['hospital', 'health_environment'], legal: ['R. 2152-7'],
    contributor: 'Groupement de pharmacies (démonstration)', year: 2023,
    text: 'Le critère environnemental, pondéré à 10 %, note le traitement des rejets des sites de production et la réduction des emballages, à partir d’un questionnaire de huit points identique pour tous.',
    interest: 'Un même questionnaire, répondu une fois, sert à tout le territoire.',
    watchPoints: ['Rester lié aux produits achetés', 'Accepter un dossier tenu à jour chaque année'],
  },
  {
    key: 'gants-sans-substances', title: 'Gants d’examen sans substances préoccupantes', phase: 'cctp', segments: ['medical_devices'], themes: ['health_environment', 'hospital'], legal: ['L. 2111-2'],
    contributor: 'GHT Cotentin', year: 2023,
    text: 'Les gants sont sans latex, sans poudre et sans accélérateur de vulcanisation classé. Le fournisseur décrit les conditions de travail sur le lieu de fabrication et accepte un audit par un tiers.',
    interest: 'Protège soignants et patients, et regarde la chaîne d’approvisionnement.',
    watchPoints: ['Ne pas demander de certificat propre à une seule marque'],
  },
  {
    key: 'nettoyage-sain', title: 'Nettoyage sans produits dangereux et en journée', phase: 'cctp', segments: ['cleaning'], themes: ['cleaning', 'health_environment'], legal: ['L. 2112-2'],
    contributor: 'Communauté urbaine (démonstration)', year: 2023,
    text: 'Les produits portent un écolabel européen ou prouvent un niveau équivalent ; l’eau ozonée et la microfibre sont admises. La moitié des heures au moins est effectuée en journée, en continu.',
    interest: 'Santé des agents, emplois à temps plein, chimie réduite.',
    watchPoints: ['Adapter les horaires avec les services occupants', 'Garder les protocoles de bionettoyage des zones à risque'],
  },
  {
    key: 'dechets-soins', title: 'Réduction et tri des déchets d’activités de soins', phase: 'execution', segments: ['waste'], themes: ['waste', 'hospital'], legal: ['L. 2112-2'],
    contributor: 'GHT Val de Seine et Plateaux de l’Eure', year: 2024,
    text: 'Le titulaire forme deux référents par site, pèse chaque filière et rend compte tous les mois. La part des déchets à risques est ramenée sous 12 % du total en dix-huit mois. L’économie de traitement est partagée.',
    interest: 'Le tri juste réduit la filière la plus chère.',
    watchPoints: ['Ne jamais faire peser l’objectif sur la sécurité', 'Contrôler par caractérisation annuelle'],
  },
  {
    key: 'emballages-reprise', title: 'Reprise et réduction des emballages de livraison', phase: 'execution', segments: ['office', 'medical_devices', 'food'], themes: ['waste', 'circular_economy'], legal: ['L. 2112-2'],
    contributor: 'GHT Collines de Normandie', year: 2022,
    text: 'Les palettes et bacs sont consignés, les cartons repris à la livraison suivante. Les emballages plastiques à usage unique sont supprimés quand l’hygiène le permet. Un bilan annuel donne les quantités évitées.',
    interest: 'Facile à écrire, facile à contrôler au quai.',
    watchPoints: ['Vérifier la place disponible au quai'],
  },
  {
    key: 'penalites-graduees', title: 'Pénalités graduées pour les engagements sociaux et environnementaux', phase: 'ccap', segments: ['works', 'cleaning', 'food'], themes: ['clauses', 'purchasing_strategy'], legal: ['L. 2112-2'],
    contributor: 'RAN CoPER', year: 2024, checkedOn: '2025-06-30',
    text: 'Un engagement non tenu donne lieu à un rappel écrit, puis à un plan de correction sous un mois, enfin à une pénalité de 500 € par semaine de retard, plafonnée à 5 % du montant annuel. Le rappel est de droit, la pénalité ne l’est pas.',
    interest: 'Une sanction crédible, parce qu’elle vient en dernier.',
    watchPoints: ['Désigner qui constate', 'Ne pas cumuler avec les pénalités de délai'],
  },
  {
    key: 'suivi-indicateurs', title: 'Remise des indicateurs utiles au SPASER', phase: 'execution', segments: ['works', 'intellectual', 'food'], themes: ['indicators', 'spaser_method'], legal: ['L. 2111-3', 'L. 2112-2'],
    contributor: 'RAN CoPER', year: 2024,
    text: 'Le titulaire remet chaque année, dans le tableau joint, les valeurs réelles correspondant à ses engagements : heures, quantités, part en valeur. Les valeurs sont datées et sourcées. L’acheteur peut les publier sous forme agrégée.',
    interest: 'Les indicateurs du schéma se remplissent sans enquête.',
    watchPoints: ['Ne demander que ce qui sera lu', 'Garder les mêmes unités d’un marché à l’autre'],
  },
  {
    key: 'traiteur-responsable', title: 'Prestations de traiteur responsables', phase: 'cctp', segments: ['events_goodies', 'food'], themes: ['food', 'sse'], legal: ['L. 2112-2'],
    contributor: 'Département (démonstration)', year: 2023,
    text: 'Les buffets sont végétariens pour moitié, de saison, servis en vaisselle lavable. Les invendus sont donnés. Une structure d’insertion ou une entreprise solidaire d’utilité sociale réalise au moins une prestation sur trois.',
    interest: 'Visible de tous les invités : une bonne première clause.',
    watchPoints: ['Annoncer le nombre de convives réel'],
  },
];
