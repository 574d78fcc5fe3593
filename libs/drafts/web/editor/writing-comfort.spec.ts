import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import * as Y from 'yjs';
import { contentField } from '../../contract/document-schema';
import { readUpdate } from '../../contract/update/update-gate';
import { callouts, headings, inserts, lists, marks, moreInserts, paragraph, tableActs } from './block-acts';
import type { ActRequests, BlockAct } from './block-acts';
import { brokenLinks } from './broken-links';
import { EditorKeys } from './editor-keys';
import { schemaExtensions } from './editor-schema';
import { plainWords } from './editor-schema.fixtures';
import { notesIn } from './footnote-node';
import { FrenchTypography } from './french-typography';
import { HeadingIds } from './heading-ids';
import { TabKey } from './tab-key';
import { findAll, replaceIn } from './text-search';
import { wordsIn } from './text-facts';
import { asOneStep } from './undo-step';

const picture = '/api/drafts/0190f0a0-0000-7000-8000-000000000001/images/0190f0a0-0000-7000-8000-000000000002';
const person = '0190f0a0-0000-7000-8000-000000000003';
const note = { type: 'footnote', attrs: { text: 'Article L. 2111-3' } };

interface Desk {
  readonly editor: Editor;
  /** What the gate says of each update that left. */
  readonly refused: string[];
}

const desks: Editor[] = [];

/** An editor on a shared text, whose every change is shown to the gate. */
function desk(content?: object): Desk {
  const doc = new Y.Doc();
  const refused: string[] = [];
  doc.on('update', (update: Uint8Array) => {
    const answer = readUpdate(update);
    if (!answer.ok) refused.push(answer.reason);
  });
  const editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    injectCSS: false,
    extensions: [...schemaExtensions(plainWords), Collaboration.configure({ document: doc, field: contentField }), HeadingIds, TabKey, FrenchTypography, EditorKeys],
  });
  if (content) editor.commands.setContent({ type: 'doc', content: [content] });
  desks.push(editor);
  return { editor, refused };
}

afterEach(() => desks.splice(0).forEach((editor) => editor.destroy()));

const requestsOf = (editor: Editor): ActRequests => ({
  askLink: () => undefined,
  askImage: () => void editor.commands.insertContent({ type: 'image', attrs: { src: picture, alt: 'Un chantier' } }),
  askNote: () => void editor.commands.insertContent(note),
});

/** Already a paragraph; a comment stands beside the text. */
const changesNothing = new Set(['paragraph', 'comment']);

const words = (text: string, ...types: string[]) => ({ type: 'paragraph', content: [{ type: 'text', text, marks: types.map((type) => ({ type })) }] });

function type(editor: Editor, text: string): void {
  for (const character of text) {
    const { from, to } = editor.state.selection;
    const taken = editor.view.someProp('handleTextInput', (handle) => handle(editor.view, from, to, character, () => editor.state.tr.insertText(character, from, to)));
    if (!taken) editor.view.dispatch(editor.state.tr.insertText(character, from, to));
  }
}

const press = (editor: Editor, key: string, init: KeyboardEventInit = {}): boolean =>
  editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, new KeyboardEvent('keydown', { key, ...init }))) === true;

describe('every act of the toolbar and of the menu', () => {
  const acts: BlockAct[] = [paragraph, ...headings, ...marks.filter(({ name }) => name !== 'link'), ...lists, ...inserts, ...callouts, ...moreInserts];

  it.each(acts.map((act) => [act.name, act] as const))('%s makes what the gate accepts', (_, act) => {
    const { editor, refused } = desk(words('Nos achats'));
    editor.commands.selectAll();
    if (inserts.includes(act) || moreInserts.includes(act)) editor.commands.setTextSelection(5);
    const before = JSON.stringify(editor.getJSON());
    act.run(editor, requestsOf(editor));
    const changes = JSON.stringify(editor.getJSON()) !== before;
    expect([act.name, refused, changes || changesNothing.has(act.name)]).toEqual([act.name, [], true]);
  });

  it.each(tableActs.map((act) => [act.name, act] as const))('%s leaves a table the gate accepts', (_, act) => {
    const { editor, refused } = desk();
    editor.commands.insertTable({ rows: 3, cols: 3, withHeaderRow: true });
    if (act.name === 'mergeCells' || act.name === 'splitCell') {
      const cells: number[] = [];
      editor.state.doc.descendants((node, position) => void (node.type.name === 'tableCell' && cells.push(position)));
      editor.commands.setCellSelection({ anchorCell: cells[0] ?? 0, headCell: cells[1] ?? 0 });
      if (act.name === 'splitCell') editor.commands.mergeCells();
    }
    const before = JSON.stringify(editor.getJSON());
    act.run(editor, requestsOf(editor));
    expect([act.name, refused, JSON.stringify(editor.getJSON()) !== before]).toEqual([act.name, [], true]);
  });
});

describe('callouts', () => {
  it('change their kind, then leave', () => {
    const { editor } = desk(words('Deux phrases'));
    const [info, key] = callouts;
    info?.run(editor, requestsOf(editor));
    expect(editor.getJSON().content?.[0]).toMatchObject({ type: 'callout', attrs: { kind: 'info' } });
    key?.run(editor, requestsOf(editor));
    expect(editor.getJSON().content?.[0]).toMatchObject({ type: 'callout', attrs: { kind: 'key' } });
    key?.run(editor, requestsOf(editor));
    expect(editor.getJSON().content?.[0]).toMatchObject({ type: 'paragraph' });
  });
});

describe('what is corrected as one types', () => {
  it('comes back with one Backspace, or with one Ctrl+Z', () => {
    const { editor, refused } = desk({ type: 'paragraph' });
    type(editor, 'Ah "');
    expect(editor.getText()).toBe('Ah «\u00a0');
    press(editor, 'Backspace');
    expect(editor.getText()).toBe('Ah "');
    type(editor, ' oui !');
    expect(editor.getText()).toBe('Ah " oui\u202f!');
    press(editor, 'z', { ctrlKey: true });
    expect(editor.getText()).toBe('Ah " oui !');
    expect(refused).toEqual([]);
  });

  it('is never an address', () => {
    const { editor } = desk({ type: 'paragraph' });
    type(editor, 'Voir https://exemple.fr/a?b=1;c!');
    expect(editor.getText()).toBe('Voir https://exemple.fr/a?b=1;c!');
  });

  it('Markdown becomes what it says', () => {
    const { editor } = desk({ type: 'paragraph' });
    type(editor, 'un **gras** et un [lien](exemple.fr)');
    expect(editor.getHTML()).toContain('un <strong>gras</strong> et un <a');
    expect(editor.getHTML()).toContain('href="https://exemple.fr"');
  });
});

describe('replacing everything', () => {
  it('is one step of undo, apart from what was typed before', () => {
    const { editor } = desk(words('un marché, un marché'));
    editor.commands.setTextSelection(editor.state.doc.content.size - 1);
    type(editor, ' public');
    const found = findAll(editor.state.doc, { text: 'marché', matchCase: false, wholeWord: false });
    asOneStep(editor, () => editor.view.dispatch(replaceIn(editor.state.tr, found, 'contrat')));
    expect(editor.getText()).toBe('un contrat, un contrat public');
    editor.commands.undo();
    expect(editor.getText()).toBe('un marché, un marché public');
  });
});

describe('what a text tells of itself', () => {
  it('a picture nobody described says so, a decorative one does not', () => {
    const shown = (alt: string | null) => desk({ type: 'image', attrs: { src: picture, alt } }).editor.view.dom.querySelectorAll('.co-undescribed').length;
    expect([shown(null), shown(''), shown('Un chantier')]).toEqual([1, 0, 0]);
  });

  it('links to headings that are gone are known', () => {
    const { editor } = desk({ type: 'heading', attrs: { level: 1, id: 'axe' }, content: [{ type: 'text', text: 'Axe' }] });
    const link = (href: string) => ({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] });
    editor.commands.insertContentAt(editor.state.doc.content.size, { type: 'paragraph', content: [link('#axe'), link('#parti'), link('https://exemple.fr')] });
    expect(brokenLinks(editor.state.doc).map(({ from, to }) => editor.state.doc.textBetween(from, to))).toEqual(['#parti']);
  });

  it('notes are listed in the order of their calls, and counted as words', () => {
    const { editor } = desk({ type: 'paragraph', content: [{ type: 'text', text: 'Un seuil' }, note, { type: 'text', text: ' vu par ' }, { type: 'mention', attrs: { personId: person, label: 'Marion Lecoq' } }] });
    expect(notesIn(editor.state.doc).map(({ text }) => text)).toEqual(['Article L. 2111-3']);
    expect(wordsIn(editor.state.doc)).toBe(9);
    expect(wordsIn(editor.state.doc, 1, 9)).toBe(2);
  });

  it('the list of headings follows them', () => {
    const { editor } = desk({ type: 'heading', attrs: { level: 2, id: 'axe' }, content: [{ type: 'text', text: 'Axe A' }] });
    editor.commands.insertContentAt(0, { type: 'tableOfContents' });
    expect(editor.view.dom.querySelector('nav.co-toc a')?.outerHTML).toBe('<a href="#axe" tabindex="-1">Axe A</a>');
  });
});
