/** One entry of a controlled list: a stable key, and its words. */
export interface Term {
  readonly key: string;
  readonly fr: string;
  readonly en: string;
}

type Row = readonly [key: string, fr: string, en: string];
const terms = (rows: readonly Row[]): readonly Term[] => rows.map(([key, fr, en]) => ({ key, fr, en }));

/** The types of resources: the first thing one filters by. */
export const resourceKinds = ['document', 'clause', 'tool', 'replay', 'regulation', 'published-spaser', 'course', 'experience', 'question'] as const;
export type ResourceKind = (typeof resourceKinds)[number];

export const kindTerms = terms([
  ['document', 'Document', 'Document'], ['clause', 'Clause', 'Clause'], ['tool', 'Outil', 'Tool'], ['replay', 'Rediffusion', 'Replay'], ['regulation', 'Réglementation', 'Regulation'],
  ['published-spaser', 'SPASER publié', 'Published SPASER'], ['course', 'Formation', 'Course'], ['experience', 'Retour d’expérience', 'Experience'], ['question', 'Question-réponse', 'Q&A'],
]);

/** What a resource is exactly; each form is of one kind. */
export const formsByKind: Readonly<Record<ResourceKind, readonly Term[]>> = {
  document: terms([
    ['method_sheet', 'Fiche méthode', 'Method sheet'], ['guide', 'Guide', 'Guide'], ['slides', 'Support de présentation', 'Slides'], ['public_policy', 'Plan ou politique publique', 'Public policy'],
    ['study', 'Étude', 'Study'], ['statistics', 'Statistiques', 'Statistics'], ['press_kit', 'Dossier de presse', 'Press kit'], ['deliverable', 'Livrable de chantier', 'Project deliverable'],
    ['collection', 'Recueil', 'Collection'], ['label', 'Label', 'Label'],
  ]),
  clause: terms([['clause_example', 'Exemple de clause', 'Sample clause']]),
  tool: terms([
    ['worksheet', 'Outil à remplir', 'Worksheet'], ['self_assessment', 'Autodiagnostic', 'Self-assessment'], ['template', 'Modèle', 'Template'], ['map', 'Cartographie', 'Map'],
    ['regulation_finder', 'Moteur de réglementation', 'Regulation finder'], ['clause_library', 'Bibliothèque de clauses', 'Clause library'], ['community', 'Communauté', 'Community'],
    ['advice_desk', 'Guichet de conseil', 'Advice desk'], ['portal', 'Portail', 'Portal'],
  ]),
  replay: terms([['replay', 'Vidéo ou son d’une rencontre', 'Recording']]),
  regulation: terms([['legal_text', 'Texte juridique', 'Legal text'], ['legal_sheet', 'Fiche juridique', 'Legal sheet']]),
  'published-spaser': terms([['published_spaser', 'Schéma publié', 'Published scheme']]),
  course: terms([['mooc', 'MOOC', 'MOOC'], ['training', 'Session de formation', 'Training session']]),
  experience: terms([['testimony', 'Témoignage', 'Testimony'], ['practice', 'Bonne pratique', 'Good practice']]),
  question: terms([['qa', 'Question et sa réponse', 'Question and answer'], ['faq', 'Foire aux questions', 'Frequently asked questions']]),
};

export const themeTerms = terms([
  ['spaser_method', 'Méthode SPASER', 'SPASER method'], ['regulation', 'Réglementation', 'Regulation'], ['governance', 'Gouvernance', 'Governance'], ['indicators', 'Indicateurs', 'Indicators'],
  ['diagnosis', 'Diagnostic et cartographie', 'Diagnosis and mapping'], ['stakeholders', 'Parties prenantes', 'Stakeholders'], ['public_policies', 'Politiques publiques liées', 'Related public policies'],
  ['communication', 'Communication', 'Communication'], ['training_plan', 'Formation et conduite du changement', 'Training and change'], ['social_inclusion', 'Insertion et handicap', 'Inclusion and disability'],
  ['sse', 'Économie sociale et solidaire', 'Social and solidarity economy'], ['gender_equality', 'Égalité femmes-hommes', 'Gender equality'], ['employment', 'Emploi et formation', 'Jobs and training'],
  ['circular_economy', 'Économie circulaire', 'Circular economy'], ['energy', 'Énergie et carbone', 'Energy and carbon'], ['water', 'Eau', 'Water'], ['biodiversity', 'Biodiversité', 'Biodiversity'],
  ['waste', 'Déchets', 'Waste'], ['health_environment', 'Santé environnement', 'Environmental health'], ['digital', 'Sobriété numérique', 'Frugal IT'], ['mobility', 'Mobilité et transport', 'Mobility and transport'],
  ['food', 'Alimentation', 'Food'], ['bio_based', 'Matériaux biosourcés', 'Bio-based materials'], ['supplier_relations', 'Relation fournisseurs', 'Supplier relations'], ['sme_access', 'Accès TPE/PME', 'Access for small firms'],
  ['innovation', 'Innovation', 'Innovation'], ['label', 'Labels', 'Labels'], ['clauses', 'Clauses et critères', 'Clauses and criteria'], ['purchasing_strategy', 'Stratégie d’achat', 'Purchasing strategy'],
  ['figures', 'Chiffres', 'Figures'], ['advice_desk', 'Guichet de conseil', 'Advice desk'], ['network', 'Réseaux', 'Networks'], ['hospital', 'Secteur hospitalier', 'Hospitals'],
  ['spaser_example', 'Exemples de SPASER', 'Examples of SPASER'], ['sustainable_procurement', 'Achats durables (général)', 'Sustainable procurement'], ['vehicles', 'Véhicules', 'Vehicles'], ['cleaning', 'Nettoyage', 'Cleaning'],
]);

export const segmentTerms = terms([
  ['works', 'Travaux (général)', 'Works (general)'], ['building_new', 'Bâtiment : travaux neufs', 'Building: new works'], ['building_renovation', 'Bâtiment : réhabilitation', 'Building: renovation'],
  ['roads', 'Voirie et réseaux (TP/VRD)', 'Roads and utilities'], ['maintenance', 'Maintenance et exploitation', 'Maintenance'], ['energy_supply', 'Achat d’énergie', 'Energy supply'],
  ['it', 'Informatique, télécoms, logiciels', 'IT, telecoms, software'], ['textiles', 'Textiles et habillement', 'Textiles and clothing'], ['modular_buildings', 'Constructions modulaires', 'Modular buildings'],
  ['vehicles', 'Véhicules', 'Vehicles'], ['transport_services', 'Services de transport', 'Transport services'], ['food', 'Denrées et restauration', 'Food and catering'], ['cleaning', 'Nettoyage', 'Cleaning'],
  ['waste', 'Déchets', 'Waste'], ['green_spaces', 'Espaces verts', 'Green spaces'], ['furniture', 'Mobilier', 'Furniture'], ['office', 'Fournitures de bureau et papier', 'Office supplies and paper'],
  ['intellectual', 'Prestations intellectuelles', 'Consultancy'], ['training_services', 'Formation', 'Training'], ['events_goodies', 'Événements et objets', 'Events and goods'],
  ['medical_devices', 'Dispositifs médicaux', 'Medical devices'], ['medicines', 'Médicaments', 'Medicines'], ['biomedical', 'Équipements biomédicaux', 'Biomedical equipment'], ['laboratory', 'Laboratoire', 'Laboratory'],
  ['laundry', 'Blanchisserie', 'Laundry'], ['hotel_logistics', 'Hôtellerie et logistique', 'Hotel services and logistics'],
]);

/** The way of a scheme, in its order. */
export const stageTerms = terms([
  ['not_started', 'Pas commencé', 'Not started'], ['scoping', 'Cadrage et équipe projet', 'Scoping and project team'], ['diagnosis', 'État des lieux et cartographie des achats', 'Baseline and spend map'],
  ['intentions', 'Intentions politiques', 'Political intentions'], ['drafting', 'Rédaction : objectifs, actions, indicateurs', 'Drafting: targets, actions, indicators'],
  ['consultation', 'Consultation des parties prenantes', 'Stakeholder consultation'], ['validation', 'Validation en COPIL', 'Steering approval'], ['adoption', 'Adoption par l’instance', 'Adoption'],
  ['publication', 'Publication en ligne', 'Online publication'], ['execution', 'Mise en œuvre et suivi annuel', 'Implementation and yearly follow-up'], ['mid_term', 'Bilan à mi-parcours', 'Mid-term review'],
  ['renewal', 'Évaluation et renouvellement', 'Evaluation and renewal'],
]);

export const sectorTerms = terms([
  ['hospital_ght', 'GHT et établissements de santé', 'Hospitals'], ['medico_social', 'Établissements médico-sociaux', 'Care homes'], ['region', 'Région', 'Region'], ['department', 'Département', 'Department'],
  ['epci', 'Intercommunalité', 'Inter-municipal body'], ['municipality', 'Commune', 'Municipality'], ['syndicate', 'Syndicat, établissement public local', 'Local public body'],
  ['social_housing', 'Office public de l’habitat, bailleur', 'Social housing'], ['state_service', 'Service de l’État', 'State service'], ['state_operator', 'Établissement public de l’État', 'State agency'],
  ['university', 'Université, enseignement supérieur', 'University'], ['chamber', 'Chambre consulaire', 'Chamber of commerce or trades'], ['purchasing_body', 'Centrale d’achat', 'Central purchasing body'],
  ['contracting_entity', 'Entité adjudicatrice (eau, énergie, transport)', 'Contracting entity (water, energy, transport)'], ['association', 'Association, réseau, partenaire', 'Association, network, partner'],
  ['company', 'Opérateur économique', 'Company'],
]);

/** Codes of INSEE, with an `r` before: codes of regions and of departments overlap. */
export const territoryTerms = terms([
  ['fr', 'France entière', 'All France'], ['r84', 'Auvergne-Rhône-Alpes', 'Auvergne-Rhône-Alpes'], ['r27', 'Bourgogne-Franche-Comté', 'Bourgogne-Franche-Comté'], ['r53', 'Bretagne', 'Brittany'],
  ['r24', 'Centre-Val de Loire', 'Centre-Val de Loire'], ['r94', 'Corse', 'Corsica'], ['r44', 'Grand Est', 'Grand Est'], ['r32', 'Hauts-de-France', 'Hauts-de-France'], ['r11', 'Île-de-France', 'Île-de-France'],
  ['r28', 'Normandie', 'Normandy'], ['r75', 'Nouvelle-Aquitaine', 'Nouvelle-Aquitaine'], ['r76', 'Occitanie', 'Occitanie'], ['r52', 'Pays de la Loire', 'Pays de la Loire'],
  ['r93', 'Provence-Alpes-Côte d’Azur', 'Provence-Alpes-Côte d’Azur'], ['r01', 'Guadeloupe', 'Guadeloupe'], ['r02', 'Martinique', 'Martinique'], ['r03', 'Guyane', 'French Guiana'], ['r04', 'La Réunion', 'Réunion'],
  ['r06', 'Mayotte', 'Mayotte'],
]);

export const audienceTerms = terms([
  ['buyer', 'Acheteur', 'Buyer'], ['prescriber', 'Prescripteur', 'Specifier'], ['project_lead', 'Chef de projet SPASER', 'SPASER project lead'], ['department', 'Direction opérationnelle', 'Operational department'],
  ['elected_official', 'Élu', 'Elected official'], ['management', 'Direction générale', 'Top management'], ['animator', 'Animateur de réseau', 'Network animator'], ['expert', 'Expert, intervenant', 'Expert, speaker'],
  ['godparent', 'Parrain', 'Sponsor structure'], ['supplier', 'Opérateur économique', 'Supplier'], ['public', 'Grand public', 'General public'],
]);

/** Where in a contract a clause goes. */
export const phaseTerms = terms([
  ['need', 'Définition du besoin', 'Definition of the need'], ['rc', 'Règlement de la consultation (critère)', 'Award criterion'], ['ccap', 'CCAP', 'Administrative clauses'], ['cctp', 'CCTP', 'Technical clauses'],
  ['execution', 'Condition d’exécution', 'Performance condition'], ['reservation', 'Réservation du marché', 'Reserved contract'],
]);

/**
 * What one may do with the content. `notice`: only the sheet is here, the document stays with its publisher. `network`: inside the network only.
 * `to-check`: nobody knows yet, so it cannot be published.
 */
export const licenceTerms = terms([
  ['open-licence', 'Licence Ouverte 2.0', 'Open Licence 2.0'], ['cc-by', 'Creative Commons BY', 'Creative Commons BY'], ['cc-by-sa', 'Creative Commons BY-SA', 'Creative Commons BY-SA'],
  ['notice', 'Notice seule, document chez son éditeur', 'Notice only, document at its publisher'], ['network', 'Usage interne au réseau', 'Use inside the network'], ['to-check', 'Droits à vérifier', 'Rights to be checked'],
]);

/** Licences that have an address of their own. */
export const licenceAddresses: Readonly<Record<string, string>> = {
  'open-licence': 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/', 'cc-by': 'https://creativecommons.org/licenses/by/4.0/', 'cc-by-sa': 'https://creativecommons.org/licenses/by-sa/4.0/',
};

export const keysOf = (list: readonly Term[]): string[] => list.map(({ key }) => key);

const formKind = new Map(resourceKinds.flatMap((kind) => formsByKind[kind].map(({ key }) => [key, kind] as const)));

/** Every form, whatever its kind. */
export const formKeys: readonly string[] = [...formKind.keys()];

/** The kind that a form is of; an unknown one is a document. */
export const kindOfForm = (form: string): ResourceKind => formKind.get(form) ?? 'document';

/** The words of a key in a list; the key itself when the list does not know it. */
export function termLabel(list: readonly Term[], key: string, language: 'fr' | 'en' = 'fr'): string {
  return list.find((term) => term.key === key)?.[language] ?? key;
}
