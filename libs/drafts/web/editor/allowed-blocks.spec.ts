import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { ListKeymap } from '@tiptap/extension-list/keymap';
import * as Y from 'yjs';
import { contentField } from '../../contract/document-schema';
import { cleanPaste } from '../paste/paste-cleaning';
import { SuggestionMode } from '../suggestions/suggestion-mode';
import { press, type } from '../suggestions/suggestions.fixtures';
import { allowedBlocks } from './allowed-blocks';
import { actsFor, slashActs } from './block-acts';
import { schemaExtensions } from './editor-schema';
import { plainWords } from './editor-schema.fixtures';

let editor: Editor;

afterEach(() => editor.destroy());

/** An editor of a kind that holds only these blocks, on a text that holds these already. */
function editorOf(kind: readonly string[] | null, there: readonly string[] = []): Editor {
  const document = new Y.Doc();
  document.getXmlFragment(contentField).insert(0, there.map((name) => new Y.XmlElement(name)));
  editor = new Editor({
    element: window.document.body.appendChild(window.document.createElement('div')), injectCSS: false,
    extensions: [...schemaExtensions(plainWords, undefined, undefined, allowedBlocks(kind, document)), Collaboration.configure({ document, field: contentField }), ListKeymap, SuggestionMode],
  });
  return editor;
}

const typed = (text: string): unknown => {
  editor.commands.setTextSelection(1);
  type(editor, text);
  return (editor.getJSON().content ?? []).map((node) => node.type);
};
const names = (): string[] => actsFor(editor, slashActs).map(({ name }) => name);
const paste = (html: string): string => {
  const { html: clean } = cleanPaste(html, { isOurs: () => true, has: (block) => block in editor.schema.nodes });
  editor.commands.setContent(clean);
  return editor.getHTML();
};

describe('a kind of document that has not every block', () => {
  it('offers only what it has, in the toolbar, after a slash and as typed', () => {
    editorOf(['paragraph', 'bulletList', 'listItem']);
    expect(names()).toEqual(['paragraph', 'bulletList']);
    expect(typed('## a')).toEqual(['paragraph']);
    expect(typed('1. a')).toEqual(['paragraph']);
    expect(typed('> a')).toEqual(['paragraph']);
    press(editor, '7', { ctrlKey: true, shiftKey: true });
    expect(editor.getJSON().content?.map((node) => node.type)).toEqual(['paragraph']);
    editorOf(['paragraph', 'bulletList', 'listItem']);
    expect(typed('- a')).toEqual(['bulletList']);
  });

  it('offers everything when its kind says nothing', () => {
    editorOf(null);
    expect(names()).toEqual(slashActs.map(({ name }) => name));
  });

  it('has no table without cells and no list without items', () => {
    editorOf(['paragraph', 'table', 'bulletList', 'taskList', 'heading']);
    expect(names()).toEqual(['paragraph', 'heading1', 'heading2', 'heading3']);
  });

  it('keeps what a text holds already: an editor takes out what it does not know', () => {
    editorOf(['paragraph'], ['heading', 'tableOfContents']);
    expect(editor.getJSON().content?.map((node) => node.type)).toEqual(['heading', 'tableOfContents']);
    expect(names()).toContain('heading1');
  });

  it.each<[string, string, string]>([
    ['a table', '<table><tr><th>Lot</th><th>Prix</th></tr><tr><td>1</td><td>12 €</td></tr></table>', '<p>Lot · Prix</p><p>1 · 12 €</p>'],
    ['nested lists', '<ul><li>un<ul><li>dedans</li></ul></li><li><p>deux</p></li></ul><ol><li>premier</li></ol>', '<p>– un</p><p>– dedans</p><p>– deux</p><p>1. premier</p>'],
    ['headings and a quotation', '<h2>Titre</h2><blockquote><p>Cité</p></blockquote><hr>', '<p>Titre</p><p>Cité</p>'],
    ['a note and a name', '<p>Selon la loi<sup class="co-note" data-text="art. 35"></sup> et <span class="co-mention" data-person="0190a000-0000-7000-8000-00000000000a">@Grace</span></p>', '<p>Selon la loi (art. 35) et @Grace</p>'],
  ])('keeps the words of %s that is pasted', (_, html, text) => {
    editorOf(['paragraph']);
    expect(paste(html)).toBe(text);
  });

  it('says when something was turned into lines, and only then', () => {
    editorOf(null);
    const has = (block: string): boolean => block !== 'table';
    expect(cleanPaste('<p>a</p><table><tr><td>1</td></tr></table>', { isOurs: () => true, has }).fitted).toBe(true);
    expect(cleanPaste('<p>a</p>', { isOurs: () => true, has }).fitted).toBe(false);
  });
});
