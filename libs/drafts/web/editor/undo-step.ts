import type { Editor } from '@tiptap/core';
import { yUndoPluginKey } from '@tiptap/y-tiptap';

/** Makes what `act` changes one step of undo, apart from what was typed just before and what is typed right after. */
export function asOneStep(editor: Editor, act: () => void): void {
  const { undoManager } = (yUndoPluginKey.getState(editor.state) ?? {}) as { undoManager?: { stopCapturing(): void } };
  undoManager?.stopCapturing();
  act();
  undoManager?.stopCapturing();
}
