import { Extension } from '@tiptap/core';
import type { Editor, Range } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';

/** What was typed after `/`, and where. */
export interface SlashQuery {
  readonly text: string;
  readonly range: Range;
}

export interface SlashMenuOptions {
  /** The menu opens, follows, or closes (null). */
  changed: (query: SlashQuery | null) => void;
  /** A key while the menu is open; true when the menu took it. */
  key: (event: KeyboardEvent) => boolean;
}

const slashKey = new PluginKey('slashMenu');
/** Only at the start of a block or after a space: «et/ou» opens nothing. */
const typedSlash = /(?:^|\s)\/([\p{L}\p{N} ]{0,24})$/u;

const sameQuery = (one: SlashQuery | null, other: SlashQuery | null): boolean =>
  one === other || (one !== null && other !== null && one.text === other.text && one.range.from === other.range.from && one.range.to === other.range.to);

function queryIn(state: EditorState): SlashQuery | null {
  const { selection } = state;
  const { $from } = selection;
  if (!selection.empty || !$from.parent.isTextblock) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '￼');
  const match = typedSlash.exec(before);
  if (!match) return null;
  const text = match[1] ?? '';
  return { text, range: { from: $from.pos - text.length - 1, to: $from.pos } };
}

/** Follows what is typed after a slash; Escape closes until another slash is typed. */
export const SlashMenu = Extension.create<SlashMenuOptions>({
  name: 'slashMenu',
  priority: 1500,
  addOptions: () => ({ changed: () => undefined, key: () => false }),
  addProseMirrorPlugins() {
    const { changed, key } = this.options;
    let open: SlashQuery | null = null;
    let dismissedAt: number | null = null;
    const show = (query: SlashQuery | null): void => {
      // Told once: who listens may redraw the text, which asks again.
      if (sameQuery(open, query)) return;
      changed((open = query));
    };
    return [
      new Plugin({
        key: slashKey,
        view: () => ({
          update: (view, before) => {
            const query = view.editable && view.hasFocus() ? queryIn(view.state) : null;
            if (query === null || query.range.from !== dismissedAt) dismissedAt = null;
            const typed = !view.state.doc.eq(before.doc);
            if (dismissedAt !== null) show(null);
            else if (query === null || open !== null || typed) show(query);
          },
          destroy: () => show(null),
        }),
        props: {
          handleKeyDown: (_view, event) => {
            if (open === null) return false;
            if (event.key !== 'Escape') return key(event);
            dismissedAt = open.range.from;
            show(null);
            return true;
          },
          handleDOMEvents: { blur: () => void show(null) },
        },
      }),
    ];
  },
});

/** Takes the typed `/…` away, then does what was chosen. */
export function runSlash(editor: Editor, query: SlashQuery, act: (editor: Editor) => void): void {
  editor.chain().focus().deleteRange(query.range).run();
  act(editor);
}
