import { plain, type Reading, type SearchQuery, stemOf, type Wanted, wordsOf } from '../../contract';

/** What the index answered of an entry. */
export interface Candidate {
  readonly id: string;
  readonly domain: string;
  readonly kind: string;
  readonly title: string;
  readonly path: string;
  readonly quality: number;
  /** The index’s own: how often and how near, 0 to 1. */
  readonly rank: number;
}

const worth: Record<Reading['from'], number> = { written: 0.85, synonym: 0.8, beginning: 0.7, corrected: 0.6 };
/** The very word, as it was typed. */
const sameWord = 1;
const weights = { title: 3, inOrder: 0.6, wholeTitle: 0.8, index: 1, quality: 0.5 };

/** Best first: what the title says of the question, then what the index says of the text, then what the entry is worth by itself. */
export function ranked<C extends Candidate>(query: SearchQuery, candidates: readonly C[]): C[] {
  return candidates
    .map((candidate) => ({ candidate, score: scoreOf(query, candidate) }))
    .sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1))
    .map(({ candidate }) => candidate);
}

export function scoreOf(query: SearchQuery, candidate: Candidate): number {
  const words = wordsOf(candidate.title).map(({ word }) => word);
  const title = new TitleWords(words);
  const places = query.wanted.map((wanted) => title.find(wanted));
  const said = query.wanted.length === 0 ? 0 : places.reduce((sum, place) => sum + place.worth, 0) / query.wanted.length;
  return (
    weights.title * said +
    (said > 0 && isRising(places.map(({ at }) => at)) ? weights.inOrder : 0) +
    (said > 0 ? (weights.wholeTitle * query.wanted.length) / Math.max(words.length, query.wanted.length) : 0) +
    weights.index * candidate.rank +
    weights.quality * candidate.quality
  );
}

const isRising = (places: readonly number[]): boolean => places.every((place, at) => place >= 0 && (at === 0 || place > (places[at - 1] as number)));

class TitleWords {
  private readonly stems: string[];

  constructor(private readonly words: readonly string[]) {
    this.stems = words.map(stemOf);
  }

  find(wanted: Wanted): { worth: number; at: number } {
    const same = this.words.indexOf(plain(wanted.said));
    if (same >= 0) return { worth: sameWord, at: same };
    let best = { worth: 0, at: -1 };
    for (const reading of wanted.readings) {
      const at = reading.stems.every((stem) => this.stems.includes(stem)) ? this.stems.indexOf(reading.stems[0] as string) : -1;
      if (at >= 0 && worth[reading.from] > best.worth) best = { worth: worth[reading.from], at };
    }
    return best;
  }
}
