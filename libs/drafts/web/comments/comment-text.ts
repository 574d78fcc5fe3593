import type { Node } from '@tiptap/pm/model';

export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** Words without the spaces between them: a split paragraph or a new line changes nothing to what is looked for. */
export const dense = (text: string): string => text.replace(/\s+/gu, '');

/** Beyond this many twins, which one was meant is anyone's guess. */
const twins = 200;
/** Fewer letters than this, passage and neighbours together, may stand anywhere by chance. */
const tellingLetters = 12;

function alike(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

const reversed = (text: string): string => [...text].reverse().join('');

/** What is remembered of a passage, to know it again. */
export interface Remembered {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** The letters of a part of the document, and where each word stands in it. */
export class DenseText {
  private readonly starts: number[] = [];
  private readonly positions: number[] = [];
  readonly letters: string;

  constructor(doc: Node, from = 0, to = doc.content.size) {
    const words: string[] = [];
    let length = 0;
    doc.nodesBetween(Math.max(0, from), Math.min(to, doc.content.size), (node, position) => {
      for (const word of node.text?.matchAll(/\S+/gu) ?? []) {
        this.starts.push(length);
        this.positions.push(position + word.index);
        words.push(word[0]);
        length += word[0].length;
      }
    });
    this.letters = words.join('');
  }

  /** Where these words stand: where their neighbours are most alike, then nearest to `near`; nowhere rather than by chance. */
  find({ quote, prefix, suffix }: Remembered, near: number): TextRange | null {
    const wanted = dense(quote);
    const [before, after] = [reversed(dense(prefix)), dense(suffix)];
    let best: (TextRange & { score: number; distance: number }) | null = null;
    let at = wanted ? this.letters.indexOf(wanted) : -1;
    for (let count = 0; at >= 0 && count < twins; count += 1) {
      const around = alike(reversed(this.letters.slice(Math.max(0, at - before.length), at)), before) + alike(this.letters.slice(at + wanted.length), after);
      const range = { from: this.positionOf(at), to: this.positionOf(at + wanted.length - 1) + 1 };
      const candidate = { ...range, score: around, distance: Math.abs(range.from - near) };
      const isTelling = wanted.length + around >= Math.min(tellingLetters, wanted.length + before.length + after.length);
      if (isTelling && (!best || around > best.score || (around === best.score && candidate.distance < best.distance))) best = candidate;
      at = this.letters.indexOf(wanted, at + 1);
    }
    return best && { from: best.from, to: best.to };
  }

  private positionOf(offset: number): number {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return (this.positions[low] ?? 0) + offset - (this.starts[low] ?? 0);
  }
}
