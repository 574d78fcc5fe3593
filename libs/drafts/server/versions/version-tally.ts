import { wordCount } from '../../contract';
import type { Turns } from './draft-turns';
import { standsAt } from './version-replay';
import type { VersionReplay } from './version-replay';
import { passagesOf, textsIn } from './version-texts';
import type { Passage } from './version-texts';

/** Gathers text by owner, letters that touch making one word. */
class Sheaf<K> {
  private readonly texts = new Map<K, string>();

  /** One more text: what follows touches nothing before it. */
  add(passages: readonly Passage[], ownerOf: (passage: Passage) => K | null): void {
    let former: K | null = null;
    for (const passage of passages) {
      const owner = ownerOf(passage);
      if (owner !== null) this.texts.set(owner, `${this.texts.get(owner) ?? ''}${owner === former ? '' : '\n'}${passage.text}`);
      former = owner;
    }
  }

  wordsOf(owner: K): number {
    return wordCount(this.texts.get(owner) ?? '');
  }

  charactersOf(owner: K): number {
    return (this.texts.get(owner) ?? '').replaceAll('\n', '').length;
  }
}

export interface Counts {
  readonly added: number;
  readonly removed: number;
}

/** Stretches of the journal, given by their last positions in order. */
export class Stretches {
  constructor(readonly bounds: readonly number[]) {}

  of(seq: number): number {
    let [low, high] = [0, this.bounds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.bounds[middle] as number) < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A slip corrected at once is neither written nor removed. */
  readonly outlived = ({ piece }: Passage): boolean => piece.death === null || this.of(piece.death.seq) !== this.of(piece.birth.seq);
}

/** Words that came and words that left in each stretch. */
export async function countsBetween(replay: VersionReplay, stretches: Stretches, turns: Turns): Promise<Counts[]> {
  const [added, removed] = [new Sheaf<number>(), new Sheaf<number>()];
  for (const text of textsIn(replay.content)) {
    const passages = passagesOf(replay, text).filter(stretches.outlived);
    added.add(passages, ({ piece: { birth } }) => (birth.how === 'moved' ? null : stretches.of(birth.seq)));
    removed.add(passages, ({ piece: { death } }) => (death === null || death.moved ? null : stretches.of(death.seq)));
    await turns.pause();
  }
  return stretches.bounds.map((_, stretch) => ({ added: added.wordsOf(stretch), removed: removed.wordsOf(stretch) }));
}

export interface Contribution {
  readonly personId: string;
  readonly wordsStanding: number;
  readonly charactersStanding: number;
  readonly wordsRemoved: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** What each person wrote, what each took away, and when they wrote first and last. */
export async function contributionsIn(replay: VersionReplay, stretches: Stretches, turns: Turns): Promise<Contribution[]> {
  const [standing, removed] = [new Sheaf<string>(), new Sheaf<string>()];
  for (const text of textsIn(replay.content)) {
    const passages = passagesOf(replay, text);
    standing.add(passages.filter(({ piece }) => standsAt(piece, replay.seq)), ({ piece }) => replay.authorOf(piece).personId);
    removed.add(passages.filter(stretches.outlived), ({ piece }) => (piece.death === null || piece.death.moved ? null : replay.personOf(piece.death.seq)));
    await turns.pause();
  }
  const moments = new Map<string, { first: number; last: number }>();
  for (let seq = 1; seq <= replay.seq; seq += 1) {
    const personId = replay.personOf(seq);
    if (personId !== null) moments.set(personId, { first: moments.get(personId)?.first ?? replay.timeOf(seq), last: replay.timeOf(seq) });
  }
  return [...moments].map(([personId, { first, last }]) => ({
    personId,
    wordsStanding: standing.wordsOf(personId),
    charactersStanding: standing.charactersOf(personId),
    wordsRemoved: removed.wordsOf(personId),
    firstAt: new Date(first).toISOString(),
    lastAt: new Date(last).toISOString(),
  })).sort((one, other) => other.wordsStanding - one.wordsStanding);
}
