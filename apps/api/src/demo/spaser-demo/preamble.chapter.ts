import { blockquote, bulletList, heading, horizontalRule, paragraph } from '../rich-text.builder';

export const preamble = [
  heading(1, 'Préambule', 'preamble'),
  blockquote(
    '**Texte de démonstration.** Les établissements cités existent ; le schéma, lui, a été imaginé pour montrer l’outil. Aucun montant, aucune cible et aucune décision de ce document ne provient d’un établissement réel.',
  ),
  heading(2, 'Le mot de la présidence du comité stratégique'),
  paragraph(
    'Chaque année, les neuf établissements de notre groupement achètent des médicaments, des pansements, des repas, de la chaleur, des heures de ménage, des logiciels et des bâtiments. Ces achats représentent près d’un tiers de nos charges. Ils font vivre des entreprises de la vallée de la Seine et du pays de Bray, ils remplissent nos quais de livraison et nos bennes, ils pèsent lourd dans notre bilan carbone. Pendant longtemps nous les avons regardés sous deux angles seulement : la sécurité des soins et la maîtrise des dépenses.',
  ),
  paragraph(
    'Ce schéma en ajoute deux. Il dit ce que nous attendons de nos achats pour l’emploi des personnes qui en sont éloignées, et ce que nous en attendons pour le climat, l’eau, les matières et la santé de celles et ceux qui vivent autour de nos hôpitaux. Soigner en dégradant l’environnement qui rend malade n’aurait pas de sens : l’achat responsable fait partie de notre mission de santé publique.',
  ),
  paragraph(
    'Nous avons voulu un document court dans ses promesses et précis dans ses moyens. Chaque action a un pilote, une échéance et au moins un indicateur. Quand une donnée nous manque, nous l’écrivons. Quand une cible n’est pas encore arrêtée, la ligne reste ouverte et nomme la direction qui doit la proposer.',
  ),
  paragraph('//Signature de la présidence du comité stratégique : à compléter par le secrétariat général après le comité de validation.//'),
  heading(2, 'Ce que le groupement veut changer'),
  paragraph('Trois intentions ont été retenues par le comité stratégique, après l’état des lieux. Elles servent de filtre : une action qui n’en sert aucune n’a pas sa place ici.'),
  bulletList(
    '**Ouvrir nos marchés à l’insertion et au handicap.** Nos besoins en blanchisserie, en espaces verts, en manutention, en numérisation d’archives et en restauration correspondent à des métiers que savent exercer les ESAT, les entreprises adaptées et les structures d’insertion du territoire.',
    '**Acheter moins carboné et moins toxique.** Les médicaments, les dispositifs médicaux et l’énergie concentrent l’essentiel de nos émissions. Nous commençons par ce que nous prescrivons, ce que nous chauffons et ce que nous jetons.',
    '**Donner de la lisibilité aux entreprises.** Une PME qui découvre notre besoin le jour de la publication ne peut ni s’organiser, ni innover, ni se grouper. Nous publierons nos intentions d’achat et nous rencontrerons les filières avant d’écrire.',
  ),
  heading(2, 'Comment lire ce document'),
  paragraph(
    'Le schéma se lit à trois niveaux. Les **axes** disent pourquoi nous agissons. Les **objectifs** disent ce que nous visons en 2031, avec une valeur. Les **actions** disent qui fait quoi, avec quel levier de la commande publique et pour quand. Le chapitre consacré à la gouvernance précise le rôle de chacune et de chacun ; celui du suivi explique comment une valeur est calculée, par qui et à partir de quelle source.',
  ),
  paragraph(
    'Les montants sont exprimés hors taxes. Les pourcentages indiquent toujours de quoi ils sont la part : nombre de marchés notifiés dans l’année, ou valeur de ces marchés. Une part en nombre et une part en valeur ne s’additionnent pas et ne se comparent pas.',
  ),
  horizontalRule(),
];
