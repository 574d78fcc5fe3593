import fc from 'fast-check';
import { stemOf } from '../../contract';
import { type KnownWord, Lexicon } from './lexicon';

const known = (words: readonly KnownWord[], access = 'public') => ({
  sorted: words.map(({ word }) => word).sort(), mostHeld: Math.max(0, ...words.map(({ entries }) => entries)), stems: new Map(words.map(({ word, entries }) => [stemOf(word), entries])), byAccess: new Map([[access, new Map(words.map(({ word, entries }) => [word, entries]))]]),
});

const lexicon = new Lexicon(known([
  { word: 'chanvre', entries: 3 }, { word: 'chambre', entries: 90 }, { word: 'beton', entries: 12 }, { word: 'bouton', entries: 2 }, { word: 'achat', entries: 400 },
  { word: 'achats', entries: 380 }, { word: 'acheteur', entries: 200 }, { word: 'achever', entries: 1 },
]), ['public']);

/** The same distance, written as the textbook does. */
function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
  }
  return d[a.length]![b.length]!;
}

describe('the words the index knows', () => {
  it('finishes a word being typed, the most used first', () => {
    expect(lexicon.beginning('ach', 3).map(({ word }) => word)).toEqual(['achat', 'achats', 'acheteur']);
    expect(lexicon.beginning('zz', 3)).toEqual([]);
  });

  it('finds the word a slip of the finger missed', () => {
    expect(lexicon.near('chnavre', 2).map(({ word }) => word)).toEqual(['chanvre']);
    expect(lexicon.near('bton', 2).map(({ word }) => word)).toEqual(['beton']);
    expect(lexicon.near('eau', 5)).toEqual([]);
  });

  it('knows no word that stands only where one may not look', () => {
    const counts = known([{ word: 'fusion', entries: 4 }], 'space:a');
    const [stranger, insider] = [new Lexicon(counts, ['public']), new Lexicon(counts, ['public', 'space:a'])];
    expect([stranger.entriesOf('fusion'), stranger.beginning('fus', 5), stranger.near('fuson', 5)]).toEqual([0, [], []]);
    expect([insider.entriesOf('fusion'), insider.beginning('fus', 5).length, insider.near('fuson', 5).length]).toEqual([4, 1, 1]);
  });

  it('agrees with the textbook on any words', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, fc.integer({ min: 1, max: 2 }), (words, asked, slips) => {
        const found = new Lexicon(known(words.map((each) => ({ word: each, entries: 1 }))), ['public']).near(asked, 100, slips);
        const away = words.map((each) => distance(each, asked)).filter((slip) => slip > 0 && slip <= slips);
        const expected = words.filter((each) => distance(each, asked) === Math.min(...away));
        expect(found.map((near) => near.word).sort()).toEqual(expected.sort());
        expect(found.every((near) => near.distance === distance(near.word, asked))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
