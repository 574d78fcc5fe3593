import type { DocumentNode } from '../contract';

const inline = new Set(['text', 'hardBreak', 'image']);

/** The words of one line, marks aside. */
export function lineOf(node: DocumentNode): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'image') return typeof node.attrs?.['alt'] === 'string' ? `[${node.attrs['alt']}]` : '';
  return (node.content ?? []).map(lineOf).join('');
}

const holdsLine = (node: DocumentNode): boolean => (node.content ?? []).some((child) => inline.has(child.type));

function bullet(parent: string | null, node: DocumentNode, index: number): string {
  if (parent === 'orderedList') return `${index + 1}. `;
  if (node.type === 'taskItem') return node.attrs?.['checked'] === true ? '[x] ' : '[ ] ';
  return node.type === 'listItem' ? '- ' : '';
}

function linesOf(node: DocumentNode, parent: string | null, index: number): string[] {
  if (node.type === 'horizontalRule') return ['---'];
  if (node.type === 'image') return [lineOf(node)];
  if (node.type === 'tableRow') return [(node.content ?? []).map((cell) => blocksOf(cell).join(' ')).join('\t')];
  const lines = holdsLine(node) ? [lineOf(node)] : blocksOf(node);
  const mark = bullet(parent, node, index);
  if (mark === '') return lines;
  return lines.map((line, at) => `${at === 0 ? mark : ' '.repeat(mark.length)}${line}`);
}

const blocksOf = (node: DocumentNode): string[] => (node.content ?? []).flatMap((child, index) => linesOf(child, node.type, index));

/** Plain text, one line a block; headings stand apart with an empty line before them. */
export function textOf(document: DocumentNode): string {
  const blocks = (document.content ?? []).map((node, index) => {
    const text = linesOf(node, null, index).join('\n');
    return node.type === 'heading' && index > 0 ? `\n${text}` : text;
  });
  return `${blocks.join('\n')}\n`;
}
