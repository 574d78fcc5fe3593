import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import type { Step } from '@tiptap/pm/transform';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { roleCharacters } from '../../contract/suggestions/suggestion';

/** Makes a proposal of a change; null when it cannot be one, and then nothing changes. */
export type Tracker = (transaction: Transaction, state: EditorState) => Transaction | null;

/** Carried by what the tracker or a decision made, which passes as it is. */
export const proposalMeta = 'draftProposal';

const isShared = (transaction: Transaction): boolean => (transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true;
const isFree = (transaction: Transaction): boolean => !transaction.docChanged || isShared(transaction) || transaction.getMeta(proposalMeta) === true;

const isTyped = (step: Step): step is ReplaceStep =>
  step instanceof ReplaceStep && step.from === step.to && step.slice.openStart === 0 && step.slice.content.firstChild?.isText === true;

/** What is written amid struck words is not struck with them. */
function unstruck(transaction: Transaction): Transaction {
  const { deletion, modification } = transaction.doc.type.schema.marks;
  if (!deletion || !modification) return transaction;
  transaction.steps.slice().forEach((step, index) => {
    if (!isTyped(step)) return;
    const from = transaction.mapping.slice(index + 1).map(step.from, -1);
    const to = from + step.slice.content.size;
    const before = transaction.docs[index]?.resolve(step.from).nodeBefore;
    if (before && deletion.isInSet(before.marks)) transaction.removeMark(from, to, deletion).removeMark(from, to, modification);
  });
  return transaction;
}

/** What the keys ask for; whoever holds the editor knows what is proposed. */
export interface SuggestionKeys {
  readonly next: (step: 1 | -1) => void;
  readonly decide: (decision: 'accept' | 'refuse') => void;
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
export const SuggestionMode = Extension.create<{ keys: SuggestionKeys | null }, SuggestionModeStorage>({
  name: 'suggestionMode',
  priority: 10_000,
  addOptions: () => ({ keys: null }),
  addStorage: () => ({ tracker: null }),
  addKeyboardShortcuts() {
    const asked = (ask: (keys: SuggestionKeys) => void) => () => {
      if (this.options.keys) ask(this.options.keys);
      return this.options.keys !== null;
    };
    return {
      F8: asked((keys) => keys.next(1)),
      'Shift-F8': asked((keys) => keys.next(-1)),
      'Alt-Shift-a': asked((keys) => keys.decide('accept')),
      'Alt-Shift-r': asked((keys) => keys.decide('refuse')),
    };
  },
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
