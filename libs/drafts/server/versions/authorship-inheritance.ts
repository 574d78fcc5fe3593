import type * as Y from 'yjs';
import type { Passage } from './version-texts';
import { isShort, passagesOf, textsHolding, textsIn } from './version-texts';
import { standsAt } from './version-replay';
import type { Piece, RowEffect, VersionReplay } from './version-replay';

/** Words in a row, with where each part comes from. */
interface Run {
  readonly text: string;
  readonly parts: readonly { readonly at: number; readonly piece: Piece }[];
}

interface Overlap {
  readonly born: Run;
  readonly bornAt: number;
  readonly died: Run;
  readonly diedAt: number;
  readonly length: number;
}

/** Fewer letters that leave and come within one row say nothing. */
const shortestMove = 4;
/** Of two runs that only begin or end alike. */
const shortestLikeness = 8;
/** A row that rewrites more than this is not looked into: its cost must not depend on the draft's history. */
const caps = { characters: 400_000, candidates: 200 };

/**
 * An editor that splits a paragraph, makes a heading of it or moves it takes the words away and writes them again, under the name of
 * whoever pressed the key. Words that leave and come by one row, or that a restoration brings back, keep their author.
 */
export function settleAuthorship(replay: VersionReplay, effect: RowEffect, restores: number | null): void {
  const { seq, born, died } = effect;
  if (sizeOf(born) < shortestMove || (restores === null && sizeOf(died) < shortestMove)) return;
  const isNew = ({ piece }: Passage): boolean => piece.birth.seq === seq;
  const wasTaken = ({ piece }: Passage): boolean => piece.death?.seq === seq && piece.birth.seq !== seq;
  const isLost = ({ piece }: Passage): boolean => restores !== null && standsAt(piece, restores) && !standsAt(piece, seq);
  const stands = ({ piece }: Passage): boolean => standsAt(piece, seq);
  const bornRuns = runs(replay, shortTexts(replay, born), isNew, stands);
  const diedRuns = restores === null
    ? runs(replay, shortTexts(replay, died), wasTaken, stands)
    : runs(replay, textsIn(replay.content), isLost, stands);
  const weight = [...bornRuns, ...diedRuns].reduce((sum, { text }) => sum + text.length, 0);
  if (weight > caps.characters) return;
  for (const overlap of overlapsOf(bornRuns, diedRuns)) passOn(replay, overlap, restores === null ? 'moved' : 'restored');
}

const shortTexts = (replay: VersionReplay, ranges: RowEffect['born']): Y.XmlText[] => [...textsHolding(replay.doc, ranges)].filter(isShort);

const sizeOf = (ranges: RowEffect['born']): number => ranges.reduce((sum, { length }) => sum + length, 0);

function runs(replay: VersionReplay, texts: Iterable<Y.XmlText>, isWanted: (passage: Passage) => boolean, interrupts: (passage: Passage) => boolean): Run[] {
  const found: Run[] = [];
  for (const text of texts) {
    let run = { text: '', parts: [] as { at: number; piece: Piece }[] };
    for (const passage of passagesOf(replay, text)) {
      if (isWanted(passage)) {
        run.parts.push({ at: run.text.length, piece: passage.piece });
        run.text += passage.text;
      } else if (interrupts(passage) && run.text !== '') {
        found.push(run);
        run = { text: '', parts: [] };
      }
    }
    if (run.text !== '') found.push(run);
  }
  return found;
}

function overlapsOf(born: readonly Run[], died: readonly Run[]): Overlap[] {
  const whole = new Map(died.map((run) => [run.text, run]));
  const candidates = died.slice(0, caps.candidates);
  return born.flatMap((run) => {
    const same = whole.get(run.text);
    if (same) return [{ born: run, bornAt: 0, died: same, diedAt: 0, length: run.text.length }];
    return candidates.flatMap((other) => overlapOf(run, other)).slice(0, 8);
  });
}

/** One holds the other, or they begin or end alike. */
function overlapOf(born: Run, died: Run): Overlap[] {
  const inDied = born.text.length >= shortestMove ? died.text.indexOf(born.text) : -1;
  if (inDied !== -1) return [{ born, bornAt: 0, died, diedAt: inDied, length: born.text.length }];
  const inBorn = died.text.length >= shortestMove ? born.text.indexOf(died.text) : -1;
  if (inBorn !== -1) return [{ born, bornAt: inBorn, died, diedAt: 0, length: died.text.length }];
  const start = alike(born.text, died.text, (text, index) => text.charCodeAt(index));
  if (start >= shortestLikeness) return [{ born, bornAt: 0, died, diedAt: 0, length: start }];
  const end = alike(born.text, died.text, (text, index) => text.charCodeAt(text.length - 1 - index));
  return end >= shortestLikeness ? [{ born, bornAt: born.text.length - end, died, diedAt: died.text.length - end, length: end }] : [];
}

function alike(one: string, other: string, letter: (text: string, index: number) => number): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && letter(one, length) === letter(other, length)) length += 1;
  return length;
}

function passOn(replay: VersionReplay, { born, bornAt, died, diedAt, length }: Overlap, how: 'moved' | 'restored'): void {
  for (const from of cut(died, diedAt, length)) {
    for (const to of cut(born, bornAt + from.at, from.piece.to - from.piece.from)) {
      const { client, from: clock, to: end } = to.piece;
      const source = { ...from.piece, from: from.piece.from + to.at, to: from.piece.from + to.at + (end - clock) };
      replay.inherit({ client, clock, length: end - clock }, source, how);
    }
  }
}

/** The parts of a run between two places, `at` counted from the first. */
function cut(run: Run, start: number, length: number): { at: number; piece: Piece }[] {
  return run.parts.flatMap(({ at, piece }) => {
    const from = Math.max(start, at);
    const to = Math.min(start + length, at + piece.to - piece.from);
    return to > from ? [{ at: from - start, piece: { ...piece, from: piece.from + from - at, to: piece.from + to - at } }] : [];
  });
}
