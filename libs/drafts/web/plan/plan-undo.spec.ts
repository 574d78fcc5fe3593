import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import * as Y from 'yjs';
import { contentField } from '../../contract/document-schema';
import { planOrigin } from '../../contract/plan/plan';
import { PlanEdits, readPlanOf } from '../../contract/plan/plan-edits';
import { somePlanRules } from '../../contract/plan/plan.fixtures';
import { schemaExtensions } from '../editor/editor-schema';
import { PlanUndo } from './plan-undo';
import { asOneStep } from '../editor/undo-step';

function anEditor(doc: Y.Doc): Editor {
  return new Editor({
    element: document.createElement('div'),
    extensions: [...schemaExtensions({ task: (text) => text, callout: (kind) => kind, note: (text) => text, contents: { title: '', empty: '' }, picture: { missing: '', describe: '' } }), Collaboration.configure({ document: doc, field: contentField, yUndoOptions: { trackedOrigins: [planOrigin] } }), PlanUndo.configure({ doc })],
  });
}

describe('undoing', () => {
  it('takes back what was done in the text and in the plan, in the order it was done, and never what others did', async () => {
    const doc = new Y.Doc();
    const editor = anEditor(doc);
    await Promise.resolve();
    await new Promise((done) => setTimeout(done));
    const edits = new PlanEdits(doc, somePlanRules);
    const titles = (): unknown[] => readPlanOf(doc).map((entry) => entry.fields['title']);

    asOneStep(editor, () => void editor.commands.insertContent('Bonjour'));
    asOneStep(editor, () => edits.add({ id: 'entry-0001', type: 'axis', fields: { title: 'Énergie' } }, { parent: '' }));
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    new PlanEdits(other, somePlanRules).add({ id: 'entry-0002', type: 'axis', fields: { title: 'D’un autre' } }, { parent: '' });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'server');
    asOneStep(editor, () => edits.set('entry-0001', 'title', 'Sobriété'));

    expect(titles()).toEqual(['Sobriété', 'D’un autre']);
    editor.commands.undo();
    expect(titles()).toEqual(['Énergie', 'D’un autre']);
    editor.commands.undo();
    expect(titles()).toEqual(['D’un autre']);
    expect(editor.getText()).toBe('Bonjour');
    editor.commands.undo();
    expect(editor.getText()).toBe('');
    editor.commands.redo();
    editor.commands.redo();
    expect([editor.getText(), titles()]).toEqual(['Bonjour', ['Énergie', 'D’un autre']]);
    editor.destroy();
  });
});
