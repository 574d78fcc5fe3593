import type { Editor } from '@tiptap/core';
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

interface SyncState {
  readonly doc: Y.Doc;
  readonly type: Y.XmlFragment;
  readonly binding: { readonly mapping: Parameters<typeof relativePositionToAbsolutePosition>[3] };
}

const syncOf = (editor: Editor): SyncState | undefined => ySyncPluginKey.getState(editor.state) as SyncState | undefined;

/** A place in the text that stays true while others write; null once what stood there is gone. */
export function keptPlace(editor: Editor, position: number): () => number | null {
  const sync = syncOf(editor);
  if (!sync) return () => position;
  const relative: unknown = absolutePositionToRelativePosition(position, sync.type, sync.binding.mapping);
  return () => {
    const now = syncOf(editor);
    return now ? (relativePositionToAbsolutePosition(now.doc, now.type, relative as Y.RelativePosition, now.binding.mapping) as number | null) : null;
  };
}
