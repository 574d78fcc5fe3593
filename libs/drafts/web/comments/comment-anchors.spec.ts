import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { contentField } from '../../contract/document-schema';
import type { ThreadAnchor } from '../../contract/comments/comment';
import { anchorOf, PassageFinder, sharedTextOf, textWithin } from './comment-anchors';
import type { SharedText } from './comment-anchors';
import { CommentLayer, passageOf, threadsAt, threadsDrawn } from './comment-layer';
import type { TextRange } from './comment-text';
import { schemaExtensions } from '../editor/editor-schema';
import { plainWords } from '../editor/editor-schema.fixtures';

const first = 'Les achats du groupement pèsent soixante-deux millions d’euros par an.';
const second = 'Le réemploi des emballages est demandé à chaque fournisseur du groupement.';
const third = 'Un bilan est présenté au comité chaque année.';

const open: Editor[] = [];
afterEach(() => open.splice(0).forEach((editor) => editor.destroy()));

function anEditor(doc = new Y.Doc()): Editor {
  const editor = new Editor({ extensions: [...schemaExtensions(plainWords), Collaboration.configure({ document: doc, field: contentField }), CommentLayer] });
  open.push(editor);
  return editor;
}

function aText(): Editor {
  const editor = anEditor();
  editor.commands.setContent(`<p>${first}</p><p>${second}</p><p>${third}</p>`);
  return editor;
}

const sharedOf = (editor: Editor): SharedText => sharedTextOf(editor.state) as SharedText;

/** Where these words are, in one paragraph. */
function rangeOf(editor: Editor, words: string): TextRange {
  let found: TextRange | null = null;
  editor.state.doc.descendants((node, position) => {
    const at = node.isTextblock ? node.textContent.indexOf(words) : -1;
    if (at >= 0 && !found) found = { from: position + 1 + at, to: position + 1 + at + words.length };
  });
  if (!found) throw new Error(`«${words}» is nowhere`);
  return found;
}

const commented = (editor: Editor, words: string): ThreadAnchor => anchorOf(editor.state.doc, sharedOf(editor), rangeOf(editor, words)) as ThreadAnchor;

/** The words a thread stands at now, paragraphs apart by a bar; null when its passage is gone. */
function wordsAt(editor: Editor, anchor: ThreadAnchor): string | null {
  const { doc } = editor.state;
  const place = new PassageFinder(doc, sharedOf(editor)).find(anchor);
  return place && doc.textBetween(place.from, place.to, '|');
}

const type = (editor: Editor, at: number, text: string): unknown => editor.chain().setTextSelection(at).insertContent(text).run();

describe('a commented passage', () => {
  const words = 'emballages est demandé';

  it('stands where it was commented', () => {
    const editor = aText();
    const anchor = commented(editor, words);
    expect(anchor).toMatchObject({ quote: words, suffix: expect.stringMatching(/^ à chaque/), prefix: expect.stringMatching(/réemploi des $/) });
    expect(wordsAt(editor, anchor)).toBe(words);
  });

  it.each(['Les achats du groupement', 'groupement.', third])('stands at «%s» too, be it at an end of its paragraph', (quote) => {
    const editor = aText();
    expect(wordsAt(editor, commented(editor, quote))).toBe(quote);
  });

  it('stands in a list, a table, and after a picture or a line break', () => {
    const editor = anEditor();
    editor.commands.setContent('<h2>Titre</h2><ul><li><p>un</p></li><li><p>deux <strong>points</strong> à voir</p><ul><li><p>trois</p></li></ul></li></ul><table><tbody><tr><th><p>a</p></th><td><p>case</p></td></tr></tbody></table><p>avant<br>après tout</p>');
    for (const quote of ['un', 'points', 'à voir', 'trois', 'case']) expect(wordsAt(editor, commented(editor, quote))).toBe(quote);
    const at = editor.state.doc.content.size - 1;
    const anchor = anchorOf(editor.state.doc, sharedOf(editor), { from: at - 'après tout'.length, to: at }) as ThreadAnchor;
    type(editor, 2, 'Grand ');
    expect(wordsAt(editor, anchor)).toBe('après tout');
  });

  it('follows what is written before it, and leaves out what is typed right beside it', () => {
    const editor = aText();
    const anchor = commented(editor, words);
    type(editor, 1, 'Préambule. ');
    type(editor, rangeOf(editor, words).from, 'gros ');
    type(editor, rangeOf(editor, words).to, ' poliment');
    expect(editor.getText()).toContain('réemploi des gros emballages est demandé poliment à chaque');
    expect(wordsAt(editor, anchor)).toBe(words);
  });

  it('keeps what is written inside it, by another hand too', () => {
    const editor = aText();
    const anchor = commented(editor, words);
    const other = anEditor(new Y.Doc());
    Y.applyUpdate(sharedOf(other).doc, Y.encodeStateAsUpdate(sharedOf(editor).doc));
    type(other, rangeOf(other, 'est demandé').from, 'réutilisables ');
    Y.applyUpdate(sharedOf(editor).doc, Y.encodeStateAsUpdate(sharedOf(other).doc));
    expect(wordsAt(editor, anchor)).toBe('emballages réutilisables est demandé');
    expect(wordsAt(other, anchor)).toBe('emballages réutilisables est demandé');
  });

  it('shrinks to what is left of it', () => {
    const editor = aText();
    const anchor = commented(editor, words);
    editor.commands.deleteRange(rangeOf(editor, 'est demandé à chaque'));
    expect(wordsAt(editor, anchor)).toBe('emballages ');
  });

  it('stands across the two paragraphs that one becomes', () => {
    const editor = aText();
    const anchor = commented(editor, words);
    editor.chain().setTextSelection(rangeOf(editor, 'est demandé').from).splitBlock().run();
    expect(wordsAt(editor, anchor)).toBe('emballages |est demandé');
  });

  it('goes along when its paragraph is cut right before it, or joined to the one before', () => {
    const editor = aText();
    const anchor = commented(editor, words);
    editor.chain().setTextSelection(rangeOf(editor, words).from).splitBlock().run();
    expect(wordsAt(editor, anchor)).toBe(words);
    editor.chain().setTextSelection(rangeOf(editor, words).from).joinBackward().run();
    expect(wordsAt(editor, anchor)).toBe(words);
  });

  it('is gone once deleted, and back once that is undone', () => {
    const editor = aText();
    const anchor = commented(editor, words);
    (yUndoPluginKey.getState(editor.state) as { undoManager: Y.UndoManager }).undoManager.stopCapturing();
    editor.commands.deleteRange(rangeOf(editor, words));
    expect(wordsAt(editor, anchor)).toBeNull();
    editor.commands.undo();
    expect(wordsAt(editor, anchor)).toBe(words);
  });

  it('is gone with its whole paragraph', () => {
    const editor = aText();
    const anchor = commented(editor, words);
    const { from, to } = rangeOf(editor, second);
    editor.commands.deleteRange({ from: from - 1, to: to + 1 });
    expect(editor.getText()).not.toContain('réemploi');
    expect(wordsAt(editor, anchor)).toBeNull();
  });

  it('is found where its paragraph was moved to', () => {
    const editor = aText();
    const anchor = commented(editor, words);
    const { from, to } = rangeOf(editor, second);
    editor.commands.deleteRange({ from: from - 1, to: to + 1 });
    editor.commands.insertContentAt(editor.state.doc.content.size, `<h2>Annexe</h2><p>${second}</p>`);
    expect(wordsAt(editor, anchor)).toBe(words);
  });

  it('among twins, is the one with the same neighbours; with none alike, nothing rather than any', () => {
    const editor = anEditor();
    editor.commands.setContent('<p>Le bilan des eaux est suivi.</p><p>Le bilan des déchets est suivi.</p>');
    const anchor = commented(editor, 'déchets est suivi');
    const short = anchorOf(editor.state.doc, sharedOf(editor), { ...rangeOf(editor, 'est suivi.'), to: rangeOf(editor, 'est suivi.').from + 3 }) as ThreadAnchor;
    editor.commands.setContent('<p>Le bilan des eaux est suivi.</p><p>Nos déchets est suivi.</p><p>Le bilan des déchets est suivi.</p>');
    expect(wordsAt(editor, anchor)).toBe('déchets est suivi');
    expect(new PassageFinder(editor.state.doc, sharedOf(editor)).find(anchor)?.from).toBe(rangeOf(editor, 'bilan des déchets').from + 'bilan des '.length);
    editor.commands.setContent('<p>Rien n’est sûr.</p>');
    expect(wordsAt(editor, short)).toBeNull();
  });

  it('may span paragraphs, and then is known by its first five hundred letters', () => {
    const editor = anEditor();
    editor.commands.setContent(`<p>${'Une longue phrase. '.repeat(40)}</p><p>Fin.</p>`);
    const anchor = anchorOf(editor.state.doc, sharedOf(editor), { from: 1, to: editor.state.doc.content.size - 1 }) as ThreadAnchor;
    expect(anchor.quote).toHaveLength(500);
    expect(wordsAt(editor, anchor)).toMatch(/^Une longue.*\|Fin\.$/);
  });

  it('holds letters: neither empty lines nor pictures alone can be commented', () => {
    const editor = anEditor();
    editor.commands.setContent('<p></p><p>Un mot</p><p></p>');
    expect(textWithin(editor.state.doc, { from: 0, to: editor.state.doc.content.size })).toEqual({ from: 3, to: 9 });
    expect(anchorOf(editor.state.doc, sharedOf(editor), { from: 0, to: 2 })).toBeNull();
  });
});

describe('the drawn passages', () => {
  const drawn = (editor: Editor) => passageOf(editor.state, 't');
  const draw = (editor: Editor, range: TextRange) => editor.view.dispatch(editor.state.tr.setMeta(threadsDrawn, [{ threadId: 't', ...range, look: 'plain' }]));

  it('stay where they are while another writes before, after and inside, though the whole text comes anew', () => {
    const editor = aText();
    draw(editor, rangeOf(editor, 'emballages'));
    const other = anEditor(new Y.Doc());
    Y.applyUpdate(sharedOf(other).doc, Y.encodeStateAsUpdate(sharedOf(editor).doc));
    for (const write of [() => type(other, 1, 'Avant. '), () => type(other, rangeOf(other, 'llages').from, '-'), () => type(other, rangeOf(other, third).to, ' Après.')]) {
      write();
      Y.applyUpdate(sharedOf(editor).doc, Y.encodeStateAsUpdate(sharedOf(other).doc));
    }
    const place = drawn(editor) as TextRange;
    expect(editor.state.doc.textBetween(place.from, place.to)).toBe('emba-llages');
  });

  it('answer which threads are at a place, the shortest first', () => {
    const editor = aText();
    const [long, short] = [rangeOf(editor, second), rangeOf(editor, 'emballages')];
    editor.view.dispatch(editor.state.tr.setMeta(threadsDrawn, [{ threadId: 'long', ...long, look: 'plain' }, { threadId: 'short', ...short, look: 'active' }]));
    expect(threadsAt(editor.state, short.from + 2)).toEqual(['short', 'long']);
    expect(threadsAt(editor.state, long.from + 1)).toEqual(['long']);
    expect(threadsAt(editor.state, 2)).toEqual([]);
  });
});
