import { Extension } from '@tiptap/core';
import type { AnyExtension, Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { DecorationSet } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/** What can be laid over the text by code that comes after the editor. */
export interface LateLayer {
  draw(state: EditorState): DecorationSet;
  /** Whether a change made here may happen; changes that come from others are never asked about. */
  allows(transaction: Transaction, state: EditorState): boolean;
}

interface Laid {
  readonly layer: LateLayer;
  readonly drawn: DecorationSet;
}

/** Made by hand, here. What comes from others, from undoing, or from the editor itself after an allowed change is never refused: the text would part from its copy. */
const isOwn = (transaction: Transaction): boolean => transaction.docChanged && transaction.getMeta(ySyncPluginKey) === undefined && transaction.getMeta('appendedTransaction') === undefined;

const layerKey = new PluginKey<Laid | null>('draftLateLayer');

/**
 * A place kept in the editor for a layer loaded later: adding a plugin to an editor that runs would draw the whole text again.
 * What is laid moves with the text, and is drawn anew when asked.
 */
export const LateLayerPlace: AnyExtension = Extension.create({
  name: 'lateLayer',
  addProseMirrorPlugins() {
    return [
      new Plugin<Laid | null>({
        key: layerKey,
        state: {
          init: () => null,
          apply: (transaction, laid, _before, state) => {
            const given = transaction.getMeta(layerKey) as LateLayer | null | undefined;
            if (given === null) return null;
            if (given) return { layer: given, drawn: given.draw(state) };
            return laid && { layer: laid.layer, drawn: laid.drawn.map(transaction.mapping, transaction.doc) };
          },
        },
        filterTransaction: (transaction, state) => !isOwn(transaction) || (layerKey.getState(state)?.layer.allows(transaction, state) ?? true),
        props: { decorations: (state) => layerKey.getState(state)?.drawn },
      }),
    ];
  },
});

/** Lays a layer over the text, draws it anew, or takes it away with null. */
export function lay(editor: Editor, layer: LateLayer | null): void {
  if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(layerKey, layer).setMeta('addToHistory', false));
}
