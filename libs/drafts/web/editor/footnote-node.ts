import { mergeAttributes, Node } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state';
import { documentLimits } from '../../contract/document-schema';

export interface FootnoteOptions {
  word: (text: string) => string;
  /** The writer wants to read or change the note at this position. */
  opened: (position: number) => void;
}

/** The text of a note, whatever the tree holds. */
export const footnoteText = (node: DocumentNode): string => (typeof node.attrs['text'] === 'string' ? node.attrs['text'] : '');

/** The call of a note, which carries the note's text; its number is its place among the others, drawn by the style sheet. */
export const FootnoteNode = Node.create<FootnoteOptions>({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  addOptions: () => ({ word: (text) => text, opened: () => undefined }),
  addAttributes: () => ({ text: { default: '', parseHTML: (element: HTMLElement) => (element.dataset['text'] ?? '').slice(0, documentLimits.attributeTextLength), rendered: false } }),
  parseHTML: () => [{ tag: 'sup.co-note[data-text]' }],
  renderHTML({ node, HTMLAttributes }) {
    const text = footnoteText(node);
    return ['sup', mergeAttributes(HTMLAttributes, { class: 'co-note', 'data-text': text, role: 'img', 'aria-label': this.options.word(text), title: text })];
  },
  addProseMirrorPlugins() {
    const { name, options } = this;
    return [
      new Plugin({
        key: new PluginKey('footnote'),
        props: {
          handleClickOn: (view, _position, node, at) => {
            if (node.type.name !== name || !view.editable) return false;
            options.opened(at);
            return true;
          },
          handleKeyDown: (view, event) => {
            const { selection } = view.state;
            if (event.key !== 'Enter' || !(selection instanceof NodeSelection) || selection.node.type.name !== name) return false;
            options.opened(selection.from);
            return true;
          },
        },
      }),
    ];
  },
});

export interface ListedNote {
  readonly position: number;
  readonly text: string;
}

/** The notes of the text, in the order of their calls. */
export function notesIn(doc: DocumentNode): ListedNote[] {
  const found: ListedNote[] = [];
  doc.descendants((node, position) => {
    if (node.type.name === 'footnote') found.push({ position, text: footnoteText(node) });
  });
  return found;
}
