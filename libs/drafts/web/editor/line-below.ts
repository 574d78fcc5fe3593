import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** The text ends with something one cannot write after: a table, a picture, a box. */
function endsClosed({ state }: EditorView): boolean {
  const last = state.doc.lastChild;
  return last !== null && !last.isTextblock;
}

/** A press in the white below a text that ends with a table begins a paragraph there. */
export const LineBelow = Extension.create({
  name: 'lineBelow',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('lineBelow'),
        props: {
          handleClick: (view, _position, event) => {
            const last = view.dom.lastElementChild;
            const isBelow = last !== null && event.clientY > last.getBoundingClientRect().bottom;
            const paragraph = view.state.schema.nodes['paragraph'];
            if (!view.editable || !isBelow || !paragraph || !endsClosed(view)) return false;
            const tr = view.state.tr.insert(view.state.doc.content.size, paragraph.create());
            view.dispatch(tr.setSelection(TextSelection.atEnd(tr.doc)).scrollIntoView());
            return true;
          },
        },
      }),
    ];
  },
});
