import type { RichNode } from './rich-text.builder';

/** The text of a node, its blocks separated by line breaks. */
export function textOf(node: RichNode): string {
  if (node.text !== undefined) return node.text;
  if (node.type === 'hardBreak') return '\n';
  const isBlockOfWords = node.type === 'paragraph' || node.type === 'heading';
  return (node.content ?? []).map(textOf).join('') + (isBlockOfWords ? '\n' : '');
}

/** Words as an office suite counts them: runs of characters that hold a letter or a digit. */
export function countWords(node: RichNode): number {
  return textOf(node)
    .split(/\s+/u)
    .filter((run) => /[\p{L}\p{N}]/u.test(run)).length;
}

export function everyNode(node: RichNode): RichNode[] {
  return [node, ...(node.content ?? []).flatMap(everyNode)];
}

export function headingsOf(node: RichNode): { level: number; title: string }[] {
  return everyNode(node)
    .filter((each) => each.type === 'heading')
    .map((each) => ({ level: Number(each.attrs?.['level'] ?? 0), title: textOf(each).trim() }));
}
