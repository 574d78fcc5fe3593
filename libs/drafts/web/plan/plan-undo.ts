import { Extension } from '@tiptap/core';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { planField } from '../../contract/plan/plan';

/** One undoing for the text and the plan beside it: a step of either is taken back in the order it was made. */
export const PlanUndo = Extension.create<{ doc: Y.Doc | null }>({
  name: 'planUndo',
  addOptions: () => ({ doc: null }),
  onCreate() {
    const { undoManager } = (yUndoPluginKey.getState(this.editor.state) ?? {}) as { undoManager?: Y.UndoManager };
    if (this.options.doc) undoManager?.addToScope(this.options.doc.getMap(planField));
  },
});
