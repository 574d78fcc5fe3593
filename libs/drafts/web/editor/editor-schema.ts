import { mergeAttributes } from '@tiptap/core';
import type { AnyExtension } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { BulletList } from '@tiptap/extension-list/bullet-list';
import { ListItem } from '@tiptap/extension-list/item';
import { OrderedList } from '@tiptap/extension-list/ordered-list';
import { TaskItem } from '@tiptap/extension-list/task-item';
import { TaskList } from '@tiptap/extension-list/task-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { Underline } from '@tiptap/extension-underline';
import { CalloutNode } from './callout-node';
import type { CalloutOptions } from './callout-node';
import { ContentsNode } from './contents-node';
import type { ContentsOptions } from './contents-node';
import { FootnoteNode } from './footnote-node';
import type { FootnoteOptions } from './footnote-node';
import { draftImage } from './image-node';
import type { PictureWords } from './image-node';
import { LinkMark } from './link-mark';
import { MentionNode } from './mention-node';
import { suggestionExtensions } from '../suggestions/suggestion-marks';
import type { AuthorOf } from '../suggestions/suggestion-marks';

/** Headings carry a stable id: the outline, links and comments point at it. */
const DraftHeading = Heading.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      id: {
        default: null,
        keepOnSplit: false,
        parseHTML: (element: HTMLElement) => element.id || null,
        renderHTML: ({ id }: Record<string, unknown>) => (typeof id === 'string' && id ? { id } : {}),
      },
    };
  },
}).configure({ levels: [1, 2, 3, 4] });

const DraftListItem = ListItem.extend({ content: 'paragraph block*' });

/** A table without widths or inline styles: the page's policy forbids them, and a phone decides better. */
const DraftTable = Table.extend({
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes({ class: 'co-table-frame' }, HTMLAttributes), ['table', ['tbody', 0]]],
  addNodeView: () => null,
}).configure({ resizable: false, allowTableNodeSelection: true });

const alignClass = {
  align: {
    default: null,
    parseHTML: (element: HTMLElement) => /(?:^| )co-align-(left|center|right)(?: |$)/.exec(element.className)?.[1] ?? null,
    renderHTML: ({ align }: Record<string, unknown>) => (typeof align === 'string' ? { class: `co-align-${align}` } : {}),
  },
};

const DraftTableCell = TableCell.extend({
  addAttributes() {
    return { ...this.parent?.(), ...alignClass };
  },
});

const DraftTableHeader = TableHeader.extend({
  addAttributes() {
    return { ...this.parent?.(), ...alignClass };
  },
});

/**
 * A task whose box is pressed with the pointer, or from the text with Ctrl+Enter: forty boxes in the Tab order would stand
 * between the text and the rest of the page.
 */
const DraftTask = TaskItem.extend({
  addKeyboardShortcuts() {
    return {
      ...this.parent?.(),
      'Mod-Enter': () => this.editor.isActive(this.name) && this.editor.commands.updateAttributes(this.name, { checked: this.editor.getAttributes(this.name)['checked'] !== true }),
    };
  },
  addNodeView() {
    const drawn = this.parent?.();
    if (!drawn) return null;
    return (props) => {
      const view = drawn(props);
      const box = view.dom instanceof HTMLElement ? view.dom.querySelector('input') : null;
      if (box) box.tabIndex = -1;
      return view;
    };
  },
});

/** What the parts of a text are called, in the language of the page. */
export interface SchemaWords {
  /** The checkbox of a task. */
  readonly task: (text: string) => string;
  readonly callout: CalloutOptions['word'];
  readonly note: FootnoteOptions['word'];
  readonly contents: ContentsOptions;
  readonly picture: PictureWords;
}

/** What a part of the text asks of the page when it is opened. */
export interface SchemaRequests {
  readonly noteOpened: FootnoteOptions['opened'];
  readonly pictureDescribed: () => void;
}

const nobodyAsks: SchemaRequests = { noteOpened: () => undefined, pictureDescribed: () => undefined };

/** Without these there is no text. */
const alwaysThere = new Set(['doc', 'text', 'paragraph']);

/** The blocks and marks a draft may hold (all of them, or those its kind allows), exactly those of the contract; the order decides which rule reads pasted HTML first. */
export function schemaExtensions(
  words: SchemaWords, authorOf: AuthorOf = () => null, requests: SchemaRequests = nobodyAsks, allowed: ReadonlySet<string> | null = null,
): AnyExtension[] {
  const all: AnyExtension[] = [
    Document, Text, Paragraph, DraftHeading, Blockquote, HorizontalRule, HardBreak,
    BulletList, OrderedList, DraftListItem, TaskList,
    DraftTask.configure({ nested: true, a11y: { checkboxLabel: (node) => words.task(node.textContent) } }),
    DraftTable, TableRow, DraftTableHeader, DraftTableCell, draftImage({ words: words.picture, described: requests.pictureDescribed }),
    CalloutNode.configure({ word: words.callout }), FootnoteNode.configure({ word: words.note, opened: requests.noteOpened }), MentionNode, ContentsNode.configure(words.contents),
    Bold, Italic, Underline, Strike, LinkMark,
    ...suggestionExtensions(authorOf),
  ];
  return allowed === null ? all : all.filter(({ type, name }) => type !== 'node' || alwaysThere.has(name) || allowed.has(name));
}
