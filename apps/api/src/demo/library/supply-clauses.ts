import type { DemoClause } from './demo-clause';

/** Food, textiles, vehicles, office, digital. */
export const supplyClauses: readonly DemoClause[] = [
  {
    key: 'bio-et-qualite', title: 'Produits durables et biologiques en restauration collective', phase: 'cctp', segments: ['food'], themes: ['food', 'regulation'], legal: ['L. 230-5-1 CRPM'],
    contributor: 'GHT Caux Maritime', year: 2024,
    text: 'Le lot « produits laitiers » comprend au moins 30 % de produits biologiques en valeur. Chaque facture distingue les produits qui comptent dans les objectifs réglementaires. Un état annuel est remis avant le 31 janvier.',
    interest: 'L’état annuel évite de ressaisir les factures au moment de la déclaration.',
    watchPoints: ['Raisonner en valeur d’achat HT, pas en poids', 'Lotir par famille pour laisser place aux producteurs'],
  },
  {
    key: 'gaspillage', title: 'Lutte contre le gaspillage alimentaire', phase: 'execution', segments: ['food'], themes: ['food', 'waste'], legal: ['L. 2112-2'],
    contributor: 'Lycée (démonstration)', year: 2022,
    text: 'Le titulaire pèse les retours d’assiettes deux semaines par an, propose des grammages ajustés et donne les excédents consommables. L’objectif est un tiers de pertes en moins en deux ans.',
    interest: 'Les économies financent la qualité.',
    watchPoints: ['Prévoir la convention de don', 'Former le personnel de service'],
  },
  {
    key: 'circuits-fraicheur', title: 'Fraîcheur et saisonnalité des fruits et légumes', phase: 'rc', segments: ['food'], themes: ['food'], legal: ['R. 2152-7'],
    contributor: 'Ville (démonstration)', year: 2023,
    text: 'Le critère « fraîcheur », pondéré à 20 %, note le délai entre récolte et livraison et le respect du calendrier de saison joint. Le nombre d’intermédiaires est demandé à titre d’information.',
    interest: 'Favorise les organisations courtes sans critère géographique.',
    watchPoints: ['Ne pas noter la distance', 'Vérifier les délais par sondage'],
  },
  {
    key: 'textile-recycle', title: 'Vêtements de travail en fibres recyclées ou biologiques', phase: 'cctp', segments: ['textiles'], themes: ['circular_economy'], legal: ['AGEC art. 58'],
    contributor: 'Intercommunalité (démonstration)', year: 2024,
    text: 'Un cinquième au moins des pièces comporte 30 % de fibres recyclées ou est issu du réemploi. Les tenues sont réparables : boutons et fermetures sont disponibles trois ans. Les articles usagés sont repris.',
    interest: 'Répond aux catégories de produits que les collectivités déclarent.',
    watchPoints: ['Tester la tenue au lavage industriel', 'Les équipements de protection individuelle suivent d’autres règles'],
  },
  {
    key: 'vehicules-occasion', title: 'Véhicules d’occasion et faibles émissions', phase: 'cctp', segments: ['vehicles'], themes: ['vehicles', 'mobility'], legal: ['L. 224-7 C. env.'],
    contributor: 'Communauté urbaine (démonstration)', year: 2023,
    text: 'Les véhicules de moins de trois ans et de moins de 40 000 km sont admis. La moitié au moins est à très faibles émissions. La batterie conserve 80 % de sa capacité pendant la garantie.',
    interest: 'L’occasion réduit le coût et les délais.',
    watchPoints: ['Un système d’acquisition dynamique convient à ces achats', 'Prévoir les bornes avant les véhicules'],
  },
  {
    key: 'logistique-douce', title: 'Livraisons groupées et dernier kilomètre sans émission', phase: 'execution', segments: ['transport_services', 'hotel_logistics'], themes: ['mobility', 'energy'], legal: ['L. 2112-2'],
    contributor: 'GHT Rouen Cœur de Seine', year: 2024,
    text: 'Deux livraisons par semaine et par site, sur créneau. Le dernier kilomètre en zone à faibles émissions est assuré en vélo cargo ou en véhicule électrique. Les emballages sont repris au passage suivant.',
    interest: 'Moins de quais encombrés, moins de camions aux heures de visite.',
    watchPoints: ['Définir une procédure d’urgence hors créneau'],
  },
  {
    key: 'mobilier-reemploi', title: 'Mobilier de bureau issu du réemploi', phase: 'cctp', segments: ['furniture'], themes: ['circular_economy'], legal: ['AGEC art. 58'],
    contributor: 'Région (démonstration)', year: 2024,
    text: 'Le bordereau comprend pour chaque référence une ligne « réemploi » et une ligne « neuf ». Le réemploi est commandé en premier ; le neuf l’est quand le stock ne suffit pas, ce que le titulaire écrit. La garantie est de deux ans dans les deux cas.',
    interest: 'Les services essaient sans renoncer au neuf.',
    watchPoints: ['Accepter des teintes différentes', 'Compter les pièces de réemploi pour l’indicateur'],
  },
  {
    key: 'papier', title: 'Papier recyclé et impression sobre', phase: 'cctp', segments: ['office'], themes: ['circular_economy', 'digital'], legal: ['L. 2111-2'],
    contributor: 'Université (démonstration)', year: 2022,
    text: 'Le papier courant est recyclé à 100 %, blanchi sans chlore. Les imprimantes arrivent réglées en recto verso et en noir. Un tableau annuel donne les pages par service.',
    interest: 'Une mesure rapide, bien acceptée.',
    watchPoints: ['Tester le papier sur le parc avant la notification'],
  },
  {
    key: 'materiel-reconditionne', title: 'Ordinateurs reconditionnés et durée de vie allongée', phase: 'cctp', segments: ['it'], themes: ['digital', 'circular_economy'], legal: ['AGEC art. 58'],
    contributor: 'CHU (démonstration)', year: 2024,
    text: 'Un poste sur cinq est reconditionné, avec la même garantie de trois ans. Les pièces détachées restent disponibles cinq ans. Les disques des matériels rendus sont effacés avec certificat, puis les machines réemployées.',
    interest: 'La fabrication pèse plus que l’usage dans le bilan d’un ordinateur.',
    watchPoints: ['Valider la liste des modèles avec la sécurité informatique', 'Demander l’indice de réparabilité'],
  },
  {
    key: 'eco-conception-service', title: 'Écoconception d’un service numérique', phase: 'rc', segments: ['it', 'intellectual'], themes: ['digital'], legal: ['R. 2152-7'],
    contributor: 'Région (démonstration)', year: 2023,
    text: 'Le critère « sobriété numérique », pondéré à 10 %, note la démarche proposée : poids des pages, durée de vie des terminaux acceptés, hébergement, purge des données. Trois pages témoins sont mesurées à la livraison.',
    interest: 'Des services plus rapides sur de vieux postes.',
    watchPoints: ['Rendre la mesure contractuelle', 'Citer le référentiel public d’écoconception'],
  },
];
