import { describe, expect, it } from '@jest/globals';
import { versionHtml } from './version-html';
import type { Change, VersionNode } from './version-walk';
import { addBlock, blockAt, paragraph, Past, split, textAt } from './version.fixtures';

const changed = (nodes: readonly VersionNode[]): [string, string, string | null][] =>
  nodes.flatMap((node) => [...(node.type === 'text' && node.change ? [[node.change.kind, node.text ?? '', node.change.personId] as [string, string, string | null]] : []), ...changed(node.content ?? [])]);
const changeOf = (node: VersionNode | undefined): Partial<Change> | undefined => node?.change;

describe('the text at a position', () => {
  it('is what was born by then and not dead yet, at every position', () => {
    const past = new Past();
    past.write('ada', (root) => textAt(root, 0).insert(7, ' et bienvenue'));
    past.write('grace', (root) => void addBlock(root, 1, 'Deuxième'));
    past.write('ada', (root) => textAt(root, 0).format(0, 7, { bold: {} }));
    past.write('grace', (root) => root.delete(0, 1));
    past.write('ada', (root) => void addBlock(root, 0, 'Titre', 'heading').setAttribute('level', 2 as never));
    past.write('ada', (root) => void blockAt(root, 0).setAttribute('level', 3 as never));
    for (let seq = 1; seq <= past.seq; seq += 1) expect([seq, past.at(seq)]).toEqual([seq, past.heard(seq)]);
    expect(past.at(4)).toContain('<strong>Bonjour</strong>');
    expect(past.at(6)).toContain('<h2>');
  });
});

describe('a comparison', () => {
  it('says who wrote and who took away, the person who did each', () => {
    const past = new Past();
    past.write('ada', (root) => textAt(root, 0).insert(7, ' vraiment'));
    past.write('grace', (root) => textAt(root, 0).delete(0, 8));
    expect(changed(past.compare(1, 3).blocks)).toEqual([['deleted', 'Bonjour', 'grace'], ['inserted', 'vraiment', 'ada']]);
    expect(changed(past.compare(2, 3).blocks)).toEqual([['deleted', 'Bonjour ', 'grace']]);
    expect(changed(past.compare(3, 3).blocks)).toEqual([]);
  });

  it('keeps apart two people who wrote at the same place at once', () => {
    const past = new Past();
    past.together(['ada', (root) => textAt(root, 0).insert(14, ' [a]')], ['grace', (root) => textAt(root, 0).insert(14, ' [g]')]);
    expect(changed(past.compare(1, 3).blocks).map(([kind, , person]) => [kind, person]).sort()).toEqual([['inserted', 'ada'], ['inserted', 'grace']]);
    expect(past.compare(1, 3).walk.changes).toBe(2);
  });

  it('counts what was written inside a block that someone else deleted meanwhile as never shown', () => {
    const past = new Past();
    past.together(['ada', (root) => root.delete(0, 1)], ['grace', (root) => textAt(root, 0).insert(0, 'Trop tard. ')]);
    expect(past.at(3)).toBe(past.heard(3));
    expect(changed(past.compare(1, 3).blocks)).toEqual([['deleted', 'Bonjour à tous', 'ada']]);
  });

  it('says of a block that it came, went, or changed inside', () => {
    const past = new Past({ type: 'doc', content: [paragraph('Un'), paragraph('Deux'), paragraph('Trois')] });
    past.write('ada', (root) => root.delete(0, 1));
    past.write('grace', (root) => textAt(root, 0).insert(4, ' et demi'));
    past.write('grace', (root) => void addBlock(root, 2, 'Quatre'));
    expect(past.compare(1, 4).blocks.map((block) => changeOf(block)?.kind)).toEqual(['deleted', 'changed', undefined, 'inserted']);
  });

  it('shows marks and attributes that changed, and who changed them', () => {
    const past = new Past({ type: 'doc', content: [{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Titre' }] }, paragraph('Texte')] });
    past.write('ada', (root) => textAt(root, 1).format(0, 3, { bold: {} }));
    past.write('grace', (root) => blockAt(root, 0).setAttribute('level', 2 as never));
    const { blocks, walk } = past.compare(1, 3);
    expect(changed(blocks)).toEqual([['formatted', 'Tex', 'ada']]);
    expect(changeOf(blocks[0])).toMatchObject({ kind: 'formatted', personId: 'grace' });
    expect(walk.changes).toBe(2);
  });

  it('of a paragraph split in two shows words that moved, still by who wrote them', () => {
    const past = new Past({ type: 'doc', content: [] });
    past.write('ada', (root) => void addBlock(root, 0, 'Une phrase assez longue pour deux.'));
    past.write('grace', (root) => split(root, 0, 11));
    const { blocks } = past.compare(2, 3);
    expect(changed(blocks)).toEqual([['moved-away', 'assez longue pour deux.', 'grace'], ['moved-here', 'assez longue pour deux.', 'grace']]);
    expect(past.compare(3, 3).walk.lines.map((line) => [...line.keys()])).toEqual([['ada'], ['ada']]);
    expect(changed(past.compare(1, 3).blocks).every(([, , person]) => person === 'ada')).toBe(true);
  });

  it('of a paragraph made a heading while more was typed keeps the author of what was there', () => {
    const past = new Past({ type: 'doc', content: [] });
    past.write('ada', (root) => void addBlock(root, 0, 'Les achats de la santé'));
    past.write('grace', (root) => {
      root.delete(0, 1);
      addBlock(root, 0, 'Les achats de la santé en 2024', 'heading');
    });
    const [line] = past.compare(3, 3).walk.lines;
    expect([...(line ?? [])].map(([person, { characters }]) => [person, characters])).toEqual([['ada', 22], ['grace', 8]]);
  });

  it('is HTML with everything escaped, each change with its author, its moment and its number', () => {
    const past = new Past();
    past.write('ada', (root) => textAt(root, 0).insert(7, '<script>'));
    const [block] = past.compare(1, 2).blocks;
    expect(block && versionHtml(block)).toBe(
      '<p data-change="changed" data-author="ada" data-at="1970-01-01T00:02:00.000Z" data-line="0">Bonjour'
      + '<ins data-change="inserted" data-author="ada" data-at="1970-01-01T00:02:00.000Z" data-number="1">&lt;script&gt;</ins> à tous</p>');
  });
});
