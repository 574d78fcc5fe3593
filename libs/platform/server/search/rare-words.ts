import type { Reading, SearchQuery, Wanted } from '../../contract';
import type { Lexicon } from './lexicon';

/** So many are read one by one sooner than the index has walked the long lists of frequent words. */
const fewEntries = 150;
/** So many that hold all words are counted one by one, from their rights and facets alone, sooner than the index has walked the lists of these. */
const severalEntries = 600;

/** The rarest words of one reading that few entries are likely to hold together; words of a phrase are looked for beside each other once there are few. */
function rareIn({ stems, from }: Reading, lexicon: Lexicon): { reading: Reading; likely: number } {
  const byRarity = stems.map((stem) => ({ stem, entries: Math.min(lexicon.heldBy(stem), lexicon.mostHeld) })).sort((a, b) => a.entries - b.entries);
  const kept: string[] = [];
  let likely = lexicon.mostHeld;
  for (const { stem, entries } of byRarity) {
    if (kept.length > 0 && likely <= fewEntries) break;
    kept.push(stem);
    likely *= entries / Math.max(1, lexicon.mostHeld);
  }
  return { reading: { stems: kept, from }, likely };
}

/**
 * The rarest of what is wanted, when few entries are likely to hold it together, or all of it, when several are: these are then looked at one by
 * one, once for all counts. Nothing when the question is broad. A guess from counts of words; the database stops when it turns out wrong.
 */
export function rareOf({ wanted }: SearchQuery, lexicon: Lexicon): readonly Wanted[] {
  const byRarity = wanted.map((one) => {
    const readings = one.readings.map((reading) => rareIn(reading, lexicon));
    return { one: { ...one, isPhrase: false, readings: readings.map(({ reading }) => reading) }, likely: readings.reduce((sum, { likely }) => sum + likely, 0) };
  }).sort((a, b) => a.likely - b.likely);
  let together = lexicon.mostHeld;
  for (const [at, { likely }] of byRarity.entries()) {
    together *= Math.min(1, likely / Math.max(1, lexicon.mostHeld));
    const rare = byRarity.slice(0, at + 1).map(({ one }) => one);
    // What is looked for as a whole need not be read to be counted.
    if (together <= fewEntries) return lexemesOf(rare) === lexemesOf(wanted) ? wanted : rare;
  }
  return together <= severalEntries ? wanted : [];
}

const lexemesOf = (wanted: readonly Wanted[]): number => wanted.flatMap(({ readings }) => readings.flatMap(({ stems }) => stems)).length;
