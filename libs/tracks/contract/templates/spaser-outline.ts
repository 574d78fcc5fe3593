import type { OutlineSection, OutlineTemplate } from '@cohorte/drafts/contract';

const preamble: OutlineSection = {
  id: 'preamble', title: 'Préambule',
  guidance: 'Une page au plus. Dites pourquoi la structure s’engage et qui le dit : direction, présidence, élu·es. Les chiffres viendront ensuite.',
  blocks: [{ type: 'paragraph', text: 'Mot de la direction : à compléter.' }],
  sections: [{
    id: 'intentions', title: 'Nos intentions',
    guidance: 'Trois à cinq priorités, dans les mots de l’instance dirigeante. Chaque action du schéma devra en servir au moins une.',
    blocks: [{ type: 'orderedList', items: ['Première priorité', 'Deuxième priorité', 'Troisième priorité'] }],
  }],
};

const context: OutlineSection = {
  id: 'context', title: 'Contexte et périmètre',
  guidance: 'Rappelez le cadre, présentez la structure et dites ce que le schéma couvre : acheteurs, types de marchés, durée.',
  sections: [
    { id: 'context-law', title: 'Cadre réglementaire', guidance: 'L’article L. 2111-3 du code de la commande publique suffit comme socle. Signalez ce qui reste à vérifier.' },
    {
      id: 'context-buyers', title: 'Acheteurs concernés',
      guidance: 'Un GHT n’a pas de personnalité morale : nommez chaque établissement, et dites s’il participe par obligation ou volontairement.',
      blocks: [{ type: 'table', headers: ['Acheteur', 'Participation', 'Achats annuels (M€ HT)', 'Source et année'], rows: [['', '', '', ''], ['', '', '', '']] }],
    },
    {
      id: 'context-policies', title: 'Politiques liées',
      guidance: 'Projet d’établissement, bilan des émissions, plan de mobilité… Notez ce que le schéma reprend de chacune.',
      blocks: [{ type: 'table', headers: ['Politique', 'Porteur', 'Ce que le schéma en reprend'], rows: [['', '', '']] }],
    },
    { id: 'context-period', title: 'Durée et révision', guidance: 'Fixez une échéance ; au-delà de quatre ans, prévoyez un bilan à mi-parcours.' },
  ],
};

const diagnosis: OutlineSection = {
  id: 'diagnosis', title: 'Diagnostic',
  guidance: 'Décrivez le point de départ sans l’embellir. Une donnée manquante est une information : écrivez qui doit la fournir.',
  sections: [
    {
      id: 'diagnosis-spend', title: 'Cartographie des achats',
      guidance: 'Montants HT par segment, avec l’année et la source. Notez le potentiel social et écologique de chacun.',
      blocks: [{ type: 'table', headers: ['Segment', 'Montant (€ HT)', 'Part du total', 'Potentiel social', 'Potentiel écologique'], rows: [['', '', '', '', ''], ['', '', '', '', '']] }],
    },
    { id: 'diagnosis-practices', title: 'Pratiques actuelles', guidance: 'Part des marchés avec considération sociale ou environnementale : précisez toujours si c’est en nombre ou en valeur.' },
    { id: 'diagnosis-maturity', title: 'Autodiagnostic', guidance: 'Reportez la note de chaque axe et ce que l’équipe en retient.' },
    {
      id: 'diagnosis-gaps', title: 'Données à réunir', guidance: 'Une ligne par donnée, avec la direction qui la détient.',
      blocks: [{ type: 'taskList', items: ['Dépenses par segment', 'Marchés arrivant à échéance', 'Considérations déclarées'] }],
    },
  ],
};

const indicatorTable = {
  type: 'table', headers: ['Indicateur', 'Unité', 'Départ', 'Cible et date', 'Source'], rows: [['', '', '', '', '']],
} as const;

function axis(id: string, title: string, guidance: string): OutlineSection {
  return {
    id, title, guidance,
    sections: [{
      id: `${id}-objective-1`, title: 'Objectif 1', guidance: 'Ce qui est visé, avec une valeur et une date.',
      sections: [{
        id: `${id}-action-1`, title: 'Action 1', guidance: 'Un pilote hors de la direction des achats quand c’est possible, une échéance, un levier de la commande publique.',
        blocks: [{ type: 'table', headers: ['Pilote', 'Contributeurs', 'Échéance', 'Leviers'], rows: [['', '', '', '']] }],
        sections: [{ id: `${id}-indicators-1`, title: 'Indicateurs', guidance: 'Peu d’indicateurs, et d’abord ceux qui existent déjà ailleurs.', blocks: [indicatorTable] }],
      }],
    }],
  };
}

const axes: readonly OutlineSection[] = [
  axis('axis-a', 'Axe A – Emploi, insertion et égalité', 'La loi attend des objectifs d’insertion des personnes handicapées ou défavorisées, et deux cibles distinctes : ESUS d’une part, employeurs de ces personnes d’autre part.'),
  axis('axis-b', 'Axe B – Climat, énergie et eau', 'Réduction des émissions et des consommations d’énergie, d’eau et de matériaux : traitez chacune, ou dites pourquoi elle est écartée.'),
  axis('axis-c', 'Axe C – Durabilité, économie circulaire et sobriété numérique', 'Durée de vie des produits, réemploi, sobriété numérique, alimentation : partez des contrats qui arrivent à échéance.'),
  axis('axis-d', 'Axe D – Accès des entreprises et conduite du changement', 'Programmation publiée, sourçage, formation, contrôle des engagements.'),
];

const governance: OutlineSection = {
  id: 'governance', title: 'Gouvernance',
  guidance: 'Qui décide, qui prépare, qui fait. Un comité de pilotage une à deux fois par an, un comité technique trois à quatre fois par an.',
  blocks: [{
    type: 'table', headers: ['Instance', 'Présidence', 'Composition', 'Fréquence'],
    rows: [['Comité de pilotage', '', '', ''], ['Comité technique', '', '', ''], ['Équipe projet', '', '', '']],
  }],
  sections: [{ id: 'governance-stakeholders', title: 'Parties prenantes associées', guidance: 'Qui a été consulté, quand, et ce que cela a changé dans le texte.' }],
};

const followUp: OutlineSection = {
  id: 'follow-up', title: 'Suivi et évaluation',
  guidance: 'Un suivi annuel est demandé. Dites qui collecte, qui vérifie, qui valide, et gardez la valeur de départ en cas de révision.',
  sections: [
    { id: 'follow-up-indicators', title: 'Indicateurs légaux', guidance: 'En nombre de contrats ou en valeur, par catégorie et par acheteur.', blocks: [indicatorTable] },
    { id: 'follow-up-review', title: 'Bilan annuel et mi-parcours', guidance: 'Fixez les dates et l’instance qui peut modifier le schéma.' },
  ],
};

const ending: readonly OutlineSection[] = [
  {
    id: 'communication', title: 'Communication', guidance: 'Pour chaque public, le geste attendu. Pensez aux équipes internes, aux entreprises et aux nouvelles recrues.',
    blocks: [{ type: 'table', headers: ['Public', 'Geste attendu', 'Support', 'Moment'], rows: [['', '', '', '']] }],
  },
  {
    id: 'publication', title: 'Publication', guidance: 'Le schéma est mis en ligne après adoption ; ses indicateurs sont publiés au moins tous les deux ans.',
    blocks: [{ type: 'taskList', items: ['Adresse de la page publique', 'Date d’adoption et référence de l’acte', 'Version accessible du document', 'Dépôt sur le portail national'] }],
  },
];

/** What the draft of a new SPASER starts as. */
export const spaserOutline: OutlineTemplate = {
  sections: [preamble, context, diagnosis, ...axes, governance, followUp, ...ending],
};
