import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import * as fc from 'fast-check';
import { acceptedView } from '../../contract/suggestions/suggestion-accepted';
import { differsOnlyInProposalsOf, rejectedView } from '../../contract/suggestions/suggestion-views';
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

describe('writing while proposing', () => {
  it('words typed are added, letter after letter, as one proposal', () => {
    const editor = proposing('<p>Le marché est clos.</p>');
    select(editor, 'Le marché', 'end');
    type(editor, ' public');
    expect(written(editor)).toBe('Le marché+ public+ est clos.');
    expect(shown(editor)).toEqual([['insert', '', ' public']]);
  });

  it('letters erased are struck one after the other, and those just added go', () => {
    const editor = proposing('<p>Le marché est clos.</p>');
    select(editor, 'marché', 'end');
    for (let count = 0; count < 3; count += 1) erase(editor);
    expect(written(editor)).toBe('Le mar-ché- est clos.');
    type(editor, 'ab');
    erase(editor);
    expect(written(editor)).toBe('Le mar+a+-ché- est clos.');
    expect(shown(editor)).toEqual([['replace', 'ché', 'a']]);
  });

  it('erasing forwards goes on behind what is struck', () => {
    const editor = proposing('<p>Le marché est clos.</p>');
    select(editor, 'marché', 'start');
    for (let count = 0; count < 6; count += 1) erase(editor, 'forward');
    expect(written(editor)).toBe('Le -marché- est clos.');
    erase(editor, 'forward');
    expect(written(editor)).toBe('Le -marché -est clos.');
  });

  it('typing over a selection replaces it, as one proposal', () => {
    const editor = proposing('<p>Le marché est clos.</p>');
    select(editor, 'marché');
    type(editor, 'contrat');
    expect(written(editor)).toBe('Le -marché-+contrat+ est clos.');
    expect(shown(editor)).toEqual([['replace', 'marché', 'contrat']]);
  });

  it('Enter proposes a paragraph end, Shift+Enter a line end, and Backspace takes one’s own back', () => {
    const editor = proposing('<p>Le marché est clos.</p>');
    select(editor, 'Le marché', 'end');
    press(editor, 'Enter');
    type(editor, 'X');
    press(editor, 'Enter', { shiftKey: true });
    expect(written(editor)).toBe('Le marché¶+X+↵ est clos.');
    erase(editor);
    erase(editor);
    erase(editor);
    expect(written(editor)).toBe('Le marché est clos.');
    expect(shown(editor)).toEqual([]);
  });

  it('Backspace at the beginning of a paragraph proposes to join it, once', () => {
    const editor = proposing('<p>Un</p><p>Deux</p>');
    select(editor, 'Deux', 'start');
    erase(editor);
    expect(written(editor)).toBe('Un⌫\nDeux');
    erase(editor);
    expect(written(editor)).toBe('U-n-⌫\nDeux');
    select(editor, 'Deux', 'start');
    erase(editor);
    expect(written(editor)).toBe('U-n-⌫\nDeux');
  });

  it('a selection over several paragraphs is struck whole, ends included', () => {
    const editor = proposing('<p>Un deux</p><p>trois</p><p>quatre cinq</p>');
    const { doc } = editor.state;
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(doc, 4, doc.content.size - 5)));
    press(editor, 'Backspace');
    expect(written(editor)).toBe('Un -deux-⌫\n-trois-⌫\n-quatre -cinq');
    expect(shown(editor)).toHaveLength(1);
  });

  it('pasted paragraphs become lines proposed; somebody’s proposals are not pasted', () => {
    const editor = proposing('<p>Début fin</p>');
    select(editor, 'Début ', 'end');
    paste(editor, '<p>un <strong>gras</strong></p><p>deux <del class="co-deletion">barré</del></p>');
    expect(written(editor)).toBe('Début +un ++gras+¶+deux barré+fin');
  });

  it('bold is proposed, proposed again it is taken back, and one’s own words simply become bold', () => {
    const editor = proposing('<p>Le marché est <strong>clos</strong>.</p>');
    select(editor, 'marché');
    editor.commands.toggleBold();
    expect(groupsIn(editor.state.doc)).toMatchObject([{ kind: 'format', added: 'marché', format: { mark: 'bold', change: 'add' } }]);
    editor.commands.toggleBold();
    expect(shown(editor)).toEqual([]);
    select(editor, 'clos');
    editor.commands.toggleBold();
    expect(groupsIn(editor.state.doc)).toMatchObject([{ kind: 'format', format: { mark: 'bold', change: 'remove' } }]);
    select(editor, 'Le', 'end');
    type(editor, 'X');
    select(editor, 'X');
    editor.commands.toggleBold();
    expect(editor.isActive('bold')).toBe(true);
    expect(rejectedView(treeIn(editor)).content?.[0]?.content?.map((node) => [node.text, node.marks?.length ?? 0])).toEqual([['Le marché est ', 0], ['clos', 1], ['.', 0]]);
  });

  it('a title is proposed beside the paragraph, and withdrawn by asking again', () => {
    const editor = proposing('<p>Objectifs</p>');
    editor.commands.setTextSelection(2);
    editor.commands.toggleHeading({ level: 2 });
    expect(groupsIn(editor.state.doc)).toMatchObject([{ kind: 'restyle', target: 'heading2', added: 'Objectifs' }]);
    expect(editor.isActive('heading')).toBe(false);
    editor.commands.setHeading({ level: 2 });
    expect(shown(editor)).toEqual([]);
  });

  it('cells are written in, and a selection over two keeps them apart', () => {
    const editor = proposing('<table><tr><td><p>un</p></td><td><p>deux</p></td></tr></table>');
    select(editor, 'un', 'end');
    type(editor, ' et demi');
    expect(written(editor)).toBe('un+ et demi+\ndeux');
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 5, editor.state.doc.content.size - 4)));
    press(editor, 'Backspace');
    expect(written(editor)).toBe('u-n-\n-deux-');
  });

  it('somebody else’s words are struck, not taken away, and one’s own words stand apart from theirs', () => {
    const lead = desk.open('<p>Le marché.</p>');
    const editor = desk.propose(lead, grace);
    select(editor, 'marché', 'end');
    type(editor, ' public');
    desk.propose(editor, ada);
    select(editor, 'public');
    press(editor, 'Backspace');
    expect(written(editor)).toBe('Le marché+ +-+public+-.');
    type(editor, 'clos');
    expect(new Set(groupsIn(editor.state.doc).map(({ person }) => person))).toEqual(new Set([ada, grace]));
    expect(rejectedView(treeIn(editor), ({ person }) => person === ada).content?.[0]?.content?.map(({ text }) => text)).toEqual(['Le marché', ' public', '.']);
  });

  it('undo takes back one’s own proposals only', () => {
    const lead = desk.open('<p>Le marché.</p>');
    const editor = desk.propose(desk.open());
    select(editor, 'marché', 'end');
    type(editor, ' public');
    select(lead, 'Le', 'start');
    type(lead, 'Ici, ');
    editor.commands.undo();
    expect(written(editor)).toBe('Ici, Le marché.');
    expect(written(lead)).toBe(written(editor));
    editor.commands.redo();
    expect(written(lead)).toBe('Ici, Le marché+ public+.');
  });

  it('who writes amid struck words writes plainly', () => {
    const lead = desk.open('<p>Le marché.</p>');
    const editor = desk.propose(desk.open());
    select(editor, 'marché');
    press(editor, 'Backspace');
    lead.commands.setTextSelection(6);
    type(lead, 'X');
    expect(written(lead)).toBe('Le -ma-X-rché-.');
    expect(written(editor)).toBe(written(lead));
  });
});

const content = '<h2>Objectifs</h2><p>Le <strong>marché</strong> est clos. Aa aa.</p><p></p><ul><li><p>un</p></li><li><p>deux</p></li></ul><table><tr><td><p>c1</p></td><td><p>c2</p></td></tr></table><blockquote><p>cité</p></blockquote><p>Fin.</p>';

interface Act {
  readonly what: 'type' | 'erase' | 'forward' | 'enter' | 'break' | 'bold' | 'heading' | 'paste' | 'list' | 'quote' | 'row' | 'rule' | 'undo';
  readonly from: number;
  readonly length: number;
}

const act: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom<Act['what'][]>('type', 'type', 'erase', 'erase', 'forward', 'enter', 'break', 'bold', 'heading', 'paste', 'list', 'quote', 'row', 'rule', 'undo'),
  from: fc.nat(60),
  length: fc.nat(12),
});

const doing: Record<Act['what'], (editor: Editor) => void> = {
  type: (editor) => type(editor, 'aé'),
  erase: (editor) => erase(editor),
  forward: (editor) => erase(editor, 'forward'),
  enter: (editor) => void press(editor, 'Enter'),
  break: (editor) => void press(editor, 'Enter', { shiftKey: true }),
  bold: (editor) => void editor.commands.toggleBold(),
  heading: (editor) => void editor.commands.toggleHeading({ level: 3 }),
  paste: (editor) => void paste(editor, '<p>un</p><p>deux</p>'),
  list: (editor) => void editor.commands.toggleBulletList(),
  quote: (editor) => void editor.commands.toggleBlockquote(),
  row: (editor) => void editor.commands.addRowAfter(),
  rule: (editor) => void editor.commands.setHorizontalRule(),
  undo: (editor) => void editor.commands.undo(),
};

function perform(editor: Editor, { what, from, length }: Act): void {
  const { doc } = editor.state;
  const $from = doc.resolve(Math.min(from, doc.content.size));
  const $to = doc.resolve(Math.min(from + length, doc.content.size));
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.between($from, $to)));
  try {
    doing[what](editor);
  } catch (error) {
    // Some of the editor's own commands throw at some selections, whoever writes; then nothing was done.
    if ((error as Error).name !== 'TransformError') throw error;
  }
}

describe('whatever someone does while proposing', () => {
  it('the official text stays, the copies agree, and both decisions give the two readings', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 10 }), (acts) => {
        const table = new Desk();
        const lead = table.open(content);
        const official = rejectedView(treeIn(lead));
        const editor = table.propose(table.open());
        for (const one of acts) {
          const before = treeIn(editor);
          perform(editor, one);
          expect(differsOnlyInProposalsOf(ada, before, treeIn(editor))).toBe(true);
        }
        expect(withoutNulls(rejectedView(treeIn(editor)))).toEqual(withoutNulls(official));
        expect(treeIn(lead)).toEqual(treeIn(editor));
        const [proposed, taken] = [treeIn(lead), acceptedView(treeIn(lead))];
        const changed = decide(lead, 'accept', () => true);
        expect(textsOf(treeIn(lead))).toEqual(textsOf(taken));
        if (changed > 0) lead.commands.undo();
        expect(withoutNulls(rejectedView(treeIn(lead)))).toEqual(withoutNulls(rejectedView(proposed)));
        decide(lead, 'refuse', () => true);
        expect(withoutNulls(treeIn(lead))).toEqual(withoutNulls(official));
        table.close();
      }),
      { numRuns: Number(process.env["SUGGEST_RUNS"] ?? 10) },
    );
  });
});
