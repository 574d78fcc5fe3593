import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as Y from 'yjs';
import { contentField, documentLimits, seedBlocks } from '../../contract';
import type { DocumentMark, DocumentNode } from '../../contract';
import { aDocument, write } from '../../contract/drafts.fixtures';
import type { WritingStep } from '../../contract/drafts.fixtures';
import { project } from './draft-projection';
import { seedUpdate } from '../draft-seed';
import { textFileOf } from './draft-text';
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

const text = (words: string, ...marks: DocumentMark[]): DocumentNode => ({ type: 'text', text: words, ...(marks.length > 0 ? { marks } : {}) });
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content });
const heading = (id: string, title: string, level = 1): DocumentNode => ({ type: 'heading', attrs: { level, id }, content: [text(title)] });
const documentOf = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content });
const header = (words: string, attrs = {}): DocumentNode => ({ type: 'tableHeader', attrs, content: [paragraph(text(words))] });
const cell = (words: string): DocumentNode => ({ type: 'tableCell', content: [paragraph(text(words))] });
const row = (...content: DocumentNode[]): DocumentNode => ({ type: 'tableRow', content });

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
        expect(html.replace(/<\/?(p|h[1-4]|ul|ol|li|div|table|thead|tbody|tr|th|td|blockquote|hr|br|strong|em|u|s|a|input|label|sup|section|nav|span)( [a-z-]+(="[^"<>]*")?)*>/g, '')).not.toMatch(/[<>]/);
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

  it('gives up its budget rather than its time', () => {
    const long: DocumentNode = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a'.repeat(documentLimits.projectedCharacters + 10) }] }] };
    const doc = new Y.Doc();
    Y.applyUpdate(doc, seedUpdate(long).update);
    expect(projected(doc.getXmlFragment(contentField)).text).toHaveLength(documentLimits.projectedCharacters + 1);
  });
});

describe('what a text carries beside its words', () => {
  const noted = documentOf(
    paragraph(text('Un seuil'), { type: 'footnote', attrs: { text: 'Article L. 2111-3 <du code>' } }, text(' et un plan'), { type: 'footnote', attrs: { text: 'Depuis\n2023' } }),
    { type: 'callout', attrs: { kind: 'key' }, content: [paragraph(text('Deux phrases.')), paragraph(text('Pas plus.'))] },
    paragraph(text('Voir avec '), { type: 'mention', attrs: { personId: '0190f0a0-0000-7000-8000-000000000001', label: 'Marion <Lefèvre>' } }),
  );

  it('numbers its notes in their order and lists them at the end', () => {
    const { html } = project(noted, 1);
    expect(html).toContain('Un seuil<sup class="co-note"><a id="co-call-1" href="#co-note-1">1</a></sup> et un plan<sup class="co-note"><a id="co-call-2" href="#co-note-2">2</a></sup>');
    expect(html).toContain('<li id="co-note-1">Article L. 2111-3 &lt;du code&gt; <a href="#co-call-1" aria-label="Retour à l’appel de note 1">↩</a></li><li id="co-note-2">Depuis 2023 ');
  });

  it('names its callouts and the people it speaks of', () => {
    const { html } = project(noted, 1);
    expect(html).toContain('<div class="co-callout co-callout-key" role="note" aria-label="À retenir"><p>Deux phrases.</p><p>Pas plus.</p></div>');
    expect(html).toContain('<span class="co-mention">@Marion &lt;Lefèvre&gt;</span>');
  });

  it('becomes a text file that stands alone, and words to search that hold nothing of ours', () => {
    expect(textFileOf(noted)).toBe('Un seuil [1] et un plan [2]\n[À retenir] Deux phrases.\nPas plus.\nVoir avec @Marion <Lefèvre>\n\nNotes\n[1] Article L. 2111-3 <du code>\n[2] Depuis 2023\n');
    expect(project(noted, 1)).toMatchObject({ text: 'Un seuil et un plan\nDeux phrases.\nPas plus.\nVoir avec @Marion <Lefèvre>\nArticle L. 2111-3 <du code>\nDepuis 2023\n', words: 20 });
  });

  it('lists its headings where a table of contents stands, three levels from the highest', () => {
    const document = documentOf({ type: 'tableOfContents' }, heading('axe', 'Axe <1>', 2), heading('but', 'But', 3), heading('acte', 'Acte', 4), { type: 'heading', attrs: { level: 2, id: 'vide' } });
    expect(project(document, 1).html).toContain(
      '<nav class="co-toc" aria-label="Sommaire"><ul role="list"><li class="co-toc-0"><a href="#axe">Axe &lt;1&gt;</a></li><li class="co-toc-1"><a href="#but">But</a></li><li class="co-toc-2"><a href="#acte">Acte</a></li></ul></nav>',
    );
    expect(textFileOf(document)).toBe('Sommaire\nAxe <1>\n  But\n    Acte\n\nAxe <1>\n\nBut\n\nActe\n\n\n');
    expect(project(document, 1).text).not.toContain('Sommaire');
  });

  it('leads to its own headings, and says when a link leads nowhere any more', () => {
    const link = (href: string): DocumentMark => ({ type: 'link', attrs: { href } });
    const { html } = project(documentOf(heading('axe', 'Axe'), paragraph(text('là', link('#axe')), text('perdu', link('#parti')), text('ruse', link('#a"onclick=x')))), 1);
    expect(html).toContain('<a href="#axe">là</a><span class="co-broken-link" title="Ce lien menait à un titre qui n’existe plus">perdu</span>ruse');
  });

  it('titles of columns stand in a head of their own, titles of lines say so', () => {
    const { html } = project(documentOf({ type: 'table', content: [row(header('Axe'), header('Cible')), row(header('Climat'), cell('-30 %'))] }), 1);
    expect(html).toContain('<thead><tr><th scope="col"><p>Axe</p></th><th scope="col"><p>Cible</p></th></tr></thead><tbody><tr><th scope="row"><p>Climat</p></th><td><p>-30 %</p></td></tr></tbody>');
  });

  it('a title that reaches down into the figures keeps its table whole', () => {
    const { html } = project(documentOf({ type: 'table', content: [row(header('Axe', { rowspan: 2 }), header('Cible')), row(cell('-30 %'))] }), 1);
    expect(html).not.toContain('<thead>');
  });
});
