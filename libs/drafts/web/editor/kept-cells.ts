import { Extension } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { CellSelection } from '@tiptap/pm/tables';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { keptPlace } from '../sync/kept-place';

/** The two corners of a selection of cells, as places that stay true. */
interface KeptCells {
  readonly anchor: () => number | null;
  readonly head: () => number | null;
}

const isShared = (transaction: Transaction): boolean => (transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true;

function cellAround($at: ResolvedPos): number | null {
  for (let { depth } = $at; depth > 0; depth -= 1) if (['cell', 'header_cell'].includes(String($at.node(depth).type.spec['tableRole']))) return $at.before(depth);
  return null;
}

function cellAt(state: EditorState, place: number | null): number | null {
  return place === null || place > state.doc.content.size ? null : cellAround(state.doc.resolve(place));
}

function selectedAgain(state: EditorState, kept: KeptCells): Transaction | null {
  const [anchor, head] = [cellAt(state, kept.anchor()), cellAt(state, kept.head())];
  if (anchor === null || head === null) return null;
  const [$anchor, $head] = [state.doc.resolve(anchor), state.doc.resolve(head)];
  return $anchor.node(-1) === $head.node(-1) ? state.tr.setSelection(new CellSelection($anchor, $head)) : null;
}

/** Cells stay selected while others write: the shared text knows selections of words and of things only. */
export const KeptCells = Extension.create<{ doc: Y.Doc | null }>({
  name: 'keptCells',
  addOptions: () => ({ doc: null }),
  addProseMirrorPlugins() {
    const { editor, options: { doc } } = this;
    let kept: KeptCells | null = null;
    return [
      new Plugin({
        key: new PluginKey('keptCells'),
        view: (view) => {
          const note = (): void => {
            const { selection } = view.state;
            kept = selection instanceof CellSelection ? { anchor: keptPlace(editor, selection.$anchorCell.pos + 2), head: keptPlace(editor, selection.$headCell.pos + 2) } : null;
          };
          doc?.on('beforeAllTransactions', note);
          return { destroy: () => doc?.off('beforeAllTransactions', note) };
        },
        appendTransaction: (transactions, _before, state) => (kept && transactions.some(isShared) ? selectedAgain(state, kept) : null),
      }),
    ];
  },
});
