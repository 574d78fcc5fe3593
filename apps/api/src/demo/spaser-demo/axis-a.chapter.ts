import { heading, paragraph } from '../rich-text.builder';
import { actionSheet } from './action-sheet.builder';

export const axisA = [
  heading(1, 'Axe A – Faire de nos achats une porte vers l’emploi', 'axis-a'),
  paragraph(
    'Cet axe traite de l’insertion des personnes éloignées de l’emploi, de l’accès au travail des personnes handicapées et de l’égalité entre les femmes et les hommes. Il ne cherche pas à multiplier les heures d’insertion sur des chantiers ponctuels : il vise des parcours plus longs, dans des métiers dont nos établissements ont besoin toute l’année.',
  ),
  heading(2, 'Objectif A1 – Réserver des marchés aux employeurs de personnes handicapées ou défavorisées'),
  paragraph(
    'Cible 2031 : 6 % des marchés notifiés dans l’année sont passés avec une entreprise adaptée, un ESAT ou une structure d’insertion, contre 2,2 % en 2025. La part est calculée en nombre de marchés d’au moins 40 000 € HT ; la part en valeur est suivie à côté, sans cible avant le bilan à mi-parcours.',
  ),
  ...actionSheet({
    code: 'A-1',
    title: 'Réserver des lots de blanchisserie, d’espaces verts et de numérisation',
    text: [
      'Le groupement renouvelle entre 2027 et 2029 trois contrats qui se prêtent à la réservation : l’entretien des vêtements de résident·es dans quatre établissements, les espaces verts de sept sites et la numérisation des archives médicales du CHU. Chaque consultation est précédée d’un échange avec les réseaux d’ESAT et d’entreprises adaptées, pour vérifier la capacité réelle et découper les lots à la bonne échelle.',
      'La réservation n’est pas un rabais sur l’exigence : les contrats prévoient une montée en charge sur six mois, un référent par site et une réunion de suivi trimestrielle.',
    ],
    pilot: 'Direction des achats',
    partners: 'Direction logistique, établissements du pays de Bray, réseau des ESAT',
    due: 'Trois consultations publiées au 31/12/2028',
    levers: 'Réservation, allotissement, sourçage',
    indicators: [
      'Part des marchés passés avec un employeur de personnes handicapées ou défavorisées | % du nombre de marchés | 2,2 % | ≥ 6 % en 2031 | Données essentielles et liste des fournisseurs',
      'Montant mandaté auprès de ces employeurs | € HT par an | 910 000 € | ≥ 2 400 000 € en 2031 | Comptabilité',
    ],
    steps: [
      '[x] Recenser l’offre d’ESAT et d’entreprises adaptées à trente minutes de chaque site',
      '[x] Relever les dates de fin des contrats actuels',
      'Rencontrer les réseaux avant l’été (direction des achats)',
      'Arrêter le découpage des lots « espaces verts » avec les neuf établissements',
      'Publier la première consultation réservée',
    ],
  }),
  ...actionSheet({
    code: 'A-2',
    title: 'Passer de l’heure d’insertion au parcours',
    text: [
      'Les marchés de travaux, de nettoyage et de restauration comporteront une clause d’insertion rédigée en objectifs de parcours : durée minimale de contrat, formation qualifiante, accompagnement nommé. La facilitatrice ou le facilitateur de la clause sociale intervient avant la publication, puis au démarrage et à mi-exécution.',
      'Lorsqu’une clause est jugée impossible, la direction des achats l’écrit et l’explique en dix lignes dans le dossier du marché. Ces motifs sont relus une fois par an en comité technique : ils montrent où l’offre manque.',
    ],
    pilot: 'Direction des achats',
    partners: 'Direction des travaux, facilitateurs·rices de la clause sociale, direction des ressources humaines',
    due: '31/12/2027 pour le modèle de clause, puis chaque renouvellement',
    levers: 'Condition d’exécution, justification écrite',
    indicators: [
      'Marchés avec considération sociale | % du nombre de marchés | 10,0 % | ≥ 30 % en 2030 | Données essentielles',
      'Heures d’insertion réalisées | heures par an | 14 200 | ≥ 26 000 en 2031 | Tableau des facilitateurs·rices',
      'Personnes en contrat d’au moins six mois | personnes par an | 8 | ≥ 30 en 2031 | Tableau des facilitateurs·rices',
    ],
  }),
  ...actionSheet({
    code: 'A-3',
    title: 'Confier la manutention et les navettes internes à des équipes mixtes',
    text: [
      'Trois sites achètent aujourd’hui de la manutention en intérim, au coup par coup. L’action consiste à regrouper ce besoin dans un contrat pluriannuel associant un logisticien et une entreprise adaptée de travail temporaire, avec un objectif de passage en emploi durable.',
    ],
    pilot: 'Direction logistique',
    partners: 'CHS du Rouvray, CH du Bois-Petit, direction des achats',
    due: '30/06/2029',
    levers: 'Groupement d’opérateurs, clause de progrès',
    indicators: ['Personnes recrutées durablement à l’issue du contrat | personnes cumulées | 0 | ≥ 12 en 2031 | Titulaire, contrôlé par la direction logistique'],
  }),
  heading(2, 'Objectif A2 – Mieux connaître les entreprises sociales et solidaires'),
  paragraph(
    'Cible 2031 : 3 % des marchés notifiés dans l’année sont attribués à une entreprise agréée ESUS, contre 0,7 % en 2025. //Cette cible est la proposition du groupe projet ; le comité stratégique doit encore l’arrêter.//',
  ),
  ...actionSheet({
    code: 'A-4',
    title: 'Tenir une liste de fournisseurs ESUS et d’employeurs inclusifs',
    text: [
      'Les données essentielles donnent le SIRET du titulaire, jamais son agrément. La direction des achats tiendra donc une liste de fournisseurs, actualisée chaque mois de janvier à partir des listes publiques d’agrément et d’une question posée dans les dossiers de candidature. La liste sert au calcul de deux cibles distinctes, qu’il ne faut pas additionner : les entreprises ESUS d’un côté, les employeurs de personnes défavorisées de l’autre.',
    ],
    pilot: 'Direction des achats, cellule données',
    partners: 'Chambre régionale de l’économie sociale et solidaire, contrôle de gestion',
    due: 'Première liste au 31/03/2027',
    levers: 'Sourçage, question de candidature, étiquette fournisseur',
    indicators: [
      'Part des marchés attribués à une entreprise ESUS | % du nombre de marchés | 0,7 % | ≥ 3 % en 2031, à arbitrer | Liste interne',
      'Fournisseurs actifs dont le statut a été vérifié | % des fournisseurs actifs | 4 % | ≥ 80 % en 2028 | Liste interne',
    ],
    steps: [
      'Définir le statut « vérifié » et sa durée de validité (cellule juridique)',
      'Ajouter la question au modèle de candidature',
      '[x] Demander l’avis du délégué à la protection des données',
    ],
  }),
  ...actionSheet({
    code: 'A-5',
    title: 'Organiser deux rencontres par an avec les entreprises du territoire',
    text: [
      'Une rencontre est consacrée aux métiers (blanchisserie, propreté, alimentation, second œuvre), l’autre aux besoins à venir. Elles se tiennent alternativement à Rouen et dans le pays de Bray, en fin de journée, avec une participation à distance. Le compte rendu est public et ne contient aucun prix.',
    ],
    pilot: 'Direction des achats',
    partners: 'Chambres consulaires, réseaux de l’insertion et du handicap, communication',
    due: 'Première rencontre au premier semestre 2027',
    levers: 'Sourçage collectif, programmation publiée',
    indicators: ['Entreprises présentes, dont PME, associations et coopératives | nombre par an | 0 | ≥ 60 par an dès 2028 | Feuilles d’inscription'],
  }),
  heading(2, 'Objectif A3 – Faire progresser l’égalité et la qualité de vie au travail chez nos prestataires'),
  paragraph('Cible 2031 : tous les marchés de services à forte main-d’œuvre comportent une clause de progrès sur les conditions de travail, contrôlée au moins une fois par an.'),
  ...actionSheet({
    code: 'A-6',
    title: 'Généraliser le travail en journée dans le nettoyage',
    text: [
      'Les contrats de nettoyage des locaux administratifs et des consultations imposent encore des horaires très matinaux ou très tardifs, le plus souvent à des femmes à temps partiel. En passant les interventions en journée quand l’activité le permet, on rend possibles des contrats plus longs et des transports moins chers. Le bionettoyage des zones à risque n’est pas concerné.',
    ],
    pilot: 'Direction logistique',
    partners: 'Équipe d’hygiène, cadres des services, instances représentatives',
    due: 'Au renouvellement de 2028',
    levers: 'Définition du besoin, critère social pondéré à 10 %',
    indicators: [
      'Heures de nettoyage réalisées entre 7 h et 18 h | % des heures achetées | 34 % | ≥ 70 % en 2030 | Titulaires, contrôle par sondage',
      'Durée hebdomadaire moyenne des contrats de travail | heures | à compléter par le titulaire | ≥ 28 en 2031 | Titulaires',
    ],
  }),
  ...actionSheet({
    code: 'A-7',
    title: 'Demander un plan de progrès sur l’égalité professionnelle',
    text: [
      'À partir de 2028, les marchés de prestations intellectuelles, de sécurité et d’informatique demanderont un plan de progrès : écarts de rémunération, accès des femmes aux postes techniques, prévention des violences sexistes et sexuelles. Le plan est négocié dans les trois mois qui suivent la notification et relu tous les ans. Un plan vide entraîne une pénalité ; un plan tenu donne lieu à une attestation que l’entreprise peut produire ailleurs.',
    ],
    pilot: 'Direction des ressources humaines',
    partners: 'Direction du numérique, direction des achats, référent·es égalité',
    due: '31/12/2028',
    levers: 'Condition d’exécution, pénalité',
    indicators: ['Plans de progrès signés et relus dans l’année | % des marchés concernés | 0 % | 100 % en 2030 | Fiches de suivi'],
  }),
];
