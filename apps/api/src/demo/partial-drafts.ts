import type { RichDocument } from './rich-text.builder';
import { blockquote, bulletList, documentOf, heading, orderedList, paragraph, table, taskList } from './rich-text.builder';

/** A scheme barely begun, as most structures have a few weeks after the launch. */
export interface PartialDraft {
  readonly structureKey: string;
  readonly title: string;
  readonly document: RichDocument;
}

const notice = (): ReturnType<typeof blockquote> =>
  blockquote('**Texte de démonstration.** L’établissement existe ; ce brouillon, ses chiffres et ses choix ont été imaginés pour montrer l’outil.');

const estuary: PartialDraft = {
  structureKey: 'ght-estuaire-seine',
  title: 'SPASER du GHT Estuaire de la Seine (démonstration)',
  document: documentOf(
    heading(1, 'Préambule', 'preamble'),
    notice(),
    paragraph('Le Groupe hospitalier du Havre et cinq établissements de l’estuaire souhaitent écrire un schéma commun. Ce début de texte rassemble ce qui a été dit lors de la première réunion de l’équipe projet. Rien n’est encore arrêté.'),
    paragraph('//Mot de la direction générale : à compléter par le secrétariat général.//'),
    heading(1, 'Contexte et périmètre', 'context'),
    heading(2, 'Pourquoi un schéma commun'),
    paragraph('Le Groupe hospitalier du Havre porte la fonction achat du groupement. Ses achats annuels dépassent le seuil de 50 M€ HT ; ceux du CH de Fécamp et du CH de Pont-Audemer restent très en dessous. Ces deux établissements ont fait savoir qu’ils participeraient à titre volontaire. Les autres se prononceront après la deuxième rencontre du groupe régional.'),
    table(
      'Acheteur | Participation | Achats annuels estimés (M€ HT) | Personne référente',
      'Groupe hospitalier du Havre | Obligatoire | 128 | Responsable achats',
      'CH de Fécamp | Volontaire | 11 | Responsable des services économiques',
      'CH de Pont-Audemer | Volontaire | 9 | À désigner',
      'CH de Lillebonne-Bolbec | À confirmer | À compléter | À désigner',
      'CH de Saint-Romain-de-Colbosc | À confirmer | À compléter | À désigner',
      'EHPAD de Beuzeville | À confirmer | À compléter | À désigner',
    ),
    heading(2, 'Ce que nous savons déjà'),
    bulletList(
      'une charte d’achat durable existe depuis plusieurs années, mais peu de services la connaissent ;',
      'le port et la zone industrielle offrent des filières de réemploi d’emballages que nous n’utilisons pas ;',
      'la blanchisserie interhospitalière emploie déjà des personnes en insertion.',
    ),
    heading(1, 'Diagnostic', 'diagnosis'),
    paragraph('L’autodiagnostic a été rempli par quatre personnes séparément. Les réponses diffèrent surtout sur la place de la fonction achat dans les décisions : une réunion est prévue pour s’accorder.'),
    taskList(
      '[x] Autodiagnostic rempli par les achats et le développement durable',
      'Extraction des dépenses par segment (à compléter par le contrôle de gestion)',
      'Liste des marchés qui finissent avant 2029',
      'Entretien avec la direction des travaux',
    ),
    heading(1, 'Gouvernance', 'governance'),
    paragraph('Première idée : un comité de pilotage deux fois par an, un comité technique chaque trimestre. Le nombre de places par établissement fait débat.'),
  ),
};

const centre: PartialDraft = {
  structureKey: 'ght-normandie-centre',
  title: 'SPASER du GHT Normandie Centre (démonstration)',
  document: documentOf(
    heading(1, 'Préambule', 'preamble'),
    notice(),
    paragraph('Le GHT Normandie Centre réunit dix établissements du Calvados et de l’Orne autour du CHU de Caen. La direction générale a demandé un schéma « court, chiffré et tenable ». Le présent brouillon propose les premières intentions et la liste des données à réunir.'),
    heading(2, 'Intentions proposées à la direction générale'),
    orderedList(
      '**Santé et environnement.** Réduire les produits à usage unique là où l’hygiène le permet.',
      '**Emploi local.** Donner aux entreprises adaptées et aux structures d’insertion une vraie place dans les marchés de services.',
      '**Patrimoine.** Faire du chantier de modernisation du CHU une vitrine de l’achat de travaux responsable.',
    ),
    blockquote('Question de la direction générale : peut-on s’engager sur l’insertion sans connaître l’offre dans l’Orne ? //Réponse attendue de la direction des achats.//'),
    heading(1, 'Contexte et périmètre', 'context'),
    paragraph('Les dix établissements comptaient ensemble environ 700 000 habitants dans leur territoire lors de la création du groupement. La liste des membres sera vérifiée auprès de l’Agence régionale de santé avant toute publication.'),
    paragraph('Le schéma porterait sur cinq ans. Une durée indéterminée a été écartée : sans échéance, aucune révision n’est demandée.'),
    heading(2, 'Calendrier de rédaction'),
    table(
      'Étape | Durée | Instance | État',
      'Équipe projet constituée | 1 mois | Direction des achats | Fait',
      'Cartographie des achats | 2 mois | Contrôle de gestion | En cours',
      'Intentions | 1 mois | Direction générale | Proposées',
      'Axes, objectifs et indicateurs | 4 mois | Comité technique | Non commencé',
      'Consultation interne | 1 mois | Instances | Non commencé',
      'Adoption | – | Comité stratégique | Date à fixer',
    ),
    heading(1, 'Diagnostic', 'diagnosis'),
    heading(2, 'Données à réunir'),
    taskList(
      '[x] Dépenses 2025 du CHU de Caen par compte',
      'Dépenses 2025 des neuf autres établissements',
      'Heures d’insertion des chantiers en cours (à compléter par la direction des travaux)',
      'Taux EGalim par établissement (à compléter par la restauration)',
    ),
    heading(1, 'Suivi et évaluation', 'follow-up'),
    paragraph('Pour mémoire : une trentaine d’indicateurs au plus, et d’abord ceux qui existent déjà dans le bilan des émissions et dans le plan de mobilité.'),
  ),
};

/** Two structures have begun to write; the others still have the bare outline. */
export const partialDrafts: readonly PartialDraft[] = [estuary, centre];
