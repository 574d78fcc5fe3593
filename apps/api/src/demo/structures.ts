import type { GroupRole, StructureKind } from '@cohorte/networks/contract';

/** A public structure that exists. Amounts are demonstration figures, never facts about it. */
export interface DemoStructure {
  readonly key: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: StructureKind;
  readonly isLegalPerson: boolean;
  readonly isSubjectToCode: boolean;
  readonly parentKey: string | null;
  readonly groupRole: GroupRole | null;
  readonly town: string | null;
  /** Demonstration figure in euros without tax, for one calendar year. */
  readonly purchases: { readonly amount: number; readonly year: number } | null;
}

const YEAR = 2025;
type Establishment = readonly [key: string, name: string, town: string, millions: number | null];
interface Group {
  readonly key: string;
  readonly name: string;
  readonly support: Establishment;
  readonly members?: readonly Establishment[];
}

const groups: readonly Group[] = [
  {
    key: 'ght-caux-maritime', name: 'GHT Caux Maritime', support: ['ch-dieppe', 'CH de Dieppe', 'Dieppe', 58],
    members: [
      ['ch-saint-valery', 'CH de Saint-Valery-en-Caux', 'Saint-Valery-en-Caux', null], ['ch-eu', 'CH d’Eu', 'Eu', null],
      ['ehpad-treport', 'EHPAD du Tréport', 'Le Tréport', null], ['ehpad-envermeu', 'EHPAD d’Envermeu', 'Envermeu', null],
      ['ehpad-luneray', 'EHPAD de Luneray', 'Luneray', null], ['ehpad-saint-crespin', 'EHPAD de Saint-Crespin', 'Saint-Crespin', null],
    ],
  },
  {
    key: 'ght-estuaire-seine', name: 'GHT Estuaire de la Seine', support: ['gh-le-havre', 'Groupe hospitalier du Havre', 'Le Havre', 128],
    members: [
      ['ch-pont-audemer', 'CH de Pont-Audemer', 'Pont-Audemer', 9], ['ch-fecamp', 'CH de Fécamp', 'Fécamp', 11],
      ['ch-lillebonne-bolbec', 'CH de Lillebonne-Bolbec', 'Lillebonne', null],
      ['ch-saint-romain', 'CH de Saint-Romain-de-Colbosc', 'Saint-Romain-de-Colbosc', null], ['ehpad-beuzeville', 'EHPAD de Beuzeville', 'Beuzeville', null],
    ],
  },
  {
    key: 'ght-rouen-coeur-seine', name: 'GHT Rouen Cœur de Seine', support: ['chu-rouen', 'CHU de Rouen', 'Rouen', 221],
    members: [
      ['ch-gournay', 'CH de Gournay-en-Bray', 'Gournay-en-Bray', 5.4], ['ch-neufchatel', 'CH de Neufchâtel-en-Bray', 'Neufchâtel-en-Bray', 6.9],
      ['ch-barentin', 'CH de Barentin', 'Barentin', 5.1], ['ch-yvetot', 'CH d’Yvetot', 'Yvetot', 6.2],
      ['ch-belvedere', 'CH du Belvédère', 'Mont-Saint-Aignan', 7.8], ['chs-rouvray', 'CHS du Rouvray', 'Sotteville-lès-Rouen', 21.4],
      ['ch-darnetal', 'CH de Darnétal', 'Darnétal', 3.7], ['ch-bois-petit', 'CH du Bois-Petit', 'Sotteville-lès-Rouen', 6.5],
    ],
  },
  {
    key: 'ght-val-seine-plateaux-eure', name: 'GHT Val de Seine et plateaux de l’Eure',
    support: ['chi-elbeuf', 'CH intercommunal Elbeuf-Louviers-Val de Reuil', 'Elbeuf', 61],
    members: [['ch-bourg-achard', 'CH de Bourg-Achard', 'Bourg-Achard', null], ['ch-neubourg', 'CH du Neubourg', 'Le Neubourg', null]],
  },
  {
    key: 'ght-eure-seine', name: 'GHT Eure-Seine', support: ['ch-eure-seine', 'CH Eure-Seine (Évreux-Vernon)', 'Évreux', 84],
    members: [
      ['ch-bernay', 'CH de Bernay', 'Bernay', null], ['ch-gisors', 'CH de Gisors', 'Gisors', null], ['ch-verneuil', 'CH de Verneuil-sur-Avre', 'Verneuil-sur-Avre', null],
    ],
  },
  {
    key: 'ght-normandie-centre', name: 'GHT Normandie Centre', support: ['chu-caen', 'CHU de Caen', 'Caen', 196],
    members: [
      ['ch-argentan', 'Hôpital d’Argentan', 'Argentan', null], ['ch-aunay', 'Hôpital d’Aunay-sur-Odon', 'Aunay-sur-Odon', null],
      ['ch-bayeux', 'Hôpital de Bayeux', 'Bayeux', null], ['epsm-caen', 'EPSM de Caen', 'Caen', null],
      ['ch-cote-fleurie', 'Hôpital de la Côte Fleurie', 'Cricquebœuf', null], ['ch-falaise', 'Hôpital de Falaise', 'Falaise', null],
      ['ch-lisieux', 'Hôpital de Lisieux', 'Lisieux', null], ['ch-pont-l-eveque', 'Hôpital de Pont-l’Évêque', 'Pont-l’Évêque', null],
      ['ch-vimoutiers', 'Hôpital de Vimoutiers', 'Vimoutiers', null],
    ],
  },
  { key: 'ght-cotentin', name: 'GHT du Cotentin', support: ['chp-cotentin', 'Centre hospitalier public du Cotentin', 'Cherbourg-en-Cotentin', 92] },
  { key: 'ght-centre-manche', name: 'GHT du Centre-Manche', support: ['ch-saint-lo', 'CH Mémorial de Saint-Lô', 'Saint-Lô', 54] },
  { key: 'ght-mont-saint-michel', name: 'GHT Mont-Saint-Michel', support: ['ch-avranches', 'CH d’Avranches-Granville', 'Avranches', 57] },
  { key: 'ght-collines-normandie', name: 'GHT Les Collines de Normandie', support: ['ch-flers', 'CH de Flers', 'Flers', 52] },
  { key: 'ght-orne-perche-saosnois', name: 'GHT Orne Perche Saosnois', support: ['chic-alencon', 'CHIC Alençon-Mamers', 'Alençon', 63] },
];

function groupOf({ key, name }: Group): DemoStructure {
  return {
    key, name, shortName: null, kind: 'hospital_group', isLegalPerson: false, isSubjectToCode: false, parentKey: null, groupRole: null, town: null, purchases: null,
  };
}

function establishmentOf([key, name, town, millions]: Establishment, parentKey: string, groupRole: GroupRole): DemoStructure {
  return {
    key, name, shortName: null, kind: name.startsWith('EHPAD') ? 'medico_social' : 'hospital', isLegalPerson: true, isSubjectToCode: true, parentKey, groupRole, town,
    purchases: millions === null ? null : { amount: Math.round(millions * 1_000_000), year: YEAR },
  };
}

const healthAgency: DemoStructure = {
  key: 'ars-normandie', name: 'Agence régionale de santé de Normandie', shortName: 'ARS Normandie', kind: 'state_service', isLegalPerson: true, isSubjectToCode: true,
  parentKey: null, groupRole: null, town: 'Caen', purchases: null,
};

/** Parents come before their children. */
export const demoStructures: readonly DemoStructure[] = [
  ...groups.flatMap((group) => [
    groupOf(group), establishmentOf(group.support, group.key, 'support'), ...(group.members ?? []).map((member) => establishmentOf(member, group.key, 'member')),
  ]),
  healthAgency,
];

export const demoNetwork = {
  key: 'ran-coper',
  name: 'RAN CoPER',
  fullName: 'Réseau des Acteurs Normands pour une Commande Publique Éco-Responsable',
  region: 'Normandie',
} as const;

export const hospitalGroupKeys: readonly string[] = groups.map((group) => group.key);
