import type { Node } from '@tiptap/pm/model';
import { dense } from './comment-text';
import type { TextRange } from './comment-text';

/** Every paragraph, heading or cell that has words, in order. */
function blocksOf(doc: Node): TextRange[] {
  const blocks: TextRange[] = [];
  doc.descendants((node, position) => {
    if (node.isTextblock && dense(node.textContent)) blocks.push({ from: position + 1, to: position + 1 + node.content.size });
    return !node.isTextblock;
  });
  return blocks;
}

/** The block at a place, or the nearest one with words. */
export function blockAt(doc: Node, position: number): TextRange | null {
  const blocks = blocksOf(doc);
  return blocks.find((block) => position <= block.to) ?? blocks.at(-1) ?? null;
}

/** The block before or after a passage: how a passage is chosen without a pointer. */
export function blockBeside(doc: Node, passage: TextRange, step: 1 | -1): TextRange | null {
  const blocks = blocksOf(doc);
  const at = blocks.findIndex((block) => passage.from <= block.to);
  return blocks[at + step] ?? null;
}
