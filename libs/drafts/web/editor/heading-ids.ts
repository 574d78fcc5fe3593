import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { newPushId } from '../sync/push-id';

const newHeadingId = (): string => `h-${newPushId().replace(/-/g, '').slice(0, 12)}`;

const isRemote = (transaction: Transaction): boolean => (transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true;

/** Headings whose id is missing, or already taken by one above. */
function anonymousHeadings(doc: Node): number[] {
  const seen = new Set<string>();
  const found: number[] = [];
  doc.descendants((node, position) => {
    if (node.type.name !== 'heading') return !node.isTextblock;
    const id: unknown = node.attrs['id'];
    if (typeof id !== 'string' || id === '' || seen.has(id)) found.push(position);
    else seen.add(id);
    return false;
  });
  return found;
}

function withIds(state: EditorState): Transaction | null {
  const positions = anonymousHeadings(state.doc);
  if (positions.length === 0) return null;
  const { tr } = state;
  for (const position of positions) tr.setNodeAttribute(position, 'id', newHeadingId());
  return tr;
}

/** Names every heading once, in the browser where it is made: two browsers never name the same heading. */
export const HeadingIds = Extension.create({
  name: 'headingIds',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('headingIds'),
        appendTransaction: (transactions, _before, state) => {
          const local = transactions.some((transaction) => transaction.docChanged) && !transactions.some(isRemote);
          return local ? withIds(state) : null;
        },
      }),
    ];
  },
});
