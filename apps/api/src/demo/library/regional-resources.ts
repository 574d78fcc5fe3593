import { type DemoResource, resourceOf } from './demo-resource';

const buyers = ['buyer'] as const;

/** What regions, networks and cities made or count. */
export const regionalResources: readonly DemoResource[] = [
  resourceOf(['formation-ran-coper', 'training', 'Sessions de formation RAN CoPER (gratuites)', 'RAN CoPER', 2024], {
    summary: 'Deux jours pour acheter durable, à Caen les 16 et 17 décembre 2024, puis à Rouen.', themes: ['sustainable_procurement'], stages: ['scoping'], more: { territories: ['r28'] } }),
  resourceOf(['deck-lancement-ght', 'slides', 'Support du lancement du groupe de travail SPASER des GHT de Normandie', 'RAN CoPER, ARS Normandie', 2024], {
    summary: 'Le cadre légal, le parcours en six rencontres et ce qui est attendu des hôpitaux : le support du 17 octobre 2024.', themes: ['spaser_method', 'regulation', 'hospital'], stages: ['scoping'], more: { territories: ['r28'], sectors: ['hospital_ght'] } }),
  resourceOf(['spaser-cvl-2', 'published_spaser', 'SPASER 2 de la Région Centre-Val de Loire (2023-2027)', 'Région Centre-Val de Loire', 2023], {
    summary: 'Trois axes, trente et une actions, un budget et une gouvernance écrits : un exemple complet de second schéma.', themes: ['spaser_example'], stages: ['diagnosis', 'drafting'], more: { territories: ['r24'], sectors: ['region'] } }),
  resourceOf(['rencontre-acheteurs', 'method_sheet', 'Rencontre acheteurs : le SPASER – premières étapes', '', null], {
    summary: 'De six mois à deux ans, une équipe projet, une trentaine d’indicateurs au plus : les premiers pas, racontés par ceux qui les ont faits.', themes: ['spaser_method', 'governance', 'indicators'], stages: ['scoping'] }),
  resourceOf(['benchmarks', 'collection', 'Benchmarks de SPASER', '', null], { summary: 'Lire d’autres schémas avant d’écrire le sien : objectifs, indicateurs et ampleur, côte à côte.', themes: ['spaser_example'], stages: ['scoping'] }),
  resourceOf(['dossier-hdf', 'press_kit', 'Dossier de presse : programme régional Hauts-de-France', 'Cerdd, CD2E, APuRe', 2022], {
    summary: 'Ateliers, guichet, clauses, chantiers d’exploration : comment une région s’organise pour des achats durables.', themes: ['network', 'advice_desk'], stages: ['scoping'], more: { territories: ['r32'] } }),
  resourceOf(['clause-verte', 'clause_library', 'La Clause Verte', 'CD2E', 2020], {
    summary: 'Près de deux cents fiches de clauses en octobre 2022, par segment d’achat, à reprendre et à adapter.', themes: ['clauses'], stages: ['execution'], audiences: buyers, link: 'https://laclauseverte.fr' }),
  resourceOf(['guichet-vert-hdf', 'advice_desk', 'Guichet Vert Hauts-de-France', 'CD2E', 2022], {
    summary: 'Une question d’achat durable ? De trente minutes à une heure de conseil, gratuit, par visio, courriel ou téléphone.', themes: ['advice_desk'], stages: ['scoping', 'drafting', 'execution'], audiences: buyers, link: 'https://laclauseverte.fr/le-guichet-vert/', more: { territories: ['r32'] } }),
  resourceOf(['guichets-verts', 'advice_desk', 'Guichets verts (14 territoires)', 'CGDD et réseaux régionaux', null], {
    summary: 'Le guichet de votre territoire, par un formulaire commun à quatorze d’entre eux.', themes: ['advice_desk'], stages: ['scoping', 'drafting', 'execution'], audiences: buyers, link: 'https://gipmaximilien.limesurvey.net/353211?newtest=Y&lang=fr', more: { territories: ['fr'] } }),
  resourceOf(['conseils-adherents', 'advice_desk', 'Conseils Adhérents (AMO en ligne)', 'RAN CoPER', null], {
    summary: 'L’assistance à maîtrise d’ouvrage en ligne, pour les adhérents du réseau.', themes: ['advice_desk'], stages: ['execution'], audiences: buyers, access: 'network', more: { territories: ['r28'] } }),
  resourceOf(['carteco', 'map', 'CARTECO', '', null], { summary: 'Une carte des structures de l’économie sociale et solidaire, pour trouver qui peut répondre près de chez soi.', themes: ['sse'], stages: ['diagnosis'], audiences: buyers }),
  resourceOf(['agire', 'map', 'Portail AGIRE (prestataires de gestion des déchets)', 'Région Centre-Val de Loire', null], {
    summary: 'Deux critères, la nature du déchet et le lieu : le portail donne les prestataires.', themes: ['circular_economy'], stages: ['diagnosis'], audiences: buyers, more: { territories: ['r24'], segments: ['waste'] } }),
  resourceOf(['fiche-achat-responsable', 'template', 'Fiche « Mon projet d’achat responsable »', 'Région Centre-Val de Loire', null], {
    summary: 'À remplir avant de lancer un achat : on y dit le potentiel social et environnemental, ou pourquoi il n’y en a pas.', themes: ['purchasing_strategy'], stages: ['execution'], audiences: buyers, more: { territories: ['r24'] } }),
  resourceOf(['referentiel-clauses', 'template', 'Référentiel de critères et de clauses responsables par famille d’achat', 'Région Centre-Val de Loire', null], {
    summary: 'Par famille d’achat, ce qu’exige la loi, ce que l’on peut ajouter, et un poids conseillé pour le critère.', themes: ['clauses'], stages: ['execution'], audiences: buyers, more: { territories: ['r24'] } }),
  resourceOf(['barometre-2021', 'study', 'Baromètre de la commande publique 2021', 'ADCF et Banque des Territoires', 2021], { summary: 'Combien achètent les collectivités, et comment cela évolue.', themes: ['figures'], stages: ['diagnosis'] }),
  resourceOf(['oecp', 'statistics', 'Observatoire économique de la commande publique (recensement)', 'OECP', null], {
    summary: 'Le recensement annuel : contrats, montants, parts des clauses sociales et environnementales.', themes: ['figures'], stages: ['diagnosis'], link: 'https://www.economie.gouv.fr/daj/oecp-recensement-economique-commande-publique' }),
  resourceOf(['cese-2018', 'study', 'Avis du CESE 2018 sur la commande publique responsable', 'CESE', 2018], { summary: 'Ce que la société civile organisée attend de la commande publique : utile pour convaincre une assemblée.', themes: ['figures'], stages: ['scoping'], audiences: ['elected_official'] }),
  resourceOf(['orcp', 'statistics', 'Observatoire régional de la commande publique (Hauts-de-France)', 'Préfecture de région', 2016], { summary: 'Les chiffres de la commande publique à l’échelle d’une région.', themes: ['figures'], stages: ['diagnosis'], audiences: buyers, more: { territories: ['r32'] } }),
  resourceOf(['plan-de-progres', 'clause_example', 'Clause « plan de progrès » (marché beurre, œufs, fromage des lycées)', 'Lycées de Lens', null], {
    summary: 'Le fournisseur s’améliore d’année en année sur des points convenus ensemble. Exemple cité : un marché de produits laitiers et d’œufs.', themes: ['clauses', 'food'], stages: ['execution'], audiences: buyers, more: { segments: ['food'], territories: ['r32'] } }),
  resourceOf(['beton-chanvre', 'clause_example', 'Clause obligatoire de recours au béton de chanvre', 'Maisons & Cités, CD2E', null], {
    summary: 'Un bailleur a imposé le béton de chanvre dans la réhabilitation de cinquante logements à Pecquencourt, puis d’autres ont suivi.', themes: ['clauses', 'bio_based'], stages: ['execution'], audiences: buyers, more: { segments: ['building_renovation'], sectors: ['social_housing'], territories: ['r32'] } }),
  resourceOf(['sad-vehicules', 'practice', 'Système d’acquisition dynamique pour véhicules d’occasion', 'Communauté urbaine de Dunkerque', 2021], {
    summary: 'Acheter d’occasion malgré des offres qui changent chaque semaine : la technique d’achat qui le permet.', themes: ['vehicles', 'circular_economy'], stages: ['execution'], audiences: buyers, more: { segments: ['vehicles'], sectors: ['epci'], territories: ['r32'] } }),
  resourceOf(['nettoyage-cud', 'practice', 'Nettoyage durable des bâtiments', 'Communauté urbaine de Dunkerque', null], {
    summary: 'Produits, horaires et insertion : un marché de nettoyage repensé.', themes: ['cleaning', 'social_inclusion'], stages: ['execution'], audiences: buyers, more: { segments: ['cleaning'], sectors: ['epci'], territories: ['r32'] } }),
];
