import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { contentField, readUpdate } from '../../contract';
import { write } from '../../contract/drafts.fixtures';
import type { WritingStep } from '../../contract/drafts.fixtures';
import { Turns } from './draft-turns';
import { restoration } from './version-restoration';
import { addBlock, blockAt, paragraph, Past, split, textAt } from './version.fixtures';

const identities = (doc: Y.Doc): string[] => doc.getXmlFragment(contentField).toArray().map((child) => JSON.stringify((child as Y.XmlElement)._item?.id));

describe('a restoration', () => {
  it('brings the text of a position back, and undoing it brings back the text before', async () => {
    const past = new Past();
    past.write('ada', (root) => void addBlock(root, 1, 'À garder'));
    past.write('grace', (root) => root.delete(0, 2));
    past.write('grace', (root) => void addBlock(root, 0, 'Tout autre chose'));
    await past.restore('marc', 2);
    expect(past.at(5)).toBe(past.at(2));
    await past.restore('marc', 4);
    expect(past.at(6)).toBe(past.at(4));
    expect(past.heard(6)).toBe(past.heard(4));
  });

  it('leaves what stands at both alone: same blocks, same letters', async () => {
    const past = new Past({ type: 'doc', content: [paragraph('Un'), paragraph('Deux'), paragraph('Trois')] });
    const before = identities(past.now());
    const caret = Y.createRelativePositionFromTypeIndex(textAt(past.now().getXmlFragment(contentField), 1), 2);
    past.write('grace', (root) => textAt(root, 1).insert(2, 'NON'));
    past.write('grace', (root) => root.delete(2, 1));
    await past.restore('marc', 1);
    const after = past.now();
    expect(identities(after).slice(0, 2)).toEqual(before.slice(0, 2));
    expect(identities(after)[2]).not.toBe(before[2]);
    expect(Y.createAbsolutePositionFromRelativePosition(caret, after)?.index).toBe(2);
    expect(textAt(after.getXmlFragment(contentField), 1).toString()).toBe('Deux');
  });

  it('merges with what someone types meanwhile', async () => {
    const past = new Past({ type: 'doc', content: [paragraph('Un'), paragraph('Deux')] });
    past.write('grace', (root) => root.delete(0, 1));
    const { updates } = await restoration(past.replay, 1, new Turns());
    past.write('ada', (root) => textAt(root, 0).insert(4, ' mots tapés'));
    const doc = past.now();
    updates.forEach((update) => Y.applyUpdate(doc, update));
    expect(doc.getXmlFragment(contentField).toString()).toBe('<paragraph>Un</paragraph><paragraph>Deux mots tapés</paragraph>');
  });

  it('gives words back to who wrote them, and says that they were brought back', async () => {
    const past = new Past({ type: 'doc', content: [] });
    past.write('ada', (root) => void addBlock(root, 0, 'Écrit par Ada'));
    past.write('grace', (root) => root.delete(0, 1));
    await past.restore('marc', 2);
    expect([...(past.compare(4, 4).walk.lines[0]?.keys() ?? [])]).toEqual(['ada']);
    expect(past.compare(3, 4).blocks[0]?.content?.[0]?.change).toMatchObject({ kind: 'restored', personId: 'marc' });
  });

  it('of the present position changes nothing', async () => {
    const past = new Past();
    past.write('ada', (root) => split(root, 0, 7));
    expect((await restoration(past.replay, past.seq, new Turns())).updates).toEqual([]);
  });

  it('takes back marks and attributes', async () => {
    const past = new Past({ type: 'doc', content: [{ type: 'heading', attrs: { level: 1, id: 'a' }, content: [{ type: 'text', text: 'Titre' }] }] });
    past.write('ada', (root) => {
      textAt(root, 0).format(1, 2, { italic: {}, link: { href: 'https://example.org' } });
      blockAt(root, 0).setAttribute('level', 3 as never);
      blockAt(root, 0).removeAttribute('id');
    });
    await past.restore('marc', 1);
    expect(past.heard(3)).toBe(past.heard(1));
    await past.restore('marc', 2);
    expect(past.heard(4)).toBe(past.heard(2));
  });

  it('knows each value an attribute had, once all of them are gone', () => {
    const past = new Past({ type: 'doc', content: [{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Titre' }] }] });
    for (const level of [2, 3, 4]) past.write('ada', (root) => blockAt(root, 0).setAttribute('level', level as never));
    past.write('ada', (root) => blockAt(root, 0).removeAttribute('level'));
    expect([1, 2, 3, 4].map((seq) => /^<h(\d)/.exec(past.at(seq))?.[1])).toEqual(['1', '2', '3', '4']);
    for (let seq = 1; seq <= past.seq; seq += 1) expect(past.at(seq)).toBe(past.heard(seq));
  });

  const step: fc.Arbitrary<WritingStep> = fc.record({
    what: fc.constantFrom('block', 'text', 'mark', 'attribute', 'delete', 'break'), where: fc.nat(50), how: fc.nat(50),
  });

  it('of any position of any history gives exactly its text, in updates that the gate lets in', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('ada', 'grace'), fc.array(step, { minLength: 1, maxLength: 4 })), { minLength: 1, maxLength: 12 }), fc.nat(), async (rows, chosen) => {
      const past = new Past();
      for (const [person, steps] of rows) past.write(person, (_, doc) => steps.forEach((one) => write(doc, one)));
      for (let seq = 1; seq <= past.seq; seq += 1) expect(whole(past.at(seq))).toBe(whole(past.heard(seq)));
      const seq = 1 + (chosen % past.seq);
      expect((await restoration(past.replay, seq, new Turns())).updates.map((update) => readUpdate(update).ok)).not.toContain(false);
      await past.restore('marc', seq);
      expect(past.at(past.seq)).toBe(past.at(seq));
    }), { numRuns: 80 });
  }, 60_000);
});

/** Yjs writes � for each half of a letter of two units that was cut in its middle, in the past too. */
const whole = (html: string): string => html.replace(/[\u{10000}-\u{10ffff}\ufffd]/gu, '');
