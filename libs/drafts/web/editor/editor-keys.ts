import { Extension } from '@tiptap/core';

/** What the keys of the text ask of the page. */
export interface EditorKeysOptions {
  link: () => void;
  note: () => void;
  find: (replacing: boolean) => void;
  focus: () => void;
  /** Escape was pressed and nothing above the text wanted it. */
  escaped: () => void;
  shortcuts: () => void;
  /** The keyboard goes to the toolbar, which Tab cannot reach from a list or a table. */
  toolbar: () => void;
}

const nothing = (): void => undefined;

/** Shortcuts people expect that the blocks do not bring themselves. */
export const EditorKeys = Extension.create<EditorKeysOptions>({
  name: 'editorKeys',
  // Before the collaboration's own Mod-z.
  priority: 1100,
  addOptions: () => ({ link: nothing, note: nothing, find: nothing, focus: nothing, escaped: nothing, shortcuts: nothing, toolbar: nothing }),
  addKeyboardShortcuts() {
    const { link, note, find, focus, escaped, shortcuts, toolbar } = this.options;
    const ask = (act: () => void) => () => {
      act();
      return true;
    };
    return {
      'Mod-Shift-k': ask(link),
      'Mod-Alt-f': ask(note),
      'Mod-f': ask(() => find(false)),
      'Mod-h': ask(() => find(true)),
      'Mod-Shift-f': ask(focus),
      Escape: () => {
        escaped();
        return false;
      },
      'Mod-/': ask(shortcuts),
      'Alt-F10': ask(toolbar),
      'Mod-Alt-0': () => this.editor.commands.setParagraph(),
      // What was just corrected as one typed is given back first.
      'Mod-z': () => this.editor.commands.undoInputRule(),
    };
  },
});
