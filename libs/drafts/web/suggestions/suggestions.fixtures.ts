import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { ListKeymap } from '@tiptap/extension-list/keymap';
import { DOMParser, Slice } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { contentField } from '../../contract/document-schema';
import type { DocumentNode } from '../../contract/outline-template';
import { schemaExtensions } from '../editor/editor-schema';
import { plainWords } from '../editor/editor-schema.fixtures';
import { HeadingIds } from '../editor/heading-ids';
import { CannotPropose } from './suggestion-lines';
import type { NotProposable } from './suggestion-lines';
import { SuggestionMode } from './suggestion-mode';
import { asProposal } from './suggestion-tracking';

export const ada = '0190a000-0000-7000-8000-00000000000a';
export const grace = '0190a000-0000-7000-8000-00000000000b';

/** Editors of one text, each with its own copy, that hear each other at once. */
export class Desk {
  readonly editors: Editor[] = [];
  refused: NotProposable[] = [];

  open(content = ''): Editor {
    const doc = new Y.Doc();
    const first = this.editors[0];
    const others = this.docs;
    if (others[0]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(others[0]));
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'desk') for (const other of this.docs) if (other !== doc) Y.applyUpdate(other, update, 'desk');
    });
    this.docs.push(doc);
    const element = document.body.appendChild(document.createElement('div'));
    const editor = new Editor({
      element, injectCSS: false,
      extensions: [...schemaExtensions(plainWords), Collaboration.configure({ document: doc, field: contentField }), HeadingIds, ListKeymap, SuggestionMode],
    });
    if (!first && content) editor.commands.setContent(content);
    this.editors.push(editor);
    return editor;
  }

  /** From now on this editor proposes. */
  propose(editor: Editor, personId = ada): Editor {
    editor.storage.suggestionMode.tracker = (transaction, state) => {
      try {
        return asProposal(transaction, state, { personId, now: () => new Date(1_760_000_000_000) });
      } catch (error) {
        if (!(error instanceof CannotPropose)) throw error;
        this.refused.push(error.reason);
        return null;
      }
    };
    return editor;
  }

  close(): void {
    this.editors.splice(0).forEach((editor) => editor.destroy());
    this.docs.splice(0).forEach((doc) => doc.destroy());
    document.body.replaceChildren();
  }

  private readonly docs: Y.Doc[] = [];
}

export const treeIn = (editor: Editor): DocumentNode => editor.getJSON() as DocumentNode;

/** Text with its proposals written out: `+added+`, `-struck-`, `¶` and `↵` for ends proposed, `⌫` for an end proposed to go. */
export function written(editor: Editor): string {
  const lines: string[] = [];
  editor.state.doc.descendants((node) => {
    if (!node.isTextblock) return true;
    let line = '';
    node.forEach((child) => {
      const has = (name: string) => child.marks.find((mark) => mark.type.name === name);
      const role: unknown = has('insertion')?.attrs['role'];
      const text = role === 'split' ? '¶' : role === 'line' ? '↵' : role === 'join' ? '⌫' : (child.text ?? '|');
      const added = has('insertion') && !role ? `+${text}+` : text;
      line += has('deletion') ? `-${added}-` : added;
    });
    lines.push(line);
    return false;
  });
  return lines.join('\n');
}

/** Puts the caret, or a selection, by the words of the text. */
export function select(editor: Editor, words: string, where: 'start' | 'end' | 'all' = 'all'): void {
  let found = -1;
  editor.state.doc.descendants((node, position) => {
    const index = node.isTextblock ? node.textContent.indexOf(words) : -1;
    if (index >= 0 && found < 0) found = position + 1 + index;
  });
  if (found < 0) throw new Error(`no «${words}» in ${editor.getText()}`);
  const [from, to] = [where === 'end' ? found + words.length : found, where === 'start' ? found : found + words.length];
  editor.commands.setTextSelection({ from, to });
}

export const type = (editor: Editor, text: string): void => {
  for (const character of text) {
    const { from, to } = editor.state.selection;
    const handled = editor.view.someProp('handleTextInput', (handle) => handle(editor.view, from, to, character, () => editor.state.tr.insertText(character, from, to)));
    if (!handled) editor.view.dispatch(editor.state.tr.insertText(character, from, to));
  }
};

export const press = (editor: Editor, key: string, modifiers: Partial<KeyboardEventInit> = {}): boolean =>
  editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, new KeyboardEvent('keydown', { key, ...modifiers }))) === true;

/** jsdom has no clipboard events: the text is parsed and put in as the editor does on a paste. */
export function paste(editor: Editor, html: string): void {
  const slice = editor.view.someProp('clipboardParser') ? null : DOMParser.fromSchema(editor.schema).parseSlice(new window.DOMParser().parseFromString(html, 'text/html').body);
  if (slice) editor.view.dispatch(editor.state.tr.replaceSelection(Slice.maxOpen(slice.content)).setMeta('paste', true).setMeta('uiEvent', 'paste'));
}

/** Deletes one character as the browser does where no key binding takes it. */
export function erase(editor: Editor, direction: 'back' | 'forward' = 'back'): void {
  if (press(editor, direction === 'back' ? 'Backspace' : 'Delete')) return;
  const { from } = editor.state.selection;
  editor.view.dispatch(direction === 'back' ? editor.state.tr.delete(from - 1, from) : editor.state.tr.delete(from, from + 1));
}

/** An attribute that is not there and one that is nothing are the same to the editor. */
export const withoutNulls = (node: DocumentNode): unknown =>
  JSON.parse(JSON.stringify(node, (key, value: unknown) => (value === null || (key === 'attrs' && Object.values(value as object).every((held) => held === null)) ? undefined : value))) as unknown;

/** The words of a tree, one line for each block. */
export const textsOf = (node: { type: string; text?: string; content?: readonly unknown[] }): string =>
  node.type === 'text' ? (node.text ?? '') : `${(node.content ?? []).map((child) => textsOf(child as typeof node)).join('')}${node.type === 'doc' ? '' : '\n'}`;
