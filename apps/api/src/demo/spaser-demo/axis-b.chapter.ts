import { blockquote, heading, paragraph } from '../rich-text.builder';
import { actionSheet } from './action-sheet.builder';

export const axisB = [
  heading(1, 'Axe B – Réduire l’empreinte carbone et les consommations', 'axis-b'),
  paragraph(
    'Cet axe porte sur les émissions de gaz à effet de serre, l’énergie, l’eau et les déplacements liés à nos achats. Il commence par les produits de santé, premier poste du bilan, même si la donnée y est la plus fragile : attendre qu’elle soit parfaite reviendrait à ne rien faire.',
  ),
  heading(2, 'Objectif B1 – Prescrire et acheter les produits de santé avec sobriété'),
  paragraph('Cible 2031 : les émissions attribuées aux médicaments, dispositifs médicaux et réactifs baissent de 15 % par rapport à 2025, à activité comparable. L’activité est mesurée en journées et en séances.'),
  ...actionSheet({
    code: 'B-1',
    title: 'Remplacer les gaz anesthésiques les plus émetteurs',
    text: [
      'Les équipes d’anesthésie du CHU ont déjà réduit le recours au desflurane. L’action étend cette pratique à l’ensemble des blocs du groupement et traite les fuites du réseau de protoxyde d’azote, remplacé par des bouteilles quand l’usage le permet. C’est l’action la plus rapide du schéma, et sans doute la moins coûteuse.',
    ],
    pilot: 'Pharmacie à usage intérieur',
    partners: 'Blocs opératoires, service biomédical, direction des travaux',
    due: '31/12/2027',
    levers: 'Livret thérapeutique, marché de maintenance des réseaux',
    indicators: [
      'Émissions des gaz anesthésiques | tCO2e par an | 1 150 | ≤ 400 en 2028 | Pharmacie, facteurs du BEGES',
      'Réseaux de protoxyde d’azote déposés ou isolés | nombre de sites | 1 | 4 en 2029 | Direction des travaux',
    ],
    steps: ['[x] Mesurer les quantités achetées et administrées', '[x] Obtenir l’accord du comité du médicament', 'Chiffrer la dépose des réseaux (à compléter par la direction des travaux)'],
  }),
  ...actionSheet({
    code: 'B-2',
    title: 'Introduire un critère environnemental utile dans les marchés de dispositifs médicaux',
    text: [
      'Le critère environnemental actuel récompense la qualité rédactionnelle du mémoire. Il est remplacé par trois questions fermées, vérifiables sur pièce : lieu de stérilisation et de conditionnement final, masse d’emballage par unité de soin, existence d’une version réutilisable validée. La pondération retenue est comprise entre 10 et 15 % de la note, selon la famille.',
      'Le service biomédical et l’équipe d’hygiène gardent un droit de veto technique : aucune substitution n’est faite contre leur avis.',
    ],
    pilot: 'Direction des achats, filière dispositifs médicaux',
    partners: 'Pharmacie, équipe d’hygiène, hôpitaux du réseau régional',
    due: 'Trois familles par an à partir de 2027',
    levers: 'Critère d’attribution, sourçage, essais en service',
    indicators: [
      'Marchés de dispositifs médicaux avec critère vérifiable | % du nombre de marchés de la famille | 12 % | 100 % en 2031 | Fichier des marchés',
      'Masse d’emballage par unité, panel de vingt références | grammes, moyenne | à mesurer en 2027 | −20 % en 2031 | Pesées en pharmacie',
    ],
  }),
  ...actionSheet({
    code: 'B-3',
    title: 'Acheter la juste quantité : pansements, kits et champs opératoires',
    text: [
      'Une étude menée dans deux blocs a montré que près d’un quart des composants des kits opératoires n’étaient pas utilisés. Les compositions seront revues avec les équipes, spécialité par spécialité, puis inscrites au marché avec une clause de révision annuelle. La même méthode sera appliquée aux pansements de longue durée en gériatrie.',
    ],
    pilot: 'Direction des soins',
    partners: 'Blocs opératoires, pharmacie, gériatres des établissements parties',
    due: 'Huit spécialités au 31/12/2029',
    levers: 'Définition du besoin, clause de révision',
    indicators: ['Composants de kits jetés sans usage | % des composants livrés | 23 % | ≤ 8 % en 2030 | Audit annuel de cent interventions'],
  }),
  heading(2, 'Objectif B2 – Consommer moins d’énergie, et une énergie moins carbonée'),
  paragraph('Cible 2031 : les consommations d’énergie finale des bâtiments baissent de 25 % par rapport à 2019, à climat corrigé ; la part d’énergie renouvelable ou de récupération atteint 45 % de l’énergie consommée.'),
  blockquote(
    'Attention à l’année de référence : le schéma directeur immobilier part de 2019, le reste du schéma part de 2025. Les deux bases sont conservées. Une courbe unique sera présentée au comité de pilotage avec les deux points de départ.',
  ),
  ...actionSheet({
    code: 'B-4',
    title: 'Passer deux contrats de performance énergétique',
    text: [
      'Le premier contrat concerne quatre pavillons du CHS du Rouvray, chauffés au gaz et peu isolés. Le second porte sur le CH d’Yvetot et le CH de Barentin, dont les besoins sont voisins. Dans les deux cas la rémunération dépend du résultat mesuré ; les travaux d’isolation privilégient les matériaux biosourcés quand la réglementation incendie le permet.',
    ],
    pilot: 'Direction des travaux',
    partners: 'CHS du Rouvray, CH d’Yvetot, CH de Barentin, direction des finances',
    due: 'Notification du premier contrat au 30/09/2028',
    levers: 'Marché global de performance, garantie de résultat, clause d’insertion',
    indicators: [
      'Consommation d’énergie finale | kWh/m² par an, climat corrigé | 247 | ≤ 198 en 2031 | Factures et relevés',
      'Surface isolée en matériaux biosourcés | m² cumulés | 0 | ≥ 9 000 en 2031 | Décomptes de travaux',
    ],
    steps: ['[x] Réaliser les audits énergétiques des pavillons', 'Choisir l’assistance à maîtrise d’ouvrage', 'Présenter le plan de financement au comité stratégique (à compléter par la direction des finances)'],
  }),
  ...actionSheet({
    code: 'B-5',
    title: 'Acheter une électricité et une chaleur renouvelables',
    text: [
      'Le groupement achète son électricité par un groupement régional. Il demandera, au prochain renouvellement, une part d’électricité d’origine renouvelable issue d’installations récentes et étudiera un contrat direct avec un producteur. Deux sites peuvent être raccordés à un réseau de chaleur urbain alimenté par la récupération.',
    ],
    pilot: 'Direction des travaux',
    partners: 'Groupement régional d’achat d’énergie, métropole',
    due: '31/12/2029',
    levers: 'Spécification, contrat de long terme',
    indicators: ['Énergie renouvelable ou de récupération | % de l’énergie finale | 18 % | ≥ 45 % en 2031 | Factures, garanties d’origine'],
  }),
  ...actionSheet({
    code: 'B-6',
    title: 'Décarboner la flotte et les livraisons',
    text: [
      'La flotte du groupement compte 184 véhicules légers. Le renouvellement suivra une règle simple : pas de véhicule neuf si le kilométrage annuel est inférieur à 6 000 km, véhicule électrique par défaut pour les trajets inférieurs à 150 km par jour. Pour les livraisons, les contrats logistiques fixeront des créneaux groupés et une proportion de tournées à faibles émissions dans l’agglomération.',
    ],
    pilot: 'Direction logistique',
    partners: 'Direction du développement durable, transporteurs',
    due: '31/12/2030',
    levers: 'Définition du besoin, clause de livraison',
    indicators: [
      'Véhicules à faibles ou très faibles émissions | % des véhicules acquis dans l’année | 22 % | ≥ 60 % en 2029 | Inventaire de la flotte',
      'Livraisons par semaine sur les quais du CHU | nombre moyen | 410 | ≤ 330 en 2030 | Registre des quais',
    ],
  }),
  heading(2, 'Objectif B3 – Économiser l’eau'),
  paragraph('Cible 2031 : baisse de 10 % des volumes d’eau potable achetés par rapport à une moyenne 2023-2025. //La valeur de départ est à compléter par la direction des travaux : trois sites n’ont pas de compteur divisionnaire.//'),
  ...actionSheet({
    code: 'B-7',
    title: 'Équiper et récupérer : dialyse, blanchisserie, arrosage',
    text: [
      'L’eau rejetée par le traitement d’eau de dialyse est propre et abondante ; une partie peut servir au nettoyage des quais ou à l’arrosage. Les marchés de blanchisserie demanderont un volume maximal par kilo de linge. Les marchés d’espaces verts excluront l’arrosage à l’eau potable hors plantations de l’année, et aucun produit phytosanitaire n’y sera employé.',
    ],
    pilot: 'Direction des travaux',
    partners: 'Service de néphrologie, direction logistique, équipe d’hygiène',
    due: '31/12/2030',
    levers: 'Spécification technique, variante, essai',
    indicators: [
      'Eau potable achetée | m³ par an | à compléter | −10 % en 2031 | Factures d’eau',
      'Eau consommée en blanchisserie | litres par kg de linge | 14 | ≤ 9 en 2031 | Titulaire',
    ],
  }),
];
