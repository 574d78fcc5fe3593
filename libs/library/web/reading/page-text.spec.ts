import { flowed, written } from './page-text';

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

it('a narrow page is left as it is, and so is a text that was written in paragraphs', () => {
  expect(flowed('Lot 1\nLot 2\n\nTotal')).toEqual(['Lot 1', 'Lot 2', 'Total']);
  expect(written('Un paragraphe.\n\nUn autre.\n')).toEqual(['Un paragraphe.', 'Un autre.']);
});
