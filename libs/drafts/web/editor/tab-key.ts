import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/**
 * Tab belongs to the page: it leaves the text, as anywhere else. In lists and tables it moves the item or the cell
 * (their own extensions see to it); after Escape it leaves there too.
 */
export const TabKey = Extension.create({
  name: 'tabKey',
  priority: 2000,
  addProseMirrorPlugins() {
    let leaving = false;
    return [
      new Plugin({
        key: new PluginKey('tabKey'),
        props: {
          handleDOMEvents: {
            // «Handled» without `preventDefault`: the editor lets go of the key and the browser moves the focus.
            keydown: (_view, event) => {
              if (event.key === 'Shift') return false;
              const isExit = leaving && event.key === 'Tab';
              leaving = event.key === 'Escape';
              return isExit;
            },
          },
        },
      }),
    ];
  },
});
