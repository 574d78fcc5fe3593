import { stemOf } from '../../contract';

export interface KnownWord {
  readonly word: string;
  /** In how many entries it stands, of those one may know. */
  readonly entries: number;
}

export interface NearWord extends KnownWord {
  readonly distance: number;
}

/** Slips a finger makes in a word of this length; short words differ from each other by so little that none is guessed. */
export const slipsAllowed = (word: string): number => (word.length <= 3 || /\d/.test(word) ? 0 : word.length <= 7 ? 1 : 2);

/** Words in alphabetical order, and under each right to know entries, in how many of these a word stands. */
export interface WordCounts {
  readonly sorted: readonly string[];
  /** What the words, and some that are gone, have in common with their other forms, and how many entries hold one at most, whoever may know of these. */
  readonly stems: ReadonlyMap<string, number>;
  /** The highest of these: about as many entries as there are. */
  readonly mostHeld: number;
  readonly byAccess: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** The words of the entries one may know: finishes words being typed and finds those that a slip of the finger missed. What only others may know of is no word here. */
export class Lexicon {
  private readonly words: readonly string[];
  private readonly stems: ReadonlyMap<string, number>;
  private readonly counts: readonly ReadonlyMap<string, number>[];
  readonly mostHeld: number;

  constructor({ sorted, stems, mostHeld, byAccess }: WordCounts, held: readonly string[]) {
    this.words = sorted;
    this.stems = stems;
    this.mostHeld = mostHeld;
    this.counts = held.flatMap((key) => byAccess.get(key) ?? []);
  }

  /** In how many entries the word stands, 0 when it is unknown. */
  entriesOf(word: string): number {
    let most = 0;
    for (const counts of this.counts) most = Math.max(most, counts.get(word) ?? 0);
    return most;
  }

  /** Whether a question with this word may find something; who may know what it finds is not said. */
  mayStand(word: string): boolean {
    return this.stems.has(stemOf(word));
  }

  /** How many entries hold it at most, whoever may know of them: for how the index is asked, never for what is answered. */
  heldBy(stem: string): number {
    return this.stems.get(stem) ?? 0;
  }

  /** The words that begin so, most used first. */
  beginning(prefix: string, most: number): KnownWord[] {
    const from = this.firstFrom(prefix, 0, this.words.length);
    const to = this.firstFrom(`${prefix}\uffff`, from, this.words.length);
    const best: KnownWord[] = [];
    for (let at = from; at < to; at++) {
      const word = this.words[at] as string;
      const entries = this.entriesOf(word);
      if (entries === 0 || (best.length === most && entries <= (best[most - 1] as KnownWord).entries)) continue;
      const place = best.findIndex((other) => other.entries < entries);
      best.splice(place < 0 ? best.length : place, 0, { word, entries });
      best.length = Math.min(best.length, most);
    }
    return best;
  }

  /** Known words the fewest slips away (a letter too many, missing, wrong, two exchanged), those with its first letter before others, then most used. */
  near(word: string, most: number, slipsMost = slipsAllowed(word)): NearWord[] {
    for (let slips = 1; slips <= slipsMost; slips++) {
      const found = this.within(word, slips);
      if (found.length > 0) return found.sort((a, b) => Number(b.word[0] === word[0]) - Number(a.word[0] === word[0]) || b.entries - a.entries).slice(0, most);
    }
    return [];
  }

  /** A word at a time further is looked for only when none is nearer: each slip more costs ten times as much. */
  private within(word: string, slips: number): NearWord[] {
    const found: NearWord[] = [];
    new NearSearch(word, slips, (at, distance) => {
      const near = this.words[at] as string;
      const entries = this.entriesOf(near);
      if (entries > 0 && distance > 0) found.push({ word: near, entries, distance });
    }).walk(this.words);
    return found;
  }

  private firstFrom(word: string, from: number, to: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.words[middle] as string) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Walks the sorted words as the tree of their beginnings, leaving a branch as soon as it is too far from the word. */
class NearSearch {
  private readonly rows: number[][];

  constructor(
    private readonly word: string,
    private readonly slips: number,
    private readonly take: (at: number, distance: number) => void,
  ) {
    this.rows = [Array.from({ length: word.length + 1 }, (_, at) => at)];
  }

  walk(words: readonly string[]): void {
    this.branch(words, 0, words.length, 0);
  }

  /** Words from `low` to `high` share their first `depth` letters. */
  private branch(words: readonly string[], low: number, high: number, depth: number): void {
    let at = low;
    const row = this.rows[depth] as number[];
    while (at < high && (words[at] as string).length === depth) {
      if ((row[this.word.length] as number) <= this.slips) this.take(at, row[this.word.length] as number);
      at += 1;
    }
    while (at < high) {
      const letter = (words[at] as string)[depth] as string;
      const end = endOfGroup(words, at, high, depth);
      const former = depth > 0 ? (words[at] as string)[depth - 1] : undefined;
      if (this.extend(depth, letter, former) <= this.slips) this.branch(words, at, end, depth + 1);
      at = end;
    }
  }

  /** One more row of the table of distances; answers its least value. */
  private extend(depth: number, letter: string, former: string | undefined): number {
    const above = this.rows[depth] as number[];
    const twoAbove = depth > 0 ? (this.rows[depth - 1] as number[]) : undefined;
    const row = (this.rows[depth + 1] ??= new Array<number>(this.word.length + 1));
    row[0] = depth + 1;
    let least = depth + 1;
    for (let at = 1; at <= this.word.length; at++) {
      const same = this.word[at - 1] === letter;
      let value = Math.min((above[at] as number) + 1, (row[at - 1] as number) + 1, (above[at - 1] as number) + (same ? 0 : 1));
      if (twoAbove && at > 1 && this.word[at - 1] === former && this.word[at - 2] === letter) value = Math.min(value, (twoAbove[at - 2] as number) + 1);
      row[at] = value;
      if (value < least) least = value;
    }
    return least;
  }
}

/** First word from `at` whose letter at `depth` is another. */
function endOfGroup(words: readonly string[], at: number, high: number, depth: number): number {
  const letter = (words[at] as string)[depth] as string;
  let step = 1;
  let low = at;
  while (low + step < high && (words[low + step] as string)[depth] === letter) {
    low += step;
    step *= 2;
  }
  let top = Math.min(low + step, high);
  low += 1;
  while (low < top) {
    const middle = (low + top) >> 1;
    if ((words[middle] as string)[depth] === letter) low = middle + 1;
    else top = middle;
  }
  return low;
}
