import * as Y from 'yjs';
import { draftNodes } from '../draft-html';
import { typedWords, unsentFile } from './unsent-file';

function typing(act: (text: Y.XmlText) => void): Uint8Array[] {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  doc.getXmlFragment('content').insert(0, [paragraph]);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  act(text);
  return updates;
}

describe('unsent work as a file', () => {
  it('reads as it was typed, letter after letter', () => {
    expect(typedWords(typing((text) => [...'Cible 2027'].forEach((letter, index) => text.insert(index, letter))))).toBe('Cible 2027');
  });

  it('leaves out what was taken away again', () => {
    const updates = typing((text) => {
      text.insert(0, 'abcdef');
      text.delete(1, 2);
    });
    expect(typedWords(updates)).toBe('adef');
  });

  it('keeps passages typed at two places apart', () => {
    const updates = typing((text) => {
      text.insert(0, 'fin');
      text.insert(0, 'début ');
    });
    expect(typedWords(updates).split('\n')).toEqual(['fin', 'début ']);
  });

  it('names each draft and carries the exact changes', () => {
    const edits = typing((text) => text.insert(0, 'mot')).map((update, index) => ({ pushId: `p${index}`, personId: 'p', draftId: 'd', order: index, update, edits: 1 }));
    const file = unsentFile(edits, { heading: 'Non envoyé', explanation: 'Gardé ici.', technical: 'Exact', titleOf: () => 'SPASER du CHU' });
    expect(file).toContain('## SPASER du CHU\n\nmot');
    const line = file.split('\n').find((found) => found.startsWith('{')) ?? '{}';
    expect(Y.decodeUpdate(Uint8Array.from(atob(JSON.parse(line).yjsUpdateV1), (character) => character.charCodeAt(0))).structs.length).toBe(1);
  });
});

describe('the server’s HTML on the page', () => {
  const shown = (html: string): string => {
    const root = document.createElement('div');
    root.append(...draftNodes(html, document));
    return root.innerHTML;
  };

  it('keeps the ids of headings and the state of tasks', () => {
    expect(shown('<h2 id="axe-1">Axe 1</h2><ul data-type="taskList"><li data-type="taskItem" data-checked="true">fait</li></ul>')).toContain('<h2 id="axe-1">Axe 1</h2>');
  });

  it('keeps only the words of anything unknown', () => {
    expect(shown('<p onclick="x()">a<script>alert(1)</script><iframe src="//x"></iframe></p>')).not.toMatch(/onclick|<script|iframe/);
  });

  it('drops addresses that run or tell', () => {
    expect(shown('<a href="javascript:alert(1)">a</a><img src="https://ailleurs.example/x.png" alt="">')).toBe('<a>a</a><img alt="">');
  });
});
