import type { Reading, SearchQuery, Wanted } from '../../contract';
import type { Lexicon } from './lexicon';

/** So many are looked at one by one, a count, sooner than the index has walked the long lists of frequent words. */
const fewEntries = 150;

/** The rarest words of one reading that few entries are likely to hold together; words of a phrase are looked for beside each other once there are few. */
function rareIn({ stems, from }: Reading, few: number, lexicon: Lexicon): { reading: Reading; likely: number } {
  const byRarity = stems.map((stem) => ({ stem, entries: Math.min(lexicon.heldBy(stem), lexicon.mostHeld) })).sort((a, b) => a.entries - b.entries);
  const kept: string[] = [];
  let likely = lexicon.mostHeld;
  for (const { stem, entries } of byRarity) {
    if (kept.length > 0 && likely <= few) break;
    kept.push(stem);
    likely *= entries / Math.max(1, lexicon.mostHeld);
  }
  return { reading: { stems: kept, from }, likely };
}

/**
 * The rarest of what is wanted, when few entries are likely to hold it together: these are then looked at one by one, once for all `counts`. Nothing
 * when the question is broad. A guess from counts of words; the database stops when it turns out wrong.
 */
export function rareOf({ wanted }: SearchQuery, lexicon: Lexicon, counts = 1): readonly Wanted[] {
  const few = fewEntries * counts;
  const byRarity = wanted.map((one) => {
    const readings = one.readings.map((reading) => rareIn(reading, few, lexicon));
    return { one: { ...one, isPhrase: false, readings: readings.map(({ reading }) => reading) }, likely: readings.reduce((sum, { likely }) => sum + likely, 0) };
  }).sort((a, b) => a.likely - b.likely);
  let together = lexicon.mostHeld;
  for (const [at, { likely }] of byRarity.entries()) {
    together *= Math.min(1, likely / Math.max(1, lexicon.mostHeld));
    if (together <= few) return byRarity.slice(0, at + 1).map(({ one }) => one);
  }
  // Several counts of as many are still sooner made from the entries themselves than from the index.
  return counts > 1 && together <= 2 * few ? wanted : [];
}
