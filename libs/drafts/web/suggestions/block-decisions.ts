import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { readBlockProposal } from '../../contract/suggestions/suggestion';
import type { BlockTarget } from '../../contract/suggestions/suggestion';

/** What must keep a block: the text itself, and a cell. */
const neverEmpty = new Set(['doc', 'tableCell', 'tableHeader']);

/** The block goes, and with it the list, the table or the box that held nothing else. */
function takeAway(tr: Transaction, position: number, node: Node): void {
  const $at = tr.doc.resolve(position);
  let { depth } = $at;
  while (depth > 0 && $at.node(depth).childCount === 1 && !$at.node(depth).isTextblock && !neverEmpty.has($at.node(depth).type.name)) depth -= 1;
  const [from, to] = depth === $at.depth ? [position, position + node.nodeSize] : [$at.before(depth + 1), $at.after(depth + 1)];
  const paragraph = tr.doc.type.schema.nodes['paragraph'];
  if (paragraph && $at.node(depth).childCount === 1 && neverEmpty.has($at.node(depth).type.name)) tr.replaceWith(from, to, paragraph.create());
  else tr.delete(from, to);
}

function accept(tr: Transaction, position: number, node: Node, target: BlockTarget): void {
  const { nodes } = tr.doc.type.schema;
  if (target === 'removed') return takeAway(tr, position, node);
  if (target === 'inserted') return void tr.setNodeAttribute(position, 'proposal', null);
  const type = target === 'paragraph' ? nodes['paragraph'] : nodes['heading'];
  if (type) tr.setNodeMarkup(position, type, target === 'paragraph' ? null : { level: Number(target.at(-1)) });
}

/** Decides what is proposed of the block at this place, if it still stands there. */
export function decideBlock(tr: Transaction, position: number, written: string, decision: 'accept' | 'refuse'): void {
  const node = tr.doc.nodeAt(position);
  const proposal = readBlockProposal(written);
  if (!node || !proposal || node.attrs['proposal'] !== written) return;
  if (decision === 'accept') accept(tr, position, node, proposal.target);
  else if (proposal.target === 'inserted') takeAway(tr, position, node);
  else tr.setNodeAttribute(position, 'proposal', null);
}
