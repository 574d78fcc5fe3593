import { wordCount } from './word-count';

describe('words', () => {
  it('are counted as a reader counts them', () => {
    expect(wordCount('Aujourd’hui, l’achat durable — 25 % des marchés : 1 000,50 €')).toBe(8);
    expect(wordCount('Un seuil de 50\u202f000\u00a0€, c’est-à-dire beaucoup\u00a0!')).toBe(6);
    expect(wordCount('1\u00a0200\u00a0000 euros')).toBe(2);
    expect(wordCount(' \n—\u00a0: ')).toBe(0);
  });

  it('are counted in a text without a space too', () => {
    expect(wordCount('a'.repeat(2_000_000))).toBe(1);
  });
});
