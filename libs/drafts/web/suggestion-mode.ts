import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { roleCharacters } from '../contract/suggestion';

/** Makes a proposal of a change; null when it cannot be one, and then nothing changes. */
export type Tracker = (transaction: Transaction, state: EditorState) => Transaction | null;

/** Carried by what the tracker or a decision made, which passes as it is. */
export const proposalMeta = 'draftProposal';

const isShared = (transaction: Transaction): boolean => (transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true;
const isFree = (transaction: Transaction): boolean => !transaction.docChanged || isShared(transaction) || transaction.getMeta(proposalMeta) === true;

/** What is written amid struck words is not struck with them. */
function unstruck(transaction: Transaction): Transaction {
  const { deletion, modification } = transaction.doc.type.schema.marks;
  transaction.steps.slice().forEach((step, index) => {
    if (!(step instanceof ReplaceStep) || step.from !== step.to || step.slice.openStart + step.slice.openEnd > 0) return;
    const from = transaction.mapping.slice(index + 1).map(step.from, -1);
    const to = from + step.slice.content.size;
    const $at = transaction.docs[index]?.resolve(step.from);
    const isAmid = $at?.nodeBefore && deletion?.isInSet($at.nodeBefore.marks);
    if (!isAmid || !deletion || !modification || to > transaction.doc.content.size) return;
    transaction.removeMark(from, to, deletion).removeMark(from, to, modification);
  });
  return transaction;
}

interface SuggestionModeStorage {
  tracker: Tracker | null;
}

declare module '@tiptap/core' {
  interface Storage {
    suggestionMode: SuggestionModeStorage;
  }
}

const signs = new RegExp(`[${roleCharacters.split}${roleCharacters.line}]`, 'g');

/** While someone proposes, every change of the text goes through the tracker; the others' changes and the decisions pass. */
export const SuggestionMode = Extension.create<Record<string, never>, SuggestionModeStorage>({
  name: 'suggestionMode',
  priority: 10_000,
  addStorage: () => ({ tracker: null }),
  dispatchTransaction({ transaction, next }) {
    const { tracker } = this.storage;
    if (isFree(transaction)) return next(transaction);
    if (!tracker) return next(unstruck(transaction));
    const proposed = tracker(transaction, this.editor.state);
    if (proposed) next(proposed);
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('suggestionMode'),
        // Plugins that mend the text after a change would change it plainly.
        filterTransaction: (transaction) => this.storage.tracker === null || isFree(transaction),
        props: { transformPastedText: (text) => text.replace(signs, '\n') },
      }),
    ];
  },
});
