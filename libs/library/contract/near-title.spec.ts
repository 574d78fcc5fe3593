import { areNearTitles } from './near-title';

it('the same words in another order, without accents, name one thing', () => {
  expect(areNearTitles('Béton de chanvre pour l’isolation des murs', 'Isolation des murs : le beton de chanvre')).toBe(true);
});

it('one word in common is not enough, nor none at all', () => {
  expect([areNearTitles('Guide des achats durables', 'Guide de la blanchisserie'), areNearTitles('', ''), areNearTitles('de la', 'le les')]).toEqual([false, false, false]);
});
