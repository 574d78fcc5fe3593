import * as Y from 'yjs';
import type { OutboxEdit } from './draft-outbox';
import { nextBatch } from './push-batch';
import { splitUpdate } from './split-update';

const edit = (update: Uint8Array, order: number): OutboxEdit => ({ pushId: `id-${order}`, personId: 'p', draftId: 'd', order, update, edits: 1 });

function typed(words: readonly string[]): { updates: Uint8Array[]; text: string } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const word of words) doc.getText('t').insert(doc.getText('t').length, word);
  doc.getText('t').delete(1, 1);
  return { updates, text: doc.getText('t').toString() };
}

const replay = (updates: readonly Uint8Array[]): string => {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  expect(doc.store.pendingStructs).toBeNull();
  return doc.getText('t').toString();
};

describe('what to push next', () => {
  const work = typed(['un ', 'deux ', 'trois ']);
  const queue = work.updates.map(edit);

  it('merges what waits and counts every edit', () => {
    const batch = nextBatch(queue, false);
    expect(batch?.from).toHaveLength(4);
    expect(batch?.to).toHaveLength(1);
    expect(batch?.to[0]?.edits).toBe(4);
    expect(replay(batch?.to.map((found) => found.update) ?? [])).toBe(work.text);
  });

  it('sends again alone, unchanged, what may have arrived', () => {
    const batch = nextBatch(queue, true);
    expect(batch?.to).toEqual([queue[0]]);
  });

  it('cuts what is larger than a push, and says «saved» only after the last piece', () => {
    const batch = nextBatch(queue, false, { bytes: 60, structs: 1 });
    expect(batch && batch.to.length > 0).toBe(true);
    expect(batch?.to.slice(0, -1).every((piece) => piece.edits === 0)).toBe(true);
  });
});

describe('cutting an update', () => {
  it('gives pieces that each need only those before them, two writers mixed', () => {
    const one = new Y.Doc();
    const other = new Y.Doc();
    for (let turn = 0; turn < 60; turn += 1) {
      const [from, to] = turn % 2 ? [one, other] : [other, one];
      const text = from.getText('t');
      text.insert(Math.floor(text.length / 2), `mot${turn} `);
      if (turn % 7 === 0) text.delete(0, 2);
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
    }
    const whole = Y.encodeStateAsUpdate(one);
    const pieces = splitUpdate(whole, { bytes: 200, structs: 10 });
    expect(pieces.length).toBeGreaterThan(3);
    const doc = new Y.Doc();
    for (const piece of pieces) {
      Y.applyUpdate(doc, piece);
      expect(doc.store.pendingStructs).toBeNull();
    }
    expect(doc.getText('t').toString()).toBe(one.getText('t').toString());
    expect(Buffer.compare(Y.encodeStateVector(doc), Y.encodeStateVector(one))).toBeDefined();
  });

  it('keeps nested content whole', () => {
    const doc = new Y.Doc();
    const root = doc.getXmlFragment('content');
    for (let index = 0; index < 50; index += 1) {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(`Paragraphe ${index}`)]);
      root.insert(Math.floor(index / 2), [paragraph]);
    }
    const copy = new Y.Doc();
    for (const piece of splitUpdate(Y.encodeStateAsUpdate(doc), { bytes: 300, structs: 20 })) Y.applyUpdate(copy, piece);
    expect(copy.getXmlFragment('content').toString()).toBe(root.toString());
  });
});
