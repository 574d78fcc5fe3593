import { Extension } from '@tiptap/core';
import type { Editor, Range } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';

/** What was typed after the sign that opens the menu, and where. */
export interface TypedQuery {
  readonly text: string;
  readonly range: Range;
}

export interface TypedMenuOptions {
  /** The menu opens, follows, or closes (null). */
  changed: (query: TypedQuery | null) => void;
  /** A key while the menu is open; true when the menu took it. */
  key: (event: KeyboardEvent) => boolean;
}

const sameQuery = (one: TypedQuery | null, other: TypedQuery | null): boolean =>
  one === other || (one !== null && other !== null && one.text === other.text && one.range.from === other.range.from && one.range.to === other.range.to);

function queryIn({ selection }: EditorState, typed: RegExp): TypedQuery | null {
  const { $from } = selection;
  if (!selection.empty || !$from.parent.isTextblock) return null;
  const match = typed.exec($from.parent.textBetween(0, $from.parentOffset, undefined, '￼'));
  if (!match) return null;
  const text = match[1] ?? '';
  return { text, range: { from: $from.pos - text.length - 1, to: $from.pos } };
}

/** Follows what is typed after a sign, whose first group is the query; Escape closes until the sign is typed again. */
const typedMenu = (name: string, typed: RegExp) =>
  Extension.create<TypedMenuOptions>({
    name,
    priority: 1500,
    addOptions: () => ({ changed: () => undefined, key: () => false }),
    addProseMirrorPlugins() {
      const { changed, key } = this.options;
      let open: TypedQuery | null = null;
      let dismissedAt: number | null = null;
      const show = (query: TypedQuery | null): void => {
        // Told once: who listens may redraw the text, which asks again.
        if (sameQuery(open, query)) return;
        changed((open = query));
      };
      return [
        new Plugin({
          key: new PluginKey(name),
          view: () => ({
            update: (view, before) => {
              const query = view.editable && view.hasFocus() ? queryIn(view.state, typed) : null;
              if (query === null || query.range.from !== dismissedAt) dismissedAt = null;
              const changedText = !view.state.doc.eq(before.doc);
              if (dismissedAt !== null) show(null);
              else if (query === null || open !== null || changedText) show(query);
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

/** `/` opens the blocks, at the start of a block or after a space: «et/ou» opens nothing. */
export const SlashMenu = typedMenu('slashMenu', /(?:^|\s)\/([\p{L}\p{N} ]{0,24})$/u);

/** `@` opens the people, likewise: an address opens nothing. */
export const PeopleMenu = typedMenu('peopleMenu', /(?:^|[\s(«’'])@([\p{L}\p{N}’' -]{0,40})$/u);

/** Takes what was typed away, then does what was chosen. */
export function insteadOf(editor: Editor, query: TypedQuery, act: (editor: Editor) => void): void {
  editor.chain().focus().deleteRange(query.range).run();
  act(editor);
}
