import { wordsOf } from '@cohorte/platform/contract';

/** Words in a run, and runs remembered of a text: enough to tell an edition from another text. */
const [run, kept] = [4, 64];
/** Shorter texts say too little to be compared. */
const fewestWords = 40;
/** Share of runs in common above which two texts are nearly one. */
const near = 0.7;

/** FNV-1a, as a signed integer of PostgreSQL. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  // Mixed once more: the smallest of plain FNV hashes follow the first letters.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) | 0;
}

/** The smallest hashes of the runs of words of a text: two texts share as many of them as they share runs (Broder 1997). */
export function shinglesOf(texts: readonly string[]): number[] {
  const words = texts.flatMap((text) => wordsOf(text).map(({ word }) => word));
  if (words.length < fewestWords) return [];
  const hashes = new Set<number>();
  for (let at = 0; at + run <= words.length; at += 1) hashes.add(hashOf(words.slice(at, at + run).join(' ')));
  return [...hashes].sort((a, b) => a - b).slice(0, kept);
}

/** Whether two texts are nearly the same, by their smallest hashes. */
export function areNearTexts(a: readonly number[], b: readonly number[]): boolean {
  const union = [...new Set([...a, ...b])].sort((one, two) => one - two).slice(0, kept);
  const [inA, inB] = [new Set(a), new Set(b)];
  return union.length > 0 && union.filter((hash) => inA.has(hash) && inB.has(hash)).length / union.length >= near;
}
