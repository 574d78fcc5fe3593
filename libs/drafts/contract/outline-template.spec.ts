import { describe, expect, it } from '@jest/globals';
import { isAllowedAttribute, isNodeName } from './document-schema';
import { guidanceOf, seedBlocks } from './outline-template';
import type { DocumentNode, OutlineTemplate } from './outline-template';

const outline: OutlineTemplate = {
  sections: [
    {
      id: 'context', title: 'Contexte', guidance: 'Dites d’où vous partez.',
      blocks: [{ type: 'paragraph', text: 'À compléter' }, { type: 'table', headers: ['Segment', 'Dépense'], rows: [['Énergie']] }],
      sections: [{ id: 'team', title: 'Équipe projet', blocks: [{ type: 'taskList', items: ['Nommer un pilote'] }] }],
    },
    { id: 'goals', title: 'Objectifs' },
  ],
};

const all = (node: DocumentNode): DocumentNode[] => [node, ...(node.content ?? []).flatMap(all)];

describe('the document a new draft starts as', () => {
  it('has a heading with a stable id for each section, at its depth', () => {
    const headings = all(seedBlocks(outline)).filter((node) => node.type === 'heading');
    expect(headings.map((node) => node.attrs)).toEqual([{ level: 1, id: 'context' }, { level: 2, id: 'team' }, { level: 1, id: 'goals' }]);
  });

  it('leaves room to write below a section without blocks', () => {
    expect(seedBlocks(outline).content?.at(-1)).toEqual({ type: 'paragraph' });
    expect(seedBlocks({ sections: [] }).content).toEqual([{ type: 'paragraph' }]);
  });

  it('keeps guidance out of the text', () => {
    expect(JSON.stringify(seedBlocks(outline))).not.toContain('Dites');
    expect(guidanceOf(outline)).toEqual(new Map([['context', 'Dites d’où vous partez.']]));
  });

  it('holds only blocks and attributes a draft may hold, and fills short table rows', () => {
    for (const node of all(seedBlocks(outline)).filter(({ type }) => type !== 'doc' && type !== 'text')) {
      if (!isNodeName(node.type)) throw new Error(node.type);
      for (const [key, value] of Object.entries(node.attrs ?? {})) expect(isAllowedAttribute(node.type, key, value)).toBe(true);
    }
    const rows = all(seedBlocks(outline)).filter((node) => node.type === 'tableRow');
    expect(rows.map((row) => row.content?.length)).toEqual([2, 2]);
  });
});
