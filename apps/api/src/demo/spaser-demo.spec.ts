import { partialDrafts } from './partial-drafts';
import type { RichDocument, RichNode } from './rich-text.builder';
import { countWords, everyNode, headingsOf, textOf } from './rich-text.measure';
import { spaserDemo } from './spaser-demo/spaser-demo';

const allowedNodes = [
  'doc', 'paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'taskList', 'taskItem', 'table', 'tableRow', 'tableHeader',
  'tableCell', 'blockquote', 'horizontalRule', 'hardBreak', 'text',
];
const allowedMarks = ['bold', 'italic', 'underline', 'strike', 'link'];
const allowedChildren: Record<string, string[]> = {
  bulletList: ['listItem'], orderedList: ['listItem'], taskList: ['taskItem'], table: ['tableRow'], tableRow: ['tableHeader', 'tableCell'],
  listItem: ['paragraph'], taskItem: ['paragraph'], tableHeader: ['paragraph'], tableCell: ['paragraph'], blockquote: ['paragraph'],
  paragraph: ['text', 'hardBreak'], heading: ['text'],
};
const documents: [string, RichDocument][] = [
  ['the complete scheme', spaserDemo.document],
  ...partialDrafts.map((draft): [string, RichDocument] => [draft.structureKey, draft.document]),
];

function widthsOf(table: RichNode): number[] {
  return (table.content ?? []).map((row) => row.content?.length ?? 0);
}

describe.each(documents)('the draft of %s', (_name, document) => {
  it('holds only what the editor knows', () => {
    const nodes = everyNode(document);
    expect([...new Set(nodes.map((node) => node.type))].filter((type) => !allowedNodes.includes(type))).toEqual([]);
    expect(nodes.flatMap((node) => node.marks ?? []).filter((mark) => !allowedMarks.includes(mark.type))).toEqual([]);
    for (const node of nodes) {
      const children = allowedChildren[node.type];
      if (children) expect((node.content ?? []).filter((child) => !children.includes(child.type))).toEqual([]);
    }
  });

  it('has no empty text and no mark of the notation left over', () => {
    const texts = everyNode(document).filter((node) => node.type === 'text').map((node) => node.text ?? '');
    expect(texts.filter((text) => text === '')).toEqual([]);
    expect(texts.filter((text) => /\*\*|~~|__|\]\(|\[x\]| \| /.test(text))).toEqual([]);
  });

  it('nests its headings without a gap', () => {
    const headings = headingsOf(document);
    expect(headings[0]?.level).toBe(1);
    headings.forEach((heading, index) => {
      const above = headings[index - 1]?.level ?? 0;
      expect({ ...heading, fits: heading.level <= above + 1 && heading.level >= 1 && heading.level <= 4 }).toEqual({ ...heading, fits: true });
    });
  });

  it('names each heading once, with an id the gate accepts', () => {
    const ids = everyNode(document).filter((node) => node.type === 'heading').map((node) => String(node.attrs?.['id']));
    expect(ids.filter((id) => !/^[A-Za-z0-9_-]{1,64}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has rectangular tables only', () => {
    for (const table of everyNode(document).filter((node) => node.type === 'table')) {
      const widths = widthsOf(table);
      expect({ first: textOf(table).slice(0, 80), widths }).toEqual({ first: textOf(table).slice(0, 80), widths: widths.map(() => widths[0]) });
      expect(widths.length).toBeGreaterThan(1);
    }
  });

  it('links over https only', () => {
    const links = everyNode(document).flatMap((node) => node.marks ?? []).filter((mark) => mark.type === 'link');
    expect(links.filter((mark) => !mark.attrs?.['href']?.startsWith('https://'))).toEqual([]);
  });

  it('is typed as French asks', () => {
    const text = textOf(document);
    expect(text.match(/.{0,20}['"].{0,20}/g)).toBeNull();
    expect(text.match(/.{0,20}(« | »| [:;!?%€]).{0,20}/g)).toBeNull();
    expect(text).not.toMatch(/\.\.\./);
  });

  it('says at once that it is a demonstration', () => {
    expect(textOf(document).slice(0, 900)).toContain('Texte de démonstration');
  });
});

describe('the complete scheme', () => {
  it('is as long as a real one', () => {
    expect(countWords(spaserDemo.document)).toBeGreaterThanOrEqual(10_000);
  });

  it('uses every kind of block a writer may need', () => {
    const kinds = new Set(everyNode(spaserDemo.document).map((node) => node.type));
    expect(allowedNodes.filter((type) => !kinds.has(type))).toEqual([]);
  });

  it('shows that the work goes on', () => {
    expect(textOf(spaserDemo.document)).toContain('à compléter par');
    const ticks = everyNode(spaserDemo.document).filter((node) => node.type === 'taskItem').map((node) => node.attrs?.['checked']);
    expect(new Set(ticks)).toEqual(new Set([true, false]));
  });
});
