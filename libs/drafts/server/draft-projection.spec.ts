import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as Y from 'yjs';
import { contentField, documentLimits, seedBlocks } from '../contract';
import type { DocumentNode } from '../contract';
import { aDocument, write } from '../contract/drafts.fixtures';
import type { WritingStep } from '../contract/drafts.fixtures';
import { project, wordsOf } from './draft-projection';
import { seedUpdate } from './draft-seed';
import { treeOf } from './draft-tree';

const step: fc.Arbitrary<WritingStep> = fc.record({
  what: fc.constantFrom('block', 'text', 'mark', 'attribute', 'delete', 'break'), where: fc.nat(40), how: fc.nat(40),
});

const projected = (fragment: Y.XmlFragment) => project(treeOf(fragment), 1);
const fragmentOf = (fill: (root: Y.XmlFragment) => void): Y.XmlFragment => {
  const root = new Y.Doc().getXmlFragment(contentField);
  fill(root);
  return root;
};

describe('what a draft looks like', () => {
  it('the seeded document is read back as it was written', () => {
    const document = seedBlocks({
      sections: [{ id: 'a', title: 'A', blocks: [{ type: 'taskList', items: ['faire'] }, { type: 'table', headers: ['x', 'y'], rows: [['1', '2']] }] }],
    });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, seedUpdate(document).update);
    const projection = projected(doc.getXmlFragment(contentField));
    expect(projection.document).toEqual(document);
    expect(projection.text).toBe('A\n[ ] faire\nx\ty\n1\t2\n');
    expect(projection.outline).toEqual([{ id: 'a', level: 1, title: 'A' }]);
  });

  it('survives whatever is written, and lets no markup through', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', '\u0000', '🌍') }), (steps, text) => {
        const doc = aDocument(`${text} `);
        steps.forEach((next) => write(doc, next));
        const { html } = projected(doc.getXmlFragment(contentField));
        expect(html.replace(/<\/?(p|h[1-4]|ul|ol|li|div|table|tbody|tr|th|td|blockquote|hr|br|strong|em|u|s|a|input|label)( [a-z-]+(="[^"<>]*")?)*>/g, '')).not.toMatch(/[<>]/);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves out what a draft may not hold, even when it is in the tree', () => {
    const root = fragmentOf((content) => {
      const paragraph = new Y.XmlElement('paragraph');
      content.insert(0, [new Y.XmlElement('script'), paragraph, new Y.XmlElement('image')]);
      paragraph.setAttribute('onclick', 'alert(1)');
      const text = new Y.XmlText();
      paragraph.insert(0, [text]);
      text.insert(0, 'lien', { link: { href: 'javascript:alert(1)' }, bold: {} });
      (content.get(2) as Y.XmlElement).setAttribute('src', 'https://elsewhere.example/pixel.png');
    });
    expect(projected(root).html).toBe('<p><strong>lien</strong></p>');
  });

  it('a tower of blocks is cut at its cap, not at the end of the stack', () => {
    const root = fragmentOf((content) => {
      let parent = content;
      for (let depth = 0; depth < 3_000; depth += 1) {
        const block = new Y.XmlElement('blockquote');
        parent.insert(0, [block]);
        parent = block;
      }
    });
    expect(projected(root).html.match(/<blockquote>/g)).toHaveLength(documentLimits.depth + 1);
  });

  it('values of any type in the tree are no attributes', () => {
    const root = fragmentOf((content) => {
      const heading = new Y.XmlElement<Record<string, unknown> & { [key: string]: never }>('heading');
      content.insert(0, [heading as unknown as Y.XmlElement]);
      heading.setAttribute('level', new Y.Map() as never);
      heading.setAttribute('id', { toString: 'x' } as never);
    });
    expect(projected(root).html).toBe('<h1></h1>');
  });

  it('counts words as a reader does', () => {
    expect(wordsOf('Aujourd’hui, l’achat durable — 25 % des marchés : 1 000,50 €')).toBe(8);
  });

  it('gives up its budget rather than its time', () => {
    const long: DocumentNode = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a'.repeat(documentLimits.projectedCharacters + 10) }] }] };
    const doc = new Y.Doc();
    Y.applyUpdate(doc, seedUpdate(long).update);
    expect(projected(doc.getXmlFragment(contentField)).text).toHaveLength(documentLimits.projectedCharacters + 1);
  });
});
