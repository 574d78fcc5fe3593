import type { Editor } from '@tiptap/core';
import { acceptedView } from '../../contract/suggestions/suggestion-accepted';
import { rejectedView } from '../../contract/suggestions/suggestion-views';
import { decide } from './suggestion-decisions';
import { groupsIn } from './suggestion-pieces';
import { ada, Desk, erase, grace, paste, press, select, textsOf, treeIn, type, withoutNulls, written } from './suggestions.fixtures';

let desk: Desk;

beforeEach(() => {
  desk = new Desk();
});

afterEach(() => desk.close());

const proposing = (content: string): Editor => desk.propose(desk.open(content));
const shown = (editor: Editor): [string, string, string][] => groupsIn(editor.state.doc).map(({ kind, removed, added }) => [kind, removed, added]);

describe('changing the structure while proposing', () => {
  it.each<[string, string, (editor: Editor) => void, string]>([
    ['a list', '<p>a</p>', (editor) => editor.commands.toggleBulletList(), 'replace-block'],
    ['an end to a list', '<ul><li><p>z</p></li><li><p>a</p></li></ul>', (editor) => editor.commands.toggleBulletList(), 'replace-block'],
    ['another sort of list', '<ul><li><p>a</p></li></ul>', (editor) => editor.commands.toggleOrderedList(), 'replace-block'],
    ['a deeper item', '<ul><li><p>z</p></li><li><p>a</p></li></ul>', (editor) => editor.commands.sinkListItem('listItem'), 'replace-block'],
    ['a table', '<p>a</p>', (editor) => editor.commands.insertTable({ rows: 2, cols: 2 }), 'insert-block'],
    ['a row', '<table><tr><td><p>a</p></td></tr></table>', (editor) => editor.commands.addRowAfter(), 'insert-block'],
    ['a column', '<table><tr><td><p>a</p></td></tr></table>', (editor) => editor.commands.addColumnAfter(), 'replace-block'],
    ['a row to go', '<table><tr><td><p>a</p></td></tr><tr><td><p>b</p></td></tr></table>', (editor) => editor.commands.deleteRow(), 'remove-block'],
    ['a table to go', '<p>z</p><table><tr><td><p>a</p></td></tr></table>', (editor) => editor.commands.deleteTable(), 'remove-block'],
    ['a tick', '<ul data-type="taskList"><li data-type="taskItem" data-checked="false"><p>a</p></li></ul>', (editor) => editor.commands.updateAttributes('taskItem', { checked: true }), 'replace-block'],
    ['a quotation', '<p>a</p>', (editor) => editor.commands.toggleBlockquote(), 'replace-block'],
    ['a line', '<p>a</p>', (editor) => editor.commands.setHorizontalRule(), 'insert-block'],
    ['a paragraph behind', '<p>a</p>', (editor) => press(editor, 'Enter'), 'insert-block'],
    ['an item behind', '<ul><li><p>a</p></li></ul>', (editor) => press(editor, 'Enter'), 'insert-block'],
    ['a paragraph before', '<p>a</p>', (editor) => [select(editor, 'a', 'start'), press(editor, 'Enter')], 'insert-block'],
    ['a list and words pasted', '<p>a</p>', (editor) => paste(editor, '<ul><li><p>un</p></li><li><p>deux</p></li></ul>'), 'replace-block'],
  ])('%s is proposed as whole blocks: accepted it is what a writer would have made, refused it was nothing', (_, content, act, kind) => {
    const writer = new Desk();
    const wanted = writer.open(content);
    select(wanted, 'a', 'end');
    act(wanted);
    const editor = proposing(content);
    const official = treeIn(editor);
    select(editor, 'a', 'end');
    act(editor);
    expect(desk.refused).toEqual([]);
    expect(groupsIn(editor.state.doc).map((group) => group.kind)).toEqual([kind]);
    expect(withoutNulls(rejectedView(treeIn(editor)))).toEqual(withoutNulls(official));
    expect(withoutNulls(acceptedView(treeIn(editor)))).toEqual(withoutNulls(treeIn(wanted)));
    const lead = desk.open();
    decide(lead, 'accept', () => true);
    expect(withoutNulls(treeIn(lead))).toEqual(withoutNulls(treeIn(wanted)));
    lead.commands.undo();
    decide(lead, 'refuse', () => true);
    expect(withoutNulls(treeIn(lead))).toEqual(withoutNulls(official));
    writer.close();
  });

  it('a new paragraph is one’s own: typed in, cut, made a list and taken back like any text', () => {
    const editor = proposing('<p>Le marché.</p><p>Fin.</p>');
    select(editor, 'marché.', 'end');
    press(editor, 'Enter');
    type(editor, 'un');
    press(editor, 'Enter');
    type(editor, '- deux');
    press(editor, 'Enter');
    type(editor, 'trois');
    expect(shown(editor)).toEqual([['insert-block', '', 'un deux trois']]);
    expect(textsOf(acceptedView(treeIn(editor)))).toBe('Le marché.\nun\ndeux\n\ntrois\n\n\nFin.\n');
    for (let count = 0; count < 5; count += 1) erase(editor);
    press(editor, 'Enter');
    type(editor, 'quatre');
    expect(withoutNulls(acceptedView(treeIn(editor)))).toMatchObject({ content: [{}, {}, { type: 'bulletList' }, { type: 'paragraph', content: [{ text: 'quatre' }] }, {}] });
    expect(rejectedView(treeIn(editor)).content).toHaveLength(2);
    const lead = desk.open();
    decide(lead, 'refuse', () => true);
    expect(written(lead)).toBe('Le marché.\nFin.');
  });

  it('everything selected and erased is struck, tables and lists as such, and what was one’s own goes', () => {
    const editor = proposing('<p>Début</p><table><tr><td><p>a</p></td></tr></table><ul><li><p>b</p></li></ul><p>Fin</p>');
    select(editor, 'Début', 'end');
    press(editor, 'Enter');
    type(editor, 'à moi');
    editor.commands.selectAll();
    press(editor, 'Backspace');
    expect(groupsIn(editor.state.doc)).toMatchObject([{ kind: 'delete', blocksGone: ['table', 'bulletList'] }]);
    expect(JSON.stringify(treeIn(editor))).not.toContain('à moi');
    decide(desk.open(), 'accept', () => true);
    expect(editor.state.doc.textContent).toBe('');
  });

  it('what somebody else proposes to add or to take away is theirs, and it is said', () => {
    const lead = desk.open('<p>a</p>');
    const editor = desk.propose(lead, grace);
    select(editor, 'a', 'end');
    editor.commands.toggleBulletList();
    desk.propose(editor, ada);
    select(editor, 'a', 'end');
    const before = JSON.stringify(treeIn(editor));
    editor.commands.toggleBlockquote();
    expect(desk.refused).toEqual(['taken']);
    expect(JSON.stringify(treeIn(editor))).toBe(before);
  });

  it('a mention and a note are proposed in the line, and struck where they stand', () => {
    const editor = proposing('<p>Vu avec elle.</p>');
    editor.commands.insertContentAt(4, { type: 'footnote', attrs: { text: 'source' } });
    editor.commands.insertContentAt(3, { type: 'mention', attrs: { personId: grace, label: 'Grace' } });
    expect(groupsIn(editor.state.doc).map(({ kind, blocksCome }) => [kind, ...blocksCome])).toEqual([['insert-block', 'mention'], ['insert-block', 'footnote']]);
    const lead = desk.open();
    decide(lead, 'accept', () => true);
    expect(JSON.stringify(treeIn(lead))).toMatch(/"footnote".*source/);
    editor.commands.setTextSelection({ from: 2, to: 7 });
    press(editor, 'Backspace');
    expect(groupsIn(editor.state.doc)).toMatchObject([{ kind: 'delete' }]);
    decide(lead, 'accept', () => true);
    expect(written(lead)).toMatch(/^Vvec /);
  });
});
