import type { Node } from '@tiptap/pm/model';
import type { OutlineEntry } from './draft.store';

/** The headings of the text, in order. */
export function headingsOf(doc: Node): OutlineEntry[] {
  const found: OutlineEntry[] = [];
  doc.descendants((node) => {
    if (node.type.name !== 'heading') return !node.isTextblock;
    const { id, level } = node.attrs as { id: unknown; level: unknown };
    found.push({ id: typeof id === 'string' ? id : null, level: typeof level === 'number' ? level : 1, title: node.textContent });
    return false;
  });
  return found;
}

/** Words as people count them: «l’achat» and «2 000» are one each. */
export function wordsIn(doc: Node): number {
  return doc.textBetween(0, doc.content.size, ' ', ' ').match(/[\p{L}\p{N}][\p{L}\p{N}\u00a0\u202f'’.,-]*/gu)?.length ?? 0;
}
