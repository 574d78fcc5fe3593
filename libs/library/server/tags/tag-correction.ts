import { tagKey, tagsMost } from '../../contract';

/** What a change made of the tags of one resource. */
export interface TagCorrection {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const keysIn = (tags: readonly string[]): Set<string> => new Set(tags.map(tagKey));

/** Tags once some words have become another, where the first of them stood; null takes them out. */
export function replaced(tags: readonly string[], words: ReadonlySet<string>, into: string | null): string[] {
  const byKey = new Map<string, string>();
  for (const tag of tags) {
    const isWord = words.has(tagKey(tag));
    const kept = isWord || (into !== null && tagKey(into) === tagKey(tag)) ? into : tag;
    if (kept !== null && !byKey.has(tagKey(kept))) byKey.set(tagKey(kept), kept);
  }
  return [...byKey.values()];
}

/** Tags once a correction is taken back, whatever was written since: what it put in goes, what it took out comes back as far as there is room. */
export function takenBack(now: readonly string[], { before, after }: TagCorrection): string[] {
  const [were, are, became] = [keysIn(before), keysIn(now), keysIn(after)];
  if (are.size === became.size && [...are].every((key) => became.has(key))) return [...before];
  const kept = now.filter((tag) => were.has(tagKey(tag)) || !became.has(tagKey(tag)));
  const keptKeys = keysIn(kept);
  return [...kept, ...before.filter((tag) => !became.has(tagKey(tag)) && !keptKeys.has(tagKey(tag)))].slice(0, tagsMost);
}
