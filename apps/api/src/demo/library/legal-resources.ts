import { type DemoResource, resourceOf } from './demo-resource';

const official = { licence: 'open-licence' } as const;

/** Texts of law and what explains them. */
export const legalResources: readonly DemoResource[] = [
  resourceOf(['l2111-3', 'legal_text', 'Article L. 2111-3 du Code de la commande publique', 'République française', null], {
    summary: 'Qui doit adopter un schéma, ce qu’il contient, qu’il se publie et se suit : l’article dont tout part.', themes: ['regulation'], stages: ['scoping', 'drafting', 'publication'], more: { ...official, legal: ['L. 2111-3'] } }),
  resourceOf(['d2111-3', 'legal_text', 'Article D. 2111-3 du Code de la commande publique', 'République française', null], {
    summary: 'Le montant annuel d’achats à partir duquel le schéma est à adopter.', themes: ['regulation'], stages: ['scoping'], more: { ...official, legal: ['D. 2111-3'] } }),
  resourceOf(['fiche-daj', 'legal_sheet', 'Fiche technique DAJ – schéma de promotion des achats responsables', 'Direction des affaires juridiques', 2019], {
    summary: 'La lecture du ministère. En octobre 2024, elle était signalée comme en cours de mise à jour : vérifiez les seuils dans le code.', themes: ['regulation'], stages: ['scoping', 'drafting'],
    link: 'https://www.economie.gouv.fr/daj/schema-promotion-achats-responsables-2019', more: { checkedOn: '2024-10-17', reviewOn: '2025-01-17', legal: ['L. 2111-3', 'D. 2111-3'] } }),
  resourceOf(['loi-ess-2014', 'legal_text', 'Loi n° 2014-856 du 31 juillet 2014 (ESS)', 'République française', 2014], {
    summary: 'La loi qui crée le schéma, alors centré sur les achats socialement responsables.', themes: ['regulation', 'sse'], stages: ['scoping'], more: official }),
  resourceOf(['loi-tecv-2015', 'legal_text', 'Loi « transition énergétique » du 17 août 2015', 'République française', 2015], {
    summary: 'Elle ajoute au schéma les achats écologiquement responsables.', themes: ['regulation', 'energy'], stages: ['scoping'], more: official }),
  resourceOf(['loi-agec-2020', 'legal_text', 'Loi AGEC du 10 février 2020', 'République française', 2020], {
    summary: 'Réemploi et recyclage : les parts à acheter par catégorie de produits viennent de son article 58.', themes: ['regulation', 'circular_economy'], stages: ['scoping'], more: { ...official, legal: ['Loi 2020-105, art. 58'] } }),
  resourceOf(['loi-climat-2021', 'legal_text', 'Loi Climat et résilience du 22 août 2021', 'République française', 2021], {
    summary: 'Considérations environnementales dans les contrats, indicateurs précis dans le schéma, publication obligatoire en ligne.', themes: ['regulation'], stages: ['scoping'], more: official }),
  resourceOf(['loi-industrie-verte-2023', 'legal_text', 'Loi n° 2023-973 du 23 octobre 2023 (industrie verte)', 'République française', 2023], {
    summary: 'Elle étend l’obligation d’un schéma à l’État et aux établissements publics, hôpitaux compris.', themes: ['regulation'], stages: ['scoping'], more: { ...official, sectors: ['hospital_ght', 'state_service', 'state_operator'] } }),
  resourceOf(['loi-egalim', 'legal_text', 'Loi EGalim', 'République française', 2018], {
    summary: 'Des produits durables et de qualité dans la restauration collective.', themes: ['regulation', 'food'], stages: ['scoping'], more: { ...official, segments: ['food'] } }),
  resourceOf(['loi-reen', 'legal_text', 'Loi REEN (numérique)', 'République française', null], {
    summary: 'Réduire l’empreinte environnementale du numérique, achats compris.', themes: ['regulation', 'digital'], stages: ['scoping'], more: { ...official, segments: ['it'] } }),
  resourceOf(['decret-2022-767', 'legal_text', 'Décret du 2 mai 2022', 'République française', 2022], {
    summary: 'Le décret qui abaisse le seuil d’obligation et met en œuvre la loi Climat dans la commande publique.', themes: ['regulation'], stages: ['scoping'], more: { ...official, legal: ['D. 2111-3'] } }),
  resourceOf(['decret-2024-134', 'legal_text', 'Décret du 21 février 2024 (article 58 AGEC)', 'République française', 2024], {
    summary: 'Les parts de biens réemployés ou recyclés, catégorie par catégorie, année après année.', themes: ['regulation', 'circular_economy'], stages: ['scoping'], more: { ...official, legal: ['Loi 2020-105, art. 58'], segments: ['textiles', 'it', 'furniture', 'office', 'vehicles'] } }),
  resourceOf(['label-rfar', 'label', 'Label Relations Fournisseurs et Achats Responsables (ISO 20400)', '', null], {
    summary: 'Le label qui reconnaît des relations équilibrées avec les fournisseurs ; plusieurs régions l’ont obtenu.', themes: ['label', 'supplier_relations'], stages: ['execution'] }),
  resourceOf(['label-nr', 'label', 'Label Numérique Responsable', '', null], {
    summary: 'Un repère pour une politique numérique sobre, achats de matériel compris.', themes: ['label', 'digital'], stages: ['execution'], more: { segments: ['it'] } }),
];
