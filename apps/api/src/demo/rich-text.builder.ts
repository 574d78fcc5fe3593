/** One node of a ProseMirror document, as the editor stores it. */
export interface RichNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, string | number | boolean | null>>;
  readonly content?: readonly RichNode[];
  readonly marks?: readonly RichMark[];
  readonly text?: string;
}

export interface RichMark {
  readonly type: 'bold' | 'italic' | 'underline' | 'strike' | 'link';
  readonly attrs?: Readonly<Record<string, string>>;
}

export interface RichDocument extends RichNode {
  readonly type: 'doc';
  readonly content: readonly RichNode[];
}

export type HeadingLevel = 1 | 2 | 3 | 4;

const markers: Readonly<Record<string, RichMark['type']>> = { '**': 'bold', '//': 'italic', '__': 'underline', '~~': 'strike' };
const INLINE = /(\*\*|\/\/|__|~~)(.+?)\1(?!\1)|\[([^\]]+)\]\((https:\/\/[^)\s]+)\)/g;

function plain(text: string): RichNode[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

/** Reads `**bold**`, `//italic//`, `__underline__`, `~~strike~~` and `[words](https://…)`; marks do not nest. */
export function inline(source: string): RichNode[] {
  const nodes: RichNode[] = [];
  let end = 0;
  for (const match of source.matchAll(INLINE)) {
    nodes.push(...plain(source.slice(end, match.index)));
    const [whole, marker, marked, label, href] = match;
    const mark: RichMark = href === undefined ? { type: markers[marker ?? ''] ?? 'bold' } : { type: 'link', attrs: { href } };
    nodes.push({ type: 'text', text: marked ?? label ?? '', marks: [mark] });
    end = match.index + whole.length;
  }
  return [...nodes, ...plain(source.slice(end))];
}

/** A document whose headings all have an id: the one they were given, else one made from their words. */
export function documentOf(...content: readonly RichNode[]): RichDocument {
  const taken = new Set<string>();
  return { type: 'doc', content: content.map((node) => (node.type === 'heading' ? withId(node, taken) : node)) };
}

function withId(node: RichNode, taken: Set<string>): RichNode {
  const words = (node.content ?? []).map((each) => each.text ?? '').join('');
  const wished = String(node.attrs?.['id'] ?? slugOf(words));
  let id = wished;
  for (let count = 2; taken.has(id); count += 1) id = `${wished}-${count}`;
  taken.add(id);
  return { ...node, attrs: { ...node.attrs, id } };
}

function slugOf(words: string): string {
  const ascii = words.replaceAll('œ', 'oe').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 56).replace(/-$/, '');
}

/** A heading; chapters that also stand in the outline carry its id. */
export function heading(level: HeadingLevel, text: string, id?: string): RichNode {
  return { type: 'heading', attrs: id === undefined ? { level } : { level, id }, content: inline(text) };
}

/** One paragraph; a line break inside the text becomes a hard break. */
export function paragraph(text: string): RichNode {
  const lines = text.split('\n').map(inline);
  const content = lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'hardBreak' }, ...line]));
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
}

export function blockquote(...texts: readonly string[]): RichNode {
  return { type: 'blockquote', content: texts.map(paragraph) };
}

export function horizontalRule(): RichNode {
  return { type: 'horizontalRule' };
}

export function bulletList(...items: readonly string[]): RichNode {
  return { type: 'bulletList', content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })) };
}

export function orderedList(...items: readonly string[]): RichNode {
  return { type: 'orderedList', content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })) };
}

/** A check list; an item written `[x] …` is ticked. */
export function taskList(...items: readonly string[]): RichNode {
  const content = items.map((item) => {
    const checked = item.startsWith('[x] ');
    return { type: 'taskItem', attrs: { checked }, content: [paragraph(checked ? item.slice(4) : item)] };
  });
  return { type: 'taskList', content };
}

/** A table from rows whose cells are separated by ` | `; the first row is the header. */
export function table(...rows: readonly string[]): RichNode {
  const content = rows.map((row, index) => {
    const type = index === 0 ? 'tableHeader' : 'tableCell';
    return { type: 'tableRow', content: row.split(' | ').map((cell) => ({ type, content: [paragraph(cell.trim())] })) };
  });
  return { type: 'table', content };
}
