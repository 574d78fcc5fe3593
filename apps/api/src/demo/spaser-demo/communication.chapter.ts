import { bulletList, heading, paragraph, table, taskList } from '../rich-text.builder';

export const communication = [
  heading(1, 'Communication', 'communication'),
  heading(2, 'À qui nous parlons, et pour obtenir quoi'),
  paragraph('La communication du schéma n’a pas pour but de le faire connaître pour lui-même. Elle doit déclencher un geste précis chez chaque public : remplir la fiche avant d’acheter, répondre à une consultation, signaler un produit inutile, consulter les résultats.'),
  table(
    'Public | Geste attendu | Support | Moment',
    'Équipes de soins | Signaler un produit jeté sans usage | Affichette au bloc, deux minutes en réunion de service | Chaque trimestre',
    'Prescripteurs·rices | Remplir la fiche « avant d’acheter » | Tutoriel, permanence du mardi | À partir d’avril 2027',
    'Pilotes d’action | Tenir leur indicateur à jour | Lettre d’une page | Avant chaque COTECH',
    'Nouveaux arrivants et arrivantes | Savoir que le schéma existe | Fiche d’une page dans le livret d’accueil | À l’arrivée',
    'Entreprises | Préparer une réponse, se grouper | Programmation publiée, rencontres | Deux fois par an',
    'Patient·es et proches | Comprendre les choix visibles (repas, chambres, tri) | Écrans d’accueil, site | En continu',
    'Instances et tutelles | Arbitrer | Fiche d’une page | Avant chaque séance',
  ),
  heading(2, 'Trois messages'),
  bulletList(
    '**« Le produit le moins polluant est celui que l’on n’achète pas. »** Pour les équipes de soins et les services techniques.',
    '**« Nos besoins sont publiés dix-huit mois à l’avance. »** Pour les entreprises, les associations et les coopératives.',
    '**« Nous publions ce que nous avons vérifié. »** Pour toutes et tous, y compris quand le résultat n’est pas bon.',
  ),
  heading(2, 'Ce que nous ne ferons pas'),
  paragraph('Aucune entreprise n’est citée à titre publicitaire. Les exemples mentionnent une famille d’achat, une technique et un résultat ; le nom d’un titulaire n’apparaît que s’il figure déjà dans les données essentielles et que l’entreprise en est informée. Aucun classement des établissements entre eux n’est diffusé.'),
  heading(2, 'Calendrier de la première année'),
  table(
    'Mois | Action de communication | Responsable',
    'Janvier | Mise en ligne du schéma et de sa synthèse de quatre pages | Direction de la communication',
    'Février | Lettre aux fournisseurs actifs | Direction des achats',
    'Avril | Lancement de la fiche « avant d’acheter » | Direction des achats',
    'Juin | Rencontre avec les entreprises, Rouen | Direction des achats',
    'Octobre | Semaine des achats utiles dans les neuf établissements | À compléter par les référent·es',
    'Novembre | Rencontre avec les entreprises, pays de Bray | CH de Gournay-en-Bray',
  ),
  heading(2, 'À préparer'),
  taskList(
    '[x] Choisir les mots : un lexique de vingt termes sans jargon',
    'Synthèse en quatre pages (à compléter par la direction de la communication)',
    'Version facile à lire et à comprendre, relue par des personnes concernées',
  ),
];

export const publication = [
  heading(1, 'Publication', 'publication'),
  paragraph('Le schéma est public. Il est mis en ligne sur le site de chaque établissement membre, dans une version lisible par les outils d’assistance, et déposé sur le [portail national des achats durables](https://achats-durables.gouv.fr). Les établissements qui n’ont pas de page dédiée renvoient vers celle du CHU.'),
  table(
    'Ce qui est publié | Où | Quand | Responsable',
    'Le schéma adopté | Site de chaque établissement, portail national | Dans le mois qui suit l’adoption | Direction de la communication',
    'La synthèse | Site du CHU | Le même jour | Direction de la communication',
    'Les indicateurs, par acheteur | Page publique et fichier réutilisable | Tous les deux ans au moins, chaque année si possible | Contrôle de gestion',
    'La programmation des achats | Site du CHU | Janvier et juillet | Direction des achats',
    'Les modifications | Page d’historique | À chaque décision | Responsable du schéma',
  ),
  paragraph('La première publication des indicateurs est due au plus tard vingt-quatre mois après l’adoption. Des rappels sont fixés à dix-huit, vingt et un et vingt-trois mois. ~~La page publique est ouverte dès maintenant.~~ L’adresse de la page publique est //à compléter par la direction de la communication//.'),
  paragraph('Adresse du document : à compléter.\nDate de mise en ligne : à compléter.\nRéférence de la décision d’adoption : à compléter.'),
];

export const budget = [
  heading(1, 'Budget', 'budget'),
  paragraph('Le schéma est financé par redéploiement, à l’exception des lignes ci-dessous. Les montants sont des fourchettes en milliers d’euros HT pour la durée du schéma, hors travaux et hors surcoûts d’achat éventuels, suivis dans les budgets des directions.'),
  table(
    'Ligne | Minimum (k€ HT) | Maximum (k€ HT) | Financement',
    'Outil de suivi et reprise des données | 15 | 25 | Exploitation',
    'Rencontres et sourçage | 20 | 40 | Exploitation',
    'Plan de formation | 45 | 60 | Plan de formation des établissements',
    'Mesures et pesées (emballages, repas, déchets) | 20 | 35 | Exploitation, appel à projets possible',
    'Évaluation de 2029 | 20 | 30 | Exploitation',
    'Communication et accessibilité | 10 | 15 | Exploitation',
    '**Total** | **130** | **205** | –',
  ),
  paragraph('L’enveloppe présentée au comité stratégique est de __200 k€ HT__ ; elle est inférieure de 5 k€ au maximum calculé. //Arbitrage à compléter par la direction des finances.//'),
  paragraph('Les gains attendus (énergie, composants de kits non utilisés, tonnages de déchets) ne sont pas déduits. Ils seront constatés dans le bilan annuel, ligne par ligne, et ne seront jamais présentés avant d’être mesurés.'),
];
