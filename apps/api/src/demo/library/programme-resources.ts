import { type DemoResource, resourceOf } from './demo-resource';

const onRapidd = { access: 'network', more: { content: 'Se lit sur Rapidd, le réseau social et centre de ressources des acheteurs publics : l’inscription y est libre pour les agents.' } } as const;

/** The national programme on schemes: sheets, tools, courses, recordings. */
export const programmeResources: readonly DemoResource[] = [
  resourceOf(['fiche-disseque', 'method_sheet', 'Un SPASER disséqué : comment se compose un SPASER ?', 'CGDD', null], {
    summary: 'Le plan type d’un schéma, partie par partie : ce que l’on y écrit et ce que la loi attend. Pratique pour montrer à une direction à quoi ressemblera le document.', themes: ['spaser_method'], stages: ['scoping', 'drafting'], ...onRapidd }),
  resourceOf(['fiche-approches', 'method_sheet', 'Les grandes approches d’un SPASER', 'CGDD', null], {
    summary: 'Trois manières d’aborder un schéma, avec pour chacune ses points forts, ses points d’attention et des schémas qui l’illustrent. À lire avant de choisir la vôtre.', themes: ['spaser_method'], stages: ['scoping'], ...onRapidd }),
  resourceOf(['fiche-mobiliser', 'method_sheet', 'SPASER : Mobiliser les acteurs de mon territoire', 'CGDD', null], {
    summary: 'Six familles d’acteurs extérieurs à associer, et à quel moment : têtes de réseaux économiques, fédérations, facilitateurs, agences, réseaux d’acheteurs, experts.', themes: ['stakeholders'], stages: ['scoping', 'consultation'], ...onRapidd }),
  resourceOf(['fiche-label-rfar', 'method_sheet', 'SPASER et Label Relation Fournisseurs & Achats Responsables', 'CGDD', null], {
    summary: 'Ce que le label et le schéma ont en commun, et comment l’un fait avancer l’autre.', themes: ['supplier_relations', 'label'], stages: ['drafting', 'execution'], ...onRapidd }),
  resourceOf(['fiche-faq', 'faq', 'SPASER : La Foire aux questions', 'CGDD', null], {
    summary: 'Les questions que tout le monde pose, du seuil d’obligation au suivi, avec des réponses courtes.', themes: ['spaser_method'], stages: ['scoping', 'drafting', 'execution'], ...onRapidd }),
  resourceOf(['outil-autodiagnostic', 'self_assessment', 'Outil d’autodiagnostic - maturité achats durables', 'Agence des Économies Solidaires / CGDD', null], {
    summary: 'Des questions par niveau de maturité et un radar pour situer sa structure : la base d’un état des lieux partagé.', themes: ['diagnosis'], stages: ['diagnosis'], ...onRapidd }),
  resourceOf(['outil-politiques', 'worksheet', 'Identification des politiques publiques en lien avec les SPASER', 'CGDD', null], {
    summary: 'Un tableau pour relier le schéma aux politiques déjà votées : plan climat, alimentation, égalité, numérique.', themes: ['public_policies'], stages: ['diagnosis', 'drafting'], ...onRapidd }),
  resourceOf(['outil-indicateurs', 'worksheet', 'Grille de questionnements sur les indicateurs', 'CGDD', null], {
    summary: 'Une ligne par indicateur : l’objectif, le lien avec la politique d’achat, s’il existe déjà, qui le suit, et une priorité de 1 à 3. Aide à en garder peu.', themes: ['indicators'], stages: ['drafting'],
    access: 'network', more: { sectors: ['hospital_ght', 'region', 'department', 'municipality'], content: onRapidd.more.content } }),
  resourceOf(['outil-methodologie', 'guide', 'Méthodologie sur la mise en œuvre et le suivi SPASER', 'France urbaine', 2023], {
    summary: 'Le guide « Des SPASER, méthodologie de mise en œuvre et de suivi », première édition, janvier 2023 : gouvernance, indicateurs, calendrier.', themes: ['spaser_method', 'indicators', 'governance'], stages: ['scoping', 'drafting', 'execution'] }),
  resourceOf(['outil-cartographie-acteurs', 'worksheet', 'Cartographier les acteurs de mon territoire', 'CGDD', null], {
    summary: 'Un support pour placer chaque acteur selon son rôle, son influence et le moment où l’associer.', themes: ['stakeholders'], stages: ['scoping'], ...onRapidd }),
  resourceOf(['outil-laref', 'regulation_finder', 'La Ref, outil pour connaître la réglementation achats durables', 'CGDD', null], {
    summary: 'On choisit un segment d’achat, l’outil dit quelles obligations s’appliquent.', themes: ['regulation'], stages: ['diagnosis', 'drafting'] }),
  resourceOf(['mooc-spaser', 'mooc', 'MOOC SPASER', 'CGDD, CNFPT', 2023], {
    summary: 'Trois heures et demie de vidéos et de quiz pour comprendre un schéma et commencer le sien.', themes: ['spaser_method'], stages: ['scoping'], audiences: ['buyer', 'project_lead', 'elected_official'] }),
  resourceOf(['mooc-achats-durables', 'mooc', 'MOOC Achats durables', 'CGDD, OpenClassrooms', null], {
    summary: 'Huit heures, gratuites, pour acheteurs publics et privés : les bases de l’achat durable, à son rythme.', themes: ['sustainable_procurement'], stages: ['scoping'], audiences: ['buyer', 'supplier'],
    link: 'https://openclassrooms.com/fr/courses/7716516-engagez-vous-dans-lachat-durable' }),
  resourceOf(['webinaire-cgdd-2022', 'replay', 'Webinaire 2022 du CGDD présentant les dispositifs de SPASER', 'CGDD', 2022], {
    summary: 'La présentation du dispositif en vidéo : proposée comme préparation avant la deuxième rencontre du parcours.', themes: ['spaser_method'], stages: ['scoping'], link: 'https://www.dailymotion.com/video/k1pD2CgrMNg3yCywXqi' }),
  resourceOf(['replays', 'replay', 'Replays des webinaires du programme SPASER', 'CGDD', null], {
    summary: 'Tous les webinaires du programme national, à revoir.', themes: ['spaser_method'], stages: ['scoping', 'drafting', 'execution'], ...onRapidd }),
  resourceOf(['deck-lancement-edition-2', 'slides', 'Support du webinaire « Le SPASER, Quézaco ? »', 'CGDD', 2023], {
    summary: 'Le support du lancement de la deuxième édition, le 7 décembre 2023 : le cadre, les étapes, les outils.', themes: ['spaser_method', 'regulation'], stages: ['scoping'] }),
  resourceOf(['spaser-exemplaires', 'collection', 'SPASER exemplaires', 'CGDD', null], {
    summary: 'Des schémas publiés, choisis pour leur clarté, à lire avant d’écrire le sien.', themes: ['spaser_example'], stages: ['diagnosis', 'drafting'], ...onRapidd }),
  resourceOf(['rex-bordeaux', 'testimony', 'Retour d’expérience de Bordeaux ville et Métropole', 'Bordeaux Métropole', 2023], {
    summary: 'Comment deux collectivités ont écrit et font vivre un schéma commun ; elles parrainent la deuxième édition du programme.', themes: ['spaser_example'], stages: ['drafting', 'execution'], more: { sectors: ['epci', 'municipality'], territories: ['r75'] } }),
  resourceOf(['rex-angers', 'testimony', 'Pitch de la ville d’Angers (1re promotion)', 'Ville d’Angers', 2023], {
    summary: 'En quelques minutes, ce que la publication a changé, par une ville de la première promotion.', themes: ['spaser_example'], stages: ['publication'], more: { sectors: ['municipality'], territories: ['r52'] } }),
  resourceOf(['pnad', 'public_policy', 'Plan national pour des achats durables 2022-2025', 'CGDD', 2022], {
    summary: 'Les objectifs nationaux : une considération environnementale dans tous les contrats, une considération sociale dans trois sur dix, à l’horizon 2025.', themes: ['sustainable_procurement'], stages: ['scoping', 'drafting'], more: { reviewOn: '2025-12-31' } }),
  resourceOf(['portail', 'portal', 'Portail des achats durables', 'CGDD', 2024], {
    summary: 'L’entrée nationale : chercher une ressource, demander conseil, déposer son schéma publié. Ouvert le 14 novembre 2024.', themes: ['network'], stages: ['scoping', 'publication'], audiences: ['buyer', 'supplier', 'public'], link: 'https://achats-durables.gouv.fr' }),
  resourceOf(['rapidd', 'community', 'Rapidd (groupes « Mission SPASER » et Hauts-de-France)', 'Ministère / CGDD', null], {
    summary: 'Réseau social et centre de ressources des achats durables : on y lit les fiches du programme et l’on échange entre pairs.', themes: ['network'], stages: ['scoping', 'drafting', 'execution'] }),
];
