import { blockquote, bulletList, heading, orderedList, paragraph, table, taskList } from '../rich-text.builder';

export const followUp = [
  heading(1, 'Suivi et évaluation', 'follow-up'),
  heading(2, 'Une mesure que l’on peut refaire'),
  paragraph(
    'Un indicateur n’est retenu que si une autre personne, avec la même source, retrouve la même valeur. Chaque indicateur dispose donc d’une carte d’identité : nom, question à laquelle il répond, unité, numérateur, dénominateur, périmètre, source, valeur de départ et sa date, cible et sa date, fréquence, personne référente par fonction.',
  ),
  table(
    'Rubrique | Exemple : employeurs de personnes handicapées ou défavorisées',
    'Question | Nos marchés ouvrent-ils réellement des emplois à ces personnes ?',
    'Unité | % du nombre de marchés',
    'Numérateur | Marchés notifiés dans l’année dont le titulaire est un ESAT, une entreprise adaptée ou une structure d’insertion, ou qui ont été réservés',
    'Dénominateur | Tous les marchés d’au moins 40 000 € HT notifiés dans l’année',
    'Périmètre | Chaque acheteur, puis ensemble à titre indicatif',
    'Départ | 2,2 %, au 31/12/2025',
    'Cible | Au moins 6 %, au 31/12/2031',
    'Source | Données essentielles, croisées avec la liste des fournisseurs (action A-4)',
    'Fréquence | Annuelle, publiée au moins tous les deux ans',
    'Référence | Cellule données, direction des achats',
  ),
  heading(2, 'Trois familles d’indicateurs'),
  bulletList(
    'Les **indicateurs légaux** mesurent la part des achats sociaux et écologiques par catégorie. Ils s’expriment en nombre de contrats ou en valeur, et rien d’autre.',
    'Les **indicateurs de résultat** mesurent un effet : tonnes, kilowattheures, grammes, personnes. Ils ne remplacent pas les premiers.',
    'Les **indicateurs de changement** disent si une pratique a été modifiée. Ils valent « fait » ou « non fait », avec une date et une preuve.',
  ),
  blockquote(
    'Le groupe projet visait une trentaine d’indicateurs. Les vingt-neuf fiches en comptent quarante-cinq. Un tri est nécessaire avant l’adoption : //proposition à compléter par le contrôle de gestion pour le prochain comité technique.//',
  ),
  heading(2, 'Tableau des indicateurs légaux'),
  table(
    'Indicateur | Part en nombre, 2025 | Part en valeur, 2025 | Cible 2029 | Cible 2031',
    'Marchés avec considération environnementale | 45,1 % | 52,0 % | 90 % du nombre | 100 % du nombre',
    'Marchés avec considération sociale | 10,0 % | 16,3 % | 24 % du nombre | 30 % du nombre',
    'Marchés attribués à une entreprise ESUS | 0,7 % | 0,3 % | 2 % du nombre | 3 % du nombre, à arbitrer',
    'Marchés passés avec un employeur de personnes défavorisées | 2,2 % | 0,8 % | 4 % du nombre | 6 % du nombre',
  ),
  paragraph(
    'Les cibles sont exprimées en nombre de marchés. La part en valeur est publiée à côté, sans cible : un seul marché de travaux peut la faire varier de dix points d’une année sur l’autre.',
  ),
  heading(2, 'Collecte et qualité des données'),
  orderedList(
    '**Extraction.** Le contrôle de gestion extrait les données essentielles et les mandats au plus tard le 31 janvier.',
    '**Complément.** Les pilotes saisissent les valeurs que l’extraction ne donne pas.',
    '**Vérification.** Un dixième des valeurs est refait par une autre personne.',
    '**Validation.** Chaque établissement valide ses chiffres, puis le COTECH valide l’ensemble.',
    '**Publication.** Seules les valeurs validées sont publiées, avec leur date, leur période et leur source.',
  ),
  paragraph(
    'Une valeur publiée n’est jamais effacée. En cas d’erreur, une valeur corrigée est ajoutée avec son motif, et la page publique montre les deux dates. Une case vide est affichée « non renseigné » ; elle n’est jamais comptée comme un zéro.',
  ),
  heading(2, 'Le bilan annuel'),
  paragraph(
    'Le bilan tient en six pages. Il présente l’avancement de chaque axe, les actions achevées, celles qui sont en retard et pourquoi, trois exemples racontés par les équipes, et la liste des décisions attendues. Il est présenté au COPIL de mars, puis au conseil de surveillance de chaque établissement.',
  ),
  table(
    'Rendez-vous | Quand | Produit attendu | Responsable',
    'COTECH n° 1 | Février | Valeurs validées de l’année écoulée | Contrôle de gestion',
    'COPIL n° 1 | Mars | Bilan annuel, arbitrages | Responsable du schéma',
    'COTECH n° 2 | Mai | Programmation des achats du semestre | Direction des achats',
    'COTECH n° 3 | Septembre | Actions à six mois de l’échéance | Pilotes d’action',
    'COPIL n° 2 | Octobre | Priorités de l’année suivante | Direction générale adjointe',
    'COTECH n° 4 | Décembre | Plan de formation, campagne de données | Direction des ressources humaines',
  ),
  heading(2, 'Le bilan à mi-parcours de 2029'),
  paragraph(
    'Au second semestre 2029, une évaluation est menée par une personne extérieure à la direction des achats. Elle répond à quatre questions : les actions ont-elles été menées ? ont-elles produit l’effet attendu ? à quel coût ? que faut-il arrêter ? Le comité stratégique peut alors changer le schéma. Toute modification conserve la valeur de départ de 2025 et mentionne l’instance qui a décidé.',
  ),
  heading(2, 'Risques suivis'),
  table(
    'Risque | Effet | Réponse prévue | Suivi par',
    'Départ d’un·e pilote d’action | Action arrêtée | Suppléance nommée dès la lettre de mission | Responsable du schéma',
    'Consultation infructueuse sur un lot réservé | Retard d’un an | Sourçage préalable, publication anticipée | Direction des achats',
    'Hausse des prix alimentaires | Recul des taux EGalim | Menus plus végétaux, marge de deux à cinq points | Restauration',
    'Données non renseignées | Indicateur non publiable | Contrôle à la notification | Cellule des marchés',
    'Tension d’approvisionnement en produits de santé | Report d’essais | Décision du comité du médicament | Pharmacie',
  ),
  heading(2, 'Préparer la première campagne'),
  taskList(
    '[x] Modèle de carte d’identité des indicateurs',
    '[x] Accès de chaque établissement à ses données essentielles',
    'Règle de calcul de l’activité comparable (à compléter par le contrôle de gestion)',
    'Essai à blanc sur l’année 2025 avec le CH d’Yvetot',
  ),
];
