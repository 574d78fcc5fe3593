import { blockquote, bulletList, heading, orderedList, paragraph, table } from '../rich-text.builder';

export const context = [
  heading(1, 'Contexte et périmètre', 'context'),
  heading(2, 'Le cadre réglementaire'),
  paragraph(
    'Le schéma de promotion des achats publics socialement et écologiquement responsables est prévu par l’article L. 2111-3 du code de la commande publique. Il est né en 2014 avec la loi relative à l’économie sociale et solidaire, dans sa dimension sociale ; la loi sur la transition énergétique de 2015 lui a donné son volet écologique. La loi « Climat et résilience » de 2021 a demandé des indicateurs précis, exprimés en nombre de contrats ou en valeur, publiés tous les deux ans.',
  ),
  paragraph(
    'Le seuil à partir duquel le schéma doit être adopté est de 50 M€ HT d’achats annuels depuis le 1er janvier 2023. La loi « Industrie verte » du 23 octobre 2023 a étendu l’obligation à l’ensemble des acheteurs soumis au code, dont les établissements publics de santé, et ouvert la possibilité d’un schéma commun à plusieurs acheteurs, y compris à des acheteurs qui ne sont pas tenus d’en adopter un.',
  ),
  paragraph('La loi attend du schéma quelques éléments que nous avons rapprochés, un par un, des chapitres qui les traitent.'),
  table(
    'Ce que la loi demande | Où ce schéma y répond | État de la rédaction',
    'Objectifs d’insertion des personnes handicapées ou défavorisées | Axe A, objectifs A1 et A2 | Rédigé',
    'Réduction des émissions, de la consommation d’énergie, d’eau et de matériaux | Axe B, objectifs B1 à B3 | Rédigé, cible « eau » à confirmer',
    'Durabilité des produits, sobriété numérique, économie circulaire | Axe C, objectifs C1 à C3 | Rédigé',
    'Cible chiffrée d’achats auprès d’entreprises ESUS | Action A-4 | Proposée, non arbitrée',
    'Cible chiffrée d’achats auprès d’employeurs de personnes défavorisées ou vulnérables | Actions A-1 et A-2 | Rédigé',
    'Modalités de mise en œuvre et de suivi annuel | Chapitres « Gouvernance » et « Suivi et évaluation » | Rédigé',
    'Publication du schéma et, tous les deux ans, de ses indicateurs | Chapitre « Publication » | Adresse à compléter',
  ),
  blockquote(
    'Point de vigilance relevé par la cellule juridique : le texte de l’article vise la politique d’achat de biens et de services. Les travaux n’y sont pas nommés. Le groupement les retient malgré tout dans son diagnostic et dans son plan d’action, parce que leur effet sur le carbone et sur l’insertion est trop important pour être laissé de côté.',
  ),
  heading(2, 'Les autres obligations qui s’appliquent à nos achats'),
  bulletList(
    '**Restauration collective (EGalim).** Au moins 50 % de produits durables et de qualité, dont 20 % de produits issus de l’agriculture biologique, en valeur des achats alimentaires annuels HT ; pour les viandes et les produits de la pêche, la part de qualité attendue est de 60 %.',
    '**Conditions environnementales des marchés.** Depuis août 2026, tout marché comporte des conditions d’exécution prenant en compte l’environnement, et au moins un critère d’attribution porte sur les caractéristiques environnementales de l’offre. //Date exacte d’entrée en vigueur à vérifier par la cellule juridique.//',
    '**Considérations sociales.** Au-dessus des seuils européens, les marchés comportent des conditions d’exécution relatives à l’emploi ou au social, sauf exception justifiée par écrit.',
    '**Données essentielles.** Les considérations sociales et environnementales sont déclarées pour chaque contrat d’un montant d’au moins 40 000 € HT. Cette déclaration nourrit nos indicateurs ; elle doit donc être exacte le jour de la notification.',
    '**Plan national 2022-2025.** Il fixait deux caps pour 2025 : 100 % des contrats avec une considération environnementale, 30 % avec une considération sociale. Sa suite n’était pas connue du groupe projet à la date d’écriture ; nous conservons ces caps comme repères.',
  ),
  heading(2, 'Le groupement et ses établissements'),
  paragraph(
    'Le GHT Rouen Cœur de Seine réunit neuf établissements publics de santé de la métropole rouennaise, du pays de Caux et du pays de Bray. Le groupement n’a pas de personnalité morale : c’est le CHU de Rouen, établissement support, qui porte la fonction achat pour l’ensemble des membres. Chaque établissement demeure en revanche une personne morale distincte, avec son budget, son conseil de surveillance et ses fournisseurs historiques.',
  ),
  table(
    'Établissement | Rôle dans le groupement | Activité dominante | Achats 2025 (M€ HT)',
    'CHU de Rouen | Établissement support | Court séjour, recours, enseignement, recherche | 221,0',
    'CHS du Rouvray (Sotteville-lès-Rouen) | Établissement partie | Santé mentale | 21,4',
    'CH du Belvédère (Mont-Saint-Aignan) | Établissement partie | Maternité, femme et enfant | 7,8',
    'CH de Neufchâtel-en-Bray | Établissement partie | Médecine, hébergement | 6,9',
    'CH du Bois-Petit (Sotteville-lès-Rouen) | Établissement partie | Soins de suite, gériatrie | 6,5',
    'CH d’Yvetot | Établissement partie | Médecine, hébergement | 6,2',
    'CH de Gournay-en-Bray | Établissement partie | Médecine, hébergement | 5,4',
    'CH de Barentin | Établissement partie | Hébergement, proximité | 5,1',
    'CH de Darnétal | Établissement partie | Soins de suite, hébergement | 3,7',
    '**Ensemble** | – | – | **284,0**',
  ),
  paragraph(
    'Un seul établissement, le CHU de Rouen, dépasse à lui seul le seuil de 50 M€ HT. La question de savoir si le seuil s’apprécie par établissement ou pour le groupement entier n’est pas tranchée dans les textes que nous avons lus. Nous avons donc choisi la voie la plus simple : un schéma commun, auquel le CHU participe au titre de l’obligation et les huit autres établissements à titre volontaire. //Position retenue le jour du comité stratégique ; référence de l’avis à compléter par la cellule juridique.//',
  ),
  heading(2, 'Le périmètre du schéma'),
  paragraph('Entrent dans le périmètre :'),
  orderedList(
    'les marchés de fournitures, de services et de travaux passés par l’établissement support pour un ou plusieurs membres ;',
    'les achats inférieurs aux seuils de procédure, dès lors qu’ils sont passés sur une famille suivie dans le plan d’action ;',
    'les commandes passées par l’intermédiaire d’une centrale d’achat, pour lesquelles le groupement peut choisir un lot, une variante ou une option plus responsable.',
  ),
  paragraph(
    'N’entrent pas dans le périmètre les dépenses de personnel, les subventions, les achats des associations présentes sur les sites et les dépenses réglées directement par les patientes et les patients. Les achats de recherche financés par des crédits fléchés sont suivis mais ne comptent pas dans les cibles avant 2029.',
  ),
  heading(2, 'La durée et l’approche'),
  paragraph(
    'Le schéma couvre la période 2027-2031, soit cinq exercices. Un bilan à mi-parcours est prévu au second semestre 2029 ; il peut modifier les objectifs, ajouter ou retirer une action, corriger une cible. L’approche retenue est **opérationnelle** : nous sommes partis des familles d’achats et des échéances de marchés, non d’un catalogue d’engagements généraux. Les politiques du groupement donnent la direction, les renouvellements de contrats donnent le calendrier.',
  ),
  heading(2, 'Les politiques auxquelles le schéma se relie'),
  table(
    'Politique ou document | Porteur | Lien avec le schéma | Donnée reprise',
    'Projet d’établissement et projet médical partagé | Direction générale | Priorités de santé environnementale | Aucune à ce jour',
    'Bilan des émissions de gaz à effet de serre (BEGES) | Direction du développement durable | Axe B | Émissions par poste d’achat',
    'Schéma directeur immobilier et énergie | Direction des travaux | Objectifs B2 et D2 | Consommations par site, en kWh',
    'Schéma directeur du système d’information | Direction du numérique | Objectif C2 | Âge moyen du parc',
    'Politique handicap des établissements | Directions des ressources humaines | Axe A | Taux d’emploi, montants versés',
    'Plan alimentation et nutrition | Direction logistique et restauration | Objectif C1 | Taux EGalim, gaspillage par repas',
    'Plan de mobilité employeur | Direction du développement durable | Action B-6 | Composition de la flotte',
  ),
  paragraph(
    'Lorsqu’un indicateur existe déjà dans l’une de ces politiques, le schéma le reprend tel quel, avec sa définition et son calendrier. Douze des indicateurs de ce document sont dans ce cas. //Liste à vérifier par le contrôle de gestion avant le prochain comité technique.//',
  ),
];
