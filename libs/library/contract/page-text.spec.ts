import { blocksOf, flowed } from './page-text';

const page = `Chapitre 3 : Comment
Le béton de chanvre associe la chènevotte, partie ligneuse de la tige, à un liant à base de chaux. Il
isole les murs et régule l’humidité ; il ne porte pas la charge. Dans les marchés de réhabi-
litation, prévoyez un lot dédié et un temps de séchage
d’un mois par centimètre.
Points de vigilance
• Fiches FDES
• Filière tracée, de la culture jusqu’à la mise en œuvre par une entreprise formée et assurée comme telle
• Séchage

Lot Part Montant`;

it('lines that the page had cut are paragraphs again; titles, items and tables stay apart', () => {
  expect(flowed(page)).toEqual([
    'Chapitre 3 : Comment',
    'Le béton de chanvre associe la chènevotte, partie ligneuse de la tige, à un liant à base de chaux. Il isole les murs et régule l’humidité ; il ne porte pas la charge. Dans les marchés de réhabilitation, prévoyez un lot dédié et un temps de séchage',
    'd’un mois par centimètre.', 'Points de vigilance', '• Fiches FDES', '• Filière tracée, de la culture jusqu’à la mise en œuvre par une entreprise formée et assurée comme telle', '• Séchage', 'Lot Part Montant',
  ]);
});

it('a narrow page is left as it is', () => {
  expect(flowed('Lot 1\nLot 2\n\nTotal')).toEqual(['Lot 1', 'Lot 2', 'Total']);
});

it('a text that was written is left in its paragraphs; rows of cells are a table, whose first row is its head unless it has figures or holes', () => {
  expect(blocksOf('Un paragraphe.\n\nUn autre,\tavec un blanc.\n', false)).toEqual([{ text: 'Un paragraphe.' }, { text: 'Un autre, avec un blanc.' }]);
  expect(blocksOf('Suivi\nAction\tCible\tPart\nClauses\t\t30 %\nTri\n\nFin', false)).toEqual([
    { text: 'Suivi' }, { rows: [['Action', 'Cible', 'Part'], ['Clauses', '', '30 %']], hasHead: true }, { text: 'Tri' }, { text: 'Fin' },
  ]);
  expect(blocksOf('2024\t12\n2025\t14\t\n', false)).toEqual([{ rows: [['2024', '12'], ['2025', '14']], hasHead: false }]);
  expect(blocksOf('', false)).toEqual([]);
});
