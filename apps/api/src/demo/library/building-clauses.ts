import type { DemoClause } from './demo-clause';

/** Works, buildings, energy, water. */
export const buildingClauses: readonly DemoClause[] = [
  {
    key: 'beton-de-chanvre', title: 'Béton de chanvre pour l’isolation des murs', phase: 'cctp', segments: ['building_renovation'], themes: ['bio_based', 'energy'], legal: ['L. 2111-2'],
    contributor: 'Bailleur social (démonstration)', year: 2023,
    text: 'L’isolation des murs de façade est réalisée en béton de chanvre projeté, mis en œuvre selon les règles professionnelles de la construction en chanvre par des compagnons formés. La chènevotte provient d’une filière tracée. L’enduit laisse passer la vapeur d’eau.',
    interest: 'Matériau biosourcé, confort d’été, filière agricole régionale.',
    watchPoints: ['Prévoir le temps de séchage dans le planning', 'Demander l’attestation de formation des applicateurs', 'Une variante équivalente en performance peut être admise'],
  },
  {
    key: 'bois-local', title: 'Bois issu de forêts gérées durablement', phase: 'cctp', segments: ['building_new', 'furniture'], themes: ['bio_based', 'biodiversity'], legal: ['R. 2111-12'],
    contributor: 'Lycée (démonstration)', year: 2022,
    text: 'Les bois mis en œuvre proviennent de forêts gérées durablement, ce que le titulaire prouve par un label ou par tout moyen équivalent. Les essences tropicales sont exclues. La provenance de chaque livraison est consignée.',
    interest: 'Une exigence que la filière sait prouver.',
    watchPoints: ['Accepter les preuves équivalentes au label', 'Ne pas exiger une provenance géographique'],
  },
  {
    key: 'reemploi-materiaux', title: 'Réemploi de matériaux dans une réhabilitation', phase: 'cctp', segments: ['building_renovation', 'works'], themes: ['circular_economy', 'waste'], legal: ['L. 2111-2'],
    contributor: 'Région (démonstration)', year: 2024,
    text: 'Le titulaire dépose avec soin les éléments listés au diagnostic : portes, luminaires, appareils sanitaires, revêtements. Un dixième au moins de leur valeur est réemployé sur le chantier ou cédé à une plateforme voisine. Les justificatifs sont joints au dossier des ouvrages exécutés.',
    interest: 'Le diagnostic avant travaux devient utile.',
    watchPoints: ['Confier le diagnostic avant le dossier de consultation', 'Traiter l’assurance avec le contrôleur technique', 'Prévoir une zone de stockage couverte'],
  },
  {
    key: 'chantier-propre', title: 'Chantier à faibles nuisances en site occupé', phase: 'execution', segments: ['works', 'building_renovation'], themes: ['health_environment', 'waste'], legal: ['L. 2112-2'],
    contributor: 'GHT Cotentin', year: 2024,
    text: 'Les travaux bruyants ont lieu de 9 h à 12 h et de 14 h à 17 h. Les poussières sont captées à la source, les circuits des patients restent propres et signalés. Le tri porte sur sept flux. Un référent du chantier répond sous une heure.',
    interest: 'Indispensable dans un hôpital en activité.',
    watchPoints: ['Associer l’équipe d’hygiène à la rédaction', 'Pénaliser les manquements constatés deux fois'],
  },
  {
    key: 'tri-dechets-chantier', title: 'Traçabilité et valorisation des déchets de chantier', phase: 'execution', segments: ['works', 'roads'], themes: ['waste', 'circular_economy'], legal: ['L. 2112-2'],
    contributor: 'Intercommunalité (démonstration)', year: 2023,
    text: 'Le titulaire remet un schéma d’organisation des déchets à l’ouverture du chantier, puis les bordereaux à chaque évacuation. Au moins 70 % de la masse est valorisée. L’écart est expliqué dans le bilan de fin de travaux.',
    interest: 'Des chiffres réels, utiles à l’indicateur du schéma.',
    watchPoints: ['Rémunérer le tri dans un prix distinct'],
  },
  {
    key: 'enrobes-recycles', title: 'Agrégats recyclés dans les enrobés', phase: 'cctp', segments: ['roads'], themes: ['circular_economy'], legal: ['L. 2111-2'],
    contributor: 'Département (démonstration)', year: 2022,
    text: 'Les couches de base admettent de 20 à 40 % d’agrégats d’enrobés recyclés, les couches de roulement jusqu’à 20 %. Les enrobés tièdes sont la solution de base ; un enrobé à chaud est justifié par la météo ou le trafic.',
    interest: 'Moins de granulats neufs et moins d’énergie, sans perte de tenue.',
    watchPoints: ['Vérifier l’absence d’amiante et de goudron dans les agrégats'],
  },
  {
    key: 'performance-energetique', title: 'Engagement de performance énergétique avec intéressement', phase: 'ccap', segments: ['maintenance', 'energy_supply'], themes: ['energy'], legal: ['L. 2171-3'],
    contributor: 'GHT Eure-Seine', year: 2024,
    text: 'Le titulaire s’engage sur une consommation de référence corrigée du climat. L’économie au-delà de l’engagement est partagée par moitié ; le dépassement est à sa charge pour les deux tiers. Les compteurs sont relevés chaque mois et visibles des deux parties.',
    interest: 'Aligne l’intérêt de l’exploitant sur celui de l’établissement.',
    watchPoints: ['Fiabiliser un an de mesures avant de signer', 'Écrire la règle en cas d’extension des surfaces'],
  },
  {
    key: 'electricite-renouvelable', title: 'Électricité renouvelable à garanties d’origine tracées', phase: 'cctp', segments: ['energy_supply'], themes: ['energy'], legal: ['L. 2112-2'],
    contributor: 'Groupement d’achat (démonstration)', year: 2023,
    text: 'L’électricité fournie est d’origine renouvelable pour la totalité des volumes. Les garanties d’origine sont françaises, émises le mois même de la consommation et annulées au nom de l’acheteur.',
    interest: 'Distingue une offre réelle d’une simple étiquette.',
    watchPoints: ['Séparer le prix de l’énergie de celui des garanties'],
  },
  {
    key: 'sobriete-eau', title: 'Sobriété en eau d’une blanchisserie', phase: 'rc', segments: ['laundry'], themes: ['water', 'energy'], legal: ['R. 2152-7'],
    contributor: 'GHT Estuaire de la Seine', year: 2024,
    text: 'Le critère « sobriété », pondéré à 15 %, note les litres d’eau et les kilowattheures par kilogramme de linge traité, prouvés par les relevés de l’année passée. La valeur proposée devient contractuelle.',
    interest: 'Une mesure comparable d’une offre à l’autre.',
    watchPoints: ['Définir le périmètre : lavage, séchage, finition', 'Contrôler la valeur chaque année'],
  },
  {
    key: 'eau-espaces-verts', title: 'Arrosage sans eau potable et sans produit phytosanitaire', phase: 'cctp', segments: ['green_spaces'], themes: ['water', 'biodiversity'], legal: ['L. 2111-2'],
    contributor: 'Ville (démonstration)', year: 2023,
    text: 'L’arrosage utilise l’eau de pluie ou l’eau recyclée dès que l’équipement le permet. Aucun produit phytosanitaire de synthèse n’est employé. Deux fauches tardives par an remplacent la tonte sur les surfaces repérées au plan.',
    interest: 'Préserve la ressource et la faune, et réduit les passages.',
    watchPoints: ['Expliquer la fauche tardive aux usagers'],
  },
];
