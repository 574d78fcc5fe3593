import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

export interface SearchQuery {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
}

export interface Found {
  readonly from: number;
  readonly to: number;
}

/** What the page can still draw and count without a wait. */
export const mostFound = 10_000;
/** Stands for a picture, a note or a mention: one place in the text, and no letter that can be searched. */
const leafSign = '￼';

/** Apostrophes and spaces look the same to who reads: they are the same to who searches. Never changes the length. */
function folded(text: string, matchCase: boolean): string {
  const plain = text.replace(/[’‘]/g, "'").replace(/[\u00a0\u202f]/g, ' ');
  if (matchCase) return plain;
  const lower = plain.toLocaleLowerCase('fr');
  return lower.length === plain.length ? lower : [...plain].map((letter) => (letter.toLocaleLowerCase('fr').length === letter.length ? letter.toLocaleLowerCase('fr') : letter)).join('');
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}_]/u.test(character);

function placesIn(text: string, wanted: string, wholeWord: boolean): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    if (!wholeWord || (!isLetter(text[at - 1]) && !isLetter(text[at + wanted.length]))) places.push(at);
  }
  return places;
}

/** Every place where the words stand, across whatever formatting cuts them, one paragraph at a time. */
export function findAll(doc: Node, { text, matchCase, wholeWord }: SearchQuery): Found[] {
  const wanted = folded(text, matchCase);
  if (wanted === '') return [];
  const found: Found[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return found.length < mostFound;
    const line = folded(node.textBetween(0, node.content.size, undefined, leafSign), matchCase);
    for (const at of placesIn(line, wanted, wholeWord)) found.push({ from: position + 1 + at, to: position + 1 + at + wanted.length });
    return false;
  });
  return found.slice(0, mostFound);
}

/** Writes in the place of what was found, with the formatting its first letter had; last to first, so that places stay true. */
export function replaceIn(transaction: Transaction, places: readonly Found[], text: string): Transaction {
  const { schema } = transaction.doc.type;
  for (const { from, to } of [...places].sort((one, other) => other.from - one.from)) {
    const marks = transaction.doc.nodeAt(from)?.marks ?? [];
    if (text === '') transaction.delete(from, to);
    else transaction.replaceWith(from, to, schema.text(text, marks));
  }
  return transaction;
}
