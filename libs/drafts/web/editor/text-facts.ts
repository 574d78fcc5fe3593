import type { Node } from '@tiptap/pm/model';
import { wordCount } from '../../contract/word-count';
import type { OutlineEntry } from '../draft.store';

/** The headings of the text, in order. */
export function headingsOf(doc: Node): OutlineEntry[] {
  const found: OutlineEntry[] = [];
  doc.descendants((node) => {
    if (node.type.name !== 'heading') return !node.isTextblock;
    const { id, level } = node.attrs as { id: unknown; level: unknown };
    found.push({ id: typeof id === 'string' ? id : null, level: typeof level === 'number' ? level : 1, title: textOf(node) });
    return false;
  });
  return found;
}

const textOf = (node: Node): string => node.textBetween(0, node.content.size, ' ', (leaf) => (leaf.type.name === 'mention' ? `@${leaf.attrs['label']}` : leaf.type.name === 'footnote' ? '' : ' '));

export interface ContentsEntry {
  readonly id: string;
  readonly title: string;
  readonly depth: number;
}

/** Three levels are enough to find one's way; a document that starts at level 2 is not indented for nothing. */
export function contentsOf(entries: readonly OutlineEntry[]): ContentsEntry[] {
  const named = entries.filter((entry) => entry.id !== null && entry.title.trim() !== '');
  const top = Math.min(...named.map((entry) => entry.level));
  return named.map((entry) => ({ id: entry.id ?? '', title: entry.title, depth: entry.level - top })).filter((entry) => entry.depth < 3);
}

/** The text of a note counts as any other. */
const leafWords = (leaf: Node): string => {
  if (leaf.type.name === 'mention') return String(leaf.attrs['label']);
  return leaf.type.name === 'footnote' ? ` ${String(leaf.attrs['text'])} ` : ' ';
};

export const wordsIn = (doc: Node, from = 0, to = doc.content.size): number => wordCount(doc.textBetween(from, to, ' ', leafWords));
