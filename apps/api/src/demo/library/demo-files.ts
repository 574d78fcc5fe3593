import type { ResourceFields } from '@cohorte/library/contract';
import { docxOf, odtOf, xlsxOf } from '@cohorte/library/server';
import { guidePdf } from './guide-pdf';

/** A document of our own writing: what its sheet says, and its file, made when the demonstration is loaded. */
export interface DemoFile {
  readonly key: string;
  readonly fileName: string;
  readonly fields: Pick<ResourceFields, 'form' | 'title' | 'summary' | 'access' | 'themes' | 'stages' | 'audiences' | 'year'>;
  readonly make: () => Buffer;
}

const scoping = (): Buffer => docxOf([
  ['Note de cadrage du schéma', 'Structure : …', 'Rédigée le : …', 'Cette note tient en trois pages. Elle dit pourquoi la structure se lance, qui s’en occupe et quand elle aura fini.', 'Pourquoi maintenant', 'Le montant annuel d’achats, le seuil d’obligation, ce que la direction et les élus en attendent.'],
  ['L’équipe et le calendrier', 'Un chef de projet à qui l’on donne du temps, un binôme achats et développement durable, un relais par direction.', 'Comité de pilotage : trois séances. Comité technique : une fois par mois.', 'Cadrage en deux mois, état des lieux en trois, rédaction en quatre, adoption avant le budget.'],
  ['Les risques', 'Le chef de projet change en route : écrire au fur et à mesure.', 'Les données d’achat manquent : commencer par les dix premiers fournisseurs.', 'La direction se lasse : montrer un premier résultat avant six mois.'],
]);

const charter = (): Buffer => odtOf([
  ['Charte de relations avec les fournisseurs', 'Modèle à discuter avec les entreprises avant de la signer.', 'Nous payons à temps et nous disons pourquoi quand nous ne le pouvons pas.', 'Nous répondons à chaque entreprise écartée, avec les motifs et les notes.'],
  ['Ce que nous demandons', 'Des prix qui permettent de tenir les engagements sociaux.', 'Une alerte dès qu’une rupture d’approvisionnement est prévisible.', 'Un médiateur est nommé : il répond sous quinze jours, et sa saisine ne ferme aucune porte.'],
]);

const followUp = (): Buffer => xlsxOf([
  { name: 'Mode d’emploi', rows: [['Une ligne par action du schéma. Remplir une fois par an, avant le bilan.'], ['Garder moins de vingt lignes : au-delà, personne ne les remplit.']] },
  { name: 'Suivi', rows: [
    ['Action', 'Mesure', 'Unité', 'Cible 2027', 'Relevé 2025'], ['Réserver des marchés à l’insertion', 'Heures réalisées', 'heures', 12_000, 7_450], ['Allonger la durée de vie du mobilier', 'Pièces remises en état', 'pièces', 900, 312],
    ['Réduire les livraisons', 'Tournées groupées', '%', 60, 41], ['Acheter reconditionné', 'Téléphones reconditionnés', '%', 50, 22],
  ] },
  { name: 'Sources', rows: [['Heures d’insertion', 'Facilitateur de la clause sociale'], ['Tournées', 'Bordereaux des titulaires'], ['Téléphones', 'Inventaire de la direction du numérique']] },
]);

const subtitles = (): Buffer => Buffer.from([
  'WEBVTT', '', '00:00:02.000 --> 00:00:08.000', 'Bonjour à toutes et à tous, merci d’être là pour cette heure sur le réemploi.', '', '00:01:15.000 --> 00:01:24.000', 'Le réemploi commence par un inventaire : on ne réemploie que ce que l’on connaît.', '',
  '00:06:05.000 --> 00:06:16.000', 'Dans le marché de démolition, nous avons écrit un diagnostic des produits avant travaux.', '', '00:07:40.000 --> 00:07:52.000', 'Les radiateurs, les portes et les lavabos sont partis dans deux écoles du quartier.', '',
  '00:12:30.000 --> 00:12:41.000', 'Question : qui assure les matériaux réemployés ? Le fabricant ne garantit plus, le titulaire si.', '',
].join('\n'));

/** Documents whose text is found page by page. */
export const demoFiles: readonly DemoFile[] = [
  { key: 'file:guide', fileName: 'Écrire une clause bas carbone.pdf', make: guidePdf, fields: { form: 'guide', title: 'Écrire une clause bas carbone, du besoin au suivi', summary: 'Cinq étapes, de la réunion sur le besoin à la grille de suivi, avec les phrases qui se vérifient et celles qui ne se vérifient pas.', access: 'public', themes: ['clauses'], stages: ['drafting', 'execution'], audiences: ['buyer', 'prescriber'], year: 2025 } },
  { key: 'file:scoping', fileName: 'Note de cadrage - trame.docx', make: scoping, fields: { form: 'template', title: 'Trame de note de cadrage', summary: 'Trois pages à remplir pour lancer un schéma : pourquoi, qui, quand, et ce qui peut mal tourner.', access: 'public', themes: ['spaser_method', 'governance'], stages: ['scoping'], audiences: ['project_lead', 'management'], year: 2025 } },
  { key: 'file:charter', fileName: 'Charte fournisseurs - modèle.odt', make: charter, fields: { form: 'template', title: 'Modèle de charte de relations avec les fournisseurs', summary: 'Ce que l’on promet aux entreprises et ce qu’on leur demande, avec un médiateur.', access: 'public', themes: ['supplier_relations'], stages: ['drafting', 'execution'], audiences: ['buyer', 'supplier'], year: 2024 } },
  { key: 'file:follow-up', fileName: 'Tableau de suivi annuel.xlsx', make: followUp, fields: { form: 'worksheet', title: 'Tableau de suivi annuel d’un schéma', summary: 'Moins de vingt lignes : l’action, sa mesure, sa cible et d’où vient le chiffre.', access: 'network', themes: ['indicators'], stages: ['execution'], audiences: ['project_lead'], year: 2025 } },
  { key: 'file:subtitles', fileName: 'Une heure sur le réemploi.vtt', make: subtitles, fields: { form: 'replay', title: 'Une heure sur le réemploi : ce qui s’est dit', summary: 'Les paroles d’un webinaire du réseau, minute par minute.', access: 'network', themes: ['sustainable_procurement'], stages: ['execution'], audiences: ['buyer'], year: 2025 } },
];
