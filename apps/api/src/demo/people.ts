import type { MemberRole } from '@cohorte/networks/contract';

/** Somebody invented, in a space that exists: `network`, `cohort` or the key of a structure. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly email: string;
  readonly roles: readonly { readonly space: string; readonly role: MemberRole }[];
}

type Row = readonly [key: string, name: string, jobTitle: string, domain: string, space: string, role: MemberRole];

const rows: readonly Row[] = [
  ['claire-lemarchand', 'Claire Lemarchand', 'Animatrice du réseau RAN CoPER', 'ran-coper.example', 'network', 'animator'],
  ['yanis-toutain', 'Yanis Toutain', 'Chargé de mission achats responsables, co-animateur', 'ran-coper.example', 'network', 'animator'],
  ['sophie-delaunay', 'Sophie Delaunay', 'Responsable de la performance des achats hospitaliers', 'ars-normandie.example', 'cohort', 'sponsor'],
  ['amadou-diallo', 'Amadou Diallo', 'Chef de projet, programme national SPASER', 'programme-spaser.example', 'network', 'programme_team'],
  ['helene-kerbrat', 'Hélène Kerbrat', 'Avocate, experte de la commande publique', 'cabinet-kerbrat.example', 'cohort', 'expert'],
  ['nathalie-vasseur', 'Nathalie Vasseur', 'Directrice des achats', 'ght-rouen-coeur-seine.example', 'ght-rouen-coeur-seine', 'lead'],
  ['mehdi-benali', 'Mehdi Benali', 'Juriste de la commande publique', 'ght-rouen-coeur-seine.example', 'ght-rouen-coeur-seine', 'member'],
  ['lucie-hauchecorne', 'Lucie Hauchecorne', 'Chargée de développement durable', 'ght-rouen-coeur-seine.example', 'ght-rouen-coeur-seine', 'member'],
  ['thomas-leroux', 'Thomas Leroux', 'Ingénieur travaux', 'ght-rouen-coeur-seine.example', 'ght-rouen-coeur-seine', 'member'],
  ['isabelle-fauvel', 'Isabelle Fauvel', 'Responsable achats', 'ght-estuaire-seine.example', 'ght-estuaire-seine', 'lead'],
  ['paul-anquetil', 'Paul Anquetil', 'Responsable des services économiques', 'ght-estuaire-seine.example', 'ght-estuaire-seine', 'member'],
  ['marion-lecoq', 'Marion Lecoq', 'Directrice adjointe, achats et logistique', 'ght-normandie-centre.example', 'ght-normandie-centre', 'lead'],
  ['david-nguyen', 'David Nguyen', 'Ingénieur travaux et énergie', 'ght-normandie-centre.example', 'ght-normandie-centre', 'member'],
  ['aurelie-guerin', 'Aurélie Guérin', 'Contrôleuse de gestion', 'ght-normandie-centre.example', 'ght-normandie-centre', 'member'],
  ['bruno-duhamel', 'Bruno Duhamel', 'Responsable de la cellule des marchés', 'ght-caux-maritime.example', 'ght-caux-maritime', 'lead'],
  ['samira-haddad', 'Samira Haddad', 'Responsable achats', 'ght-val-seine-plateaux-eure.example', 'ght-val-seine-plateaux-eure', 'lead'],
  ['olivier-prevost', 'Olivier Prévost', 'Directeur des achats', 'ght-eure-seine.example', 'ght-eure-seine', 'lead'],
  ['camille-roussel', 'Camille Roussel', 'Chargée de développement durable', 'ght-eure-seine.example', 'ght-eure-seine', 'member'],
  ['gwenaelle-lebas', 'Gwenaëlle Lebas', 'Responsable achats et approvisionnements', 'ght-cotentin.example', 'ght-cotentin', 'lead'],
  ['maxime-hue', 'Maxime Hue', 'Pharmacien, référent achats de produits de santé', 'ght-cotentin.example', 'ght-cotentin', 'member'],
  ['fatou-sarr', 'Fatou Sarr', 'Juriste, marchés publics', 'ght-centre-manche.example', 'ght-centre-manche', 'lead'],
  ['jerome-lechevalier', 'Jérôme Lechevalier', 'Ingénieur biomédical et achats', 'ght-mont-saint-michel.example', 'ght-mont-saint-michel', 'lead'],
  ['elodie-marie', 'Élodie Marie', 'Responsable des services économiques', 'ght-collines-normandie.example', 'ght-collines-normandie', 'lead'],
  ['patrick-besnard', 'Patrick Besnard', 'Responsable achats, sur le départ', 'ght-orne-perche-saosnois.example', 'ght-orne-perche-saosnois', 'lead'],
  ['ines-moreau', 'Inès Moreau', 'Acheteuse, prend la suite du dossier', 'ght-orne-perche-saosnois.example', 'ght-orne-perche-saosnois', 'member'],
];

const addressOf = (key: string, domain: string): string => `${key.replace('-', '.')}@${domain}`;

export const demoPeople: readonly DemoPerson[] = rows.map(([key, name, jobTitle, domain, space, role]) => ({
  key, name, jobTitle, email: addressOf(key, domain), roles: [{ space, role }],
}));

/** Invited, not yet arrived. */
export const pendingInvitation = {
  email: 'rose.quesnel@ght-caux-maritime.example',
  space: 'ght-caux-maritime',
  role: 'member',
  invitedBy: 'bruno-duhamel',
} as const satisfies { email: string; space: string; role: MemberRole; invitedBy: string };

/** The lead that an animator may replace during the demonstration. */
export const leadToReplace = { space: 'ght-orne-perche-saosnois', leaving: 'patrick-besnard', taking: 'ines-moreau' } as const;

/** Reads the complete scheme as an expert, and cannot write in it. */
export const expertReader = { personKey: 'helene-kerbrat', structureKey: 'ght-rouen-coeur-seine' } as const;
