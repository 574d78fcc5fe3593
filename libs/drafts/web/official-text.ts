import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { readBlockProposal } from '../contract/suggestions/suggestion';

const isAdded = (node: Node): boolean =>
  node.isText ? node.marks.some((mark) => mark.type.name === 'insertion') : readBlockProposal(node.attrs['proposal'])?.target === 'inserted';

/** The text as it stands while nobody has accepted what is proposed; the very same document when nothing is added. */
export function officialText(node: Node): Node {
  let changed = false;
  const kept: Node[] = [];
  node.forEach((child) => {
    const official = child.isText ? child : officialText(child);
    changed ||= official !== child || isAdded(child);
    if (!isAdded(child)) kept.push(official);
  });
  return changed ? node.copy(Fragment.fromArray(kept)) : node;
}
