import { marksOf, wordsAsked } from './asked-words';

const lit = (text: string, question: string): string[] => marksOf(text, question).map(([start, end]) => text.slice(start, end));

it('words are lit whatever their case, accents and endings; others are not', () => {
  expect(lit('Les marchés de béton, un MARCHÉ ; la marche. Œuvre d’insertion.', 'marche beton oeuvre')).toEqual(['marchés', 'béton', 'MARCHÉ', 'marche', 'Œuvre']);
  expect(lit('achat, achats, acheteur, achatière-longue', 'achats')).toEqual(['achat', 'achats', 'achatière']);
});

it('a text written in separate accents is lit whole', () => {
  const text = 'une clé'.normalize('NFD');
  expect(lit(text, 'clé')).toEqual(['clé'.normalize('NFD')]);
});

it('short words are taken as they are, common ones and excluded ones left out', () => {
  expect(wordsAsked('«la clause de RSE» -travaux')).toEqual(['clause', 'rse']);
  expect(lit('La RSE et la RSEntité des travaux', 'RSE -travaux')).toEqual(['RSE']);
  expect(marksOf('rien', '')).toEqual([]);
});
