export type PersonTint = 'green' | 'slate' | 'amber' | 'plum' | 'brick';

const tints: readonly PersonTint[] = ['green', 'slate', 'amber', 'plum', 'brick'];

/** The same person has the same calm colour everywhere; only names decide, so nothing has to be stored. */
export function tintOf(name: string): PersonTint {
  let hash = 7;
  for (const letter of name.normalize('NFC')) hash = (hash * 33 + (letter.codePointAt(0) ?? 0)) >>> 0;
  // Folded twice, so that names of one family do not share a colour.
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) >>> 0;
  return tints[((hash ^ (hash >>> 16)) >>> 0) % tints.length] ?? 'green';
}

/** «Anne-Lise Le Goff» → AL: first letters of the first and of the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return ([...first][0] ?? '?').toLocaleUpperCase('fr') + ([...last][0] ?? '').toLocaleUpperCase('fr');
}
