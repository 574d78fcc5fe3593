import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CellSelection } from '@tiptap/pm/tables';
import * as Y from 'yjs';
import { contentField } from '../../contract/document-schema';
import { schemaExtensions } from './editor-schema';
import { plainWords } from './editor-schema.fixtures';
import { KeptCells } from './kept-cells';

const editors: Editor[] = [];
const table = '<p>Avant</p><table><tr><td><p>a1</p></td><td><p>b1</p></td><td><p>c1</p></td></tr><tr><td><p>a2</p></td><td><p></p></td><td><p>c2</p></td></tr><tr><td><p>a3</p></td><td><p>b3</p></td><td><p>c3</p></td></tr></table><p>Après</p>';

/** Two people before one text, each with a copy; the first one's has the table. */
function twoPeople(): [Editor, Editor] {
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  docs.forEach((doc, index) => doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'wire') Y.applyUpdate(docs[1 - index] as Y.Doc, update, 'wire');
  }));
  const made = docs.map((document) => new Editor({
    element: window.document.body.appendChild(window.document.createElement('div')), injectCSS: false,
    extensions: [...schemaExtensions(plainWords), Collaboration.configure({ document, field: contentField }), KeptCells.configure({ doc: document })],
  }));
  editors.push(...made);
  made[0]?.commands.setContent(table);
  return made as [Editor, Editor];
}

afterEach(() => editors.splice(0).forEach((editor) => editor.destroy()));

const cells = ({ state: { doc } }: Editor): number[] => {
  const found: number[] = [];
  doc.descendants((node, position) => {
    if (node.type.name === 'tableCell') found.push(position);
  });
  return found;
};

/** From one cell to another, counted from the first. */
function selectCells(editor: Editor, from: number, to: number): void {
  const [anchor, head] = [cells(editor)[from] as number, cells(editor)[to] as number];
  editor.view.dispatch(editor.state.tr.setSelection(CellSelection.create(editor.state.doc, anchor, head)));
}

const selected = ({ state: { selection } }: Editor): string[] | string => {
  if (!(selection instanceof CellSelection)) return 'no cells';
  const words: string[] = [];
  selection.forEachCell((cell) => words.push(cell.textContent));
  return words;
};

const write = (editor: Editor, index: number, text: string): void => editor.view.dispatch(editor.state.tr.insertText(text, (cells(editor)[index] as number) + 2));

describe('a selection of cells while somebody else writes', () => {
  it.each<[string, (other: Editor) => void, string[]]>([
    ['elsewhere', (other) => other.commands.insertContentAt(1, 'Bien '), ['a1', 'b1', 'a2', '']],
    ['below', (other) => other.commands.insertContentAt(other.state.doc.content.size - 1, ' tout'), ['a1', 'b1', 'a2', '']],
    ['in a cell of it', (other) => write(other, 1, 'x'), ['a1', 'xb1', 'a2', '']],
    ['in its first cell', (other) => write(other, 0, 'x'), ['xa1', 'b1', 'a2', '']],
    ['in its last cell, which was empty', (other) => write(other, 4, 'x'), ['a1', 'b1', 'a2', 'x']],
    ['above and below at once', (other) => other.chain().insertContentAt(1, 'Bien ').insertContentAt(other.state.doc.content.size - 1, ' fin').run(), ['a1', 'b1', 'a2', '']],
    ['a paragraph before the table', (other) => other.commands.insertContentAt(0, '<p>Tout en haut</p>'), ['a1', 'b1', 'a2', '']],
    ['a row below it', (other) => void other.chain().setTextSelection((cells(other)[7] as number) + 2).addRowAfter().run(), ['a1', 'b1', 'a2', '']],
  ])('stays when they write %s', (_, act, words) => {
    const [mine, other] = twoPeople();
    selectCells(mine, 0, 4);
    act(other);
    expect(selected(mine)).toEqual(words);
    expect(mine.getJSON()).toEqual(other.getJSON());
  });

  it('goes with the table, and text stays selected as text', () => {
    const [mine, other] = twoPeople();
    selectCells(mine, 0, 4);
    other.chain().setTextSelection((cells(other)[0] as number) + 2).deleteTable().run();
    expect(selected(mine)).toBe('no cells');
    mine.commands.setTextSelection({ from: 2, to: 4 });
    other.commands.insertContentAt(1, 'x');
    expect([mine.state.selection.from, mine.state.selection.to]).toEqual([3, 5]);
  });
});
