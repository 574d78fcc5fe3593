import type { Editor } from '@tiptap/core';
import type {} from '@tiptap/extension-collaboration';
import { plain } from '@cohorte/platform/contract';
import type { IconName } from '@cohorte/ui/web/icons';
import { toggleCallout } from './callout-node';
import { commentAsked } from '../comments/comment-layer';
import type { CalloutKind, NodeName } from '../../contract/document-schema';

/** What needs a dialog or the network, given by the component that holds the editor. */
export interface ActRequests {
  readonly askLink: () => void;
  readonly askImage: () => void;
  readonly askNote: () => void;
}

/** One thing that can be done to the text: the toolbar and the slash menu offer the same ones. */
export interface BlockAct {
  /** Its words are `drafts.acts.<name>`; other words that find it in the slash menu are `drafts.findActs.<name>`. */
  readonly name: string;
  readonly icon: IconName;
  readonly keys?: string;
  /** The block it makes: a document that has none does not offer it. */
  readonly block?: NodeName;
  readonly run: (editor: Editor, requests: ActRequests) => void;
  readonly isOn?: (editor: Editor) => boolean;
  readonly canRun?: (editor: Editor) => boolean;
}

const heading = (level: 1 | 2 | 3 | 4, icon: IconName): BlockAct => ({
  name: `heading${level}`,
  icon,
  block: 'heading',
  keys: `Ctrl+Alt+${level}`,
  run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
  isOn: (editor) => editor.isActive('heading', { level }),
});

export const paragraph: BlockAct = {
  name: 'paragraph', icon: 'text', keys: 'Ctrl+Alt+0',
  run: (editor) => editor.chain().focus().setParagraph().run(),
  isOn: (editor) => editor.isActive('paragraph') && !editor.isActive('heading'),
};

export const headings: readonly BlockAct[] = [heading(1, 'heading-1'), heading(2, 'heading-2'), heading(3, 'heading-3'), heading(4, 'type')];

export const marks: readonly BlockAct[] = [
  { name: 'bold', icon: 'bold', keys: 'Ctrl+B', run: (editor) => editor.chain().focus().toggleBold().run(), isOn: (editor) => editor.isActive('bold') },
  { name: 'italic', icon: 'italic', keys: 'Ctrl+I', run: (editor) => editor.chain().focus().toggleItalic().run(), isOn: (editor) => editor.isActive('italic') },
  { name: 'underline', icon: 'underline', keys: 'Ctrl+U', run: (editor) => editor.chain().focus().toggleUnderline().run(), isOn: (editor) => editor.isActive('underline') },
  { name: 'strike', icon: 'strikethrough', keys: 'Ctrl+Maj+S', run: (editor) => editor.chain().focus().toggleStrike().run(), isOn: (editor) => editor.isActive('strike') },
  { name: 'link', icon: 'link', keys: 'Ctrl+Maj+K', run: (_editor, requests) => requests.askLink(), isOn: (editor) => editor.isActive('link') },
  { name: 'comment', icon: 'message-square-plus', keys: 'Ctrl+Alt+M', run: (editor) => void editor.view.dom.dispatchEvent(new CustomEvent(commentAsked)) },
];

export const lists: readonly BlockAct[] = [
  { name: 'bulletList', block: 'bulletList', icon: 'list', keys: 'Ctrl+Maj+8', run: (editor) => editor.chain().focus().toggleBulletList().run(), isOn: (editor) => editor.isActive('bulletList') },
  { name: 'orderedList', block: 'orderedList', icon: 'list-ordered', keys: 'Ctrl+Maj+7', run: (editor) => editor.chain().focus().toggleOrderedList().run(), isOn: (editor) => editor.isActive('orderedList') },
  { name: 'taskList', block: 'taskList', icon: 'list-todo', keys: 'Ctrl+Maj+9', run: (editor) => editor.chain().focus().toggleTaskList().run(), isOn: (editor) => editor.isActive('taskList') },
];

export const inserts: readonly BlockAct[] = [
  {
    name: 'table', block: 'table', icon: 'table-2',
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    isOn: (editor) => editor.isActive('table'),
    canRun: (editor) => !editor.isActive('table'),
  },
  { name: 'image', block: 'image', icon: 'image', run: (_editor, requests) => requests.askImage() },
  { name: 'footnote', block: 'footnote', icon: 'superscript', keys: 'Ctrl+Alt+F', run: (_editor, requests) => requests.askNote(), canRun: (editor) => editor.state.selection.$from.parent.isTextblock },
  { name: 'blockquote', block: 'blockquote', icon: 'quote', keys: 'Ctrl+Maj+B', run: (editor) => editor.chain().focus().toggleBlockquote().run(), isOn: (editor) => editor.isActive('blockquote') },
];

const callout = (kind: CalloutKind, icon: IconName): BlockAct => ({
  name: `callout-${kind}`, block: 'callout', icon,
  run: (editor) => toggleCallout(editor, kind),
  isOn: (editor) => editor.isActive('callout', { kind }),
});

export const callouts: readonly BlockAct[] = [callout('info', 'info'), callout('key', 'star'), callout('warning', 'triangle-alert')];

/** `@` opens the list of people by itself; after a letter it would be an address. */
function startMention(editor: Editor): void {
  const { $from } = editor.state.selection;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset, undefined, '￼');
  editor.chain().focus().insertContent(/^\s?$/.test(before) ? '@' : ' @').run();
}

/** What is inserted less often: in a menu of the toolbar, and after a slash. */
export const moreInserts: readonly BlockAct[] = [
  { name: 'mention', block: 'mention', icon: 'at-sign', keys: '@', run: startMention },
  { name: 'contents', block: 'tableOfContents', icon: 'list-tree', run: (editor) => editor.chain().focus().insertContent({ type: 'tableOfContents' }).run() },
  { name: 'horizontalRule', block: 'horizontalRule', icon: 'minus', run: (editor) => editor.chain().focus().setHorizontalRule().run() },
];

export const history: readonly BlockAct[] = [
  { name: 'undo', icon: 'undo-2', keys: 'Ctrl+Z', run: (editor) => editor.chain().focus().undo().run(), canRun: (editor) => editor.can().undo() },
  { name: 'redo', icon: 'redo-2', keys: 'Ctrl+Y', run: (editor) => editor.chain().focus().redo().run(), canRun: (editor) => editor.can().redo() },
];

/** Shown while the caret is in a table. */
export const tableActs: readonly BlockAct[] = [
  { name: 'rowAbove', icon: 'arrow-up', run: (editor) => editor.chain().focus().addRowBefore().run() },
  { name: 'rowBelow', icon: 'arrow-down', run: (editor) => editor.chain().focus().addRowAfter().run() },
  { name: 'columnLeft', icon: 'arrow-left', run: (editor) => editor.chain().focus().addColumnBefore().run() },
  { name: 'columnRight', icon: 'arrow-right', run: (editor) => editor.chain().focus().addColumnAfter().run() },
  { name: 'headerRow', icon: 'panel-top', run: (editor) => editor.chain().focus().toggleHeaderRow().run() },
  { name: 'headerColumn', icon: 'panel-left', run: (editor) => editor.chain().focus().toggleHeaderColumn().run() },
  { name: 'mergeCells', icon: 'table-cells-merge', run: (editor) => editor.chain().focus().mergeCells().run(), canRun: (editor) => editor.can().mergeCells() },
  { name: 'splitCell', icon: 'table-cells-split', run: (editor) => editor.chain().focus().splitCell().run(), canRun: (editor) => editor.can().splitCell() },
  { name: 'deleteRow', icon: 'minus', run: (editor) => editor.chain().focus().deleteRow().run() },
  { name: 'deleteColumn', icon: 'x', run: (editor) => editor.chain().focus().deleteColumn().run() },
  { name: 'deleteTable', icon: 'trash-2', run: (editor) => editor.chain().focus().deleteTable().run() },
];

export const slashActs: readonly BlockAct[] = [paragraph, ...headings.slice(0, 3), ...lists, ...inserts, ...callouts, ...moreInserts];

/** Of these acts, those this document has the blocks for. */
export const actsFor = (editor: Editor, acts: readonly BlockAct[]): BlockAct[] => acts.filter(({ block }) => block === undefined || block in editor.schema.nodes);

/** The acts whose words begin like what was typed, accents and case apart. */
export function actsMatching(acts: readonly BlockAct[], typed: string, wordsOf: (act: BlockAct) => string): BlockAct[] {
  const wanted = plain(typed.trim());
  if (wanted === '') return [...acts];
  return acts.filter((act) => {
    const words = plain(wordsOf(act));
    return words.startsWith(wanted) || words.split(/[\s,]+/).some((word) => word.startsWith(wanted));
  });
}
