import { look } from './paste-looks';
import type { PastedLooks } from './paste-looks';

/** An item of a list that was written as a paragraph, or alone in a list of its own. */
interface FlatItem {
  readonly element: HTMLElement;
  readonly level: number;
  /** Items of one list share it. */
  readonly list: string;
  readonly isOrdered: boolean;
  readonly type: string | null;
  readonly start: number;
}

/** Word writes a list as paragraphs: `mso-list:l0 level2 lfo1`, with the bullet as text marked `mso-list:Ignore`. */
const wordItem = /mso-list\s*:\s*(l\d+)\s+level(\d)(?:\s+(lfo\d+))?/i;
const ignored = `[${look}*="mso-list:Ignore"], [${look}*="mso-list: Ignore"]`;
const orderedMarker = /^[\s\u00a0]*\(?(?:\d+|[a-zA-Z]|[ivxIVX]+)[.)°]/;
const numberFormats: Record<string, string> = { 'alpha-lower': 'a', 'alpha-upper': 'A', 'roman-lower': 'i', 'roman-upper': 'I' };

function markerOf(paragraph: HTMLElement): string {
  const marker = paragraph.querySelector(ignored);
  const text = marker?.textContent?.trim() ?? '';
  marker?.remove();
  return text;
}

function typeOf(format: string | undefined, marker: string): string | null {
  if (format) return numberFormats[format] ?? null;
  if (/^\(?[ivx]+[.)]/.test(marker)) return 'i';
  if (/^\(?[a-z][.)]/.test(marker)) return 'a';
  return /^\(?[A-Z][.)]/.test(marker) ? 'A' : null;
}

/** What a paragraph's look says of its place in a list, or null when it stands in none. */
function placeOf(style: string): { list: string; level: number; key: string } | null {
  const found = wordItem.exec(style);
  if (!found) return null;
  const [, list = '', level = '1', format = ''] = found;
  return { list: `${list} ${format}`, level: Number(level), key: `${list}:level${level}`.toLowerCase() };
}

function wordItemOf(paragraph: HTMLElement, looks: PastedLooks): FlatItem | null {
  const place = placeOf(looks.of(paragraph));
  if (!place) return null;
  const described = looks.lists.get(place.key);
  const numbering = /mso-level-number-format:\s*([\w-]+)/i.exec(described ?? '')?.[1];
  const marker = markerOf(paragraph);
  const isOrdered = described === undefined || marker !== '' ? orderedMarker.test(marker) : numbering !== 'bullet';
  const type = isOrdered ? typeOf(numbering, marker) : null;
  return { element: paragraph, level: place.level, list: place.list, isOrdered, type, start: type === null ? Number(/\d+/.exec(marker)?.[0] ?? 1) : 1 };
}

/** Word in a browser gives each item a list of its own, in a box of its own. */
function browserItemOf(box: HTMLElement): FlatItem | null {
  const item = box.querySelector<HTMLElement>(':scope > :is(ul, ol) > li[data-aria-level]:only-child');
  if (!item) return null;
  const list = item.parentElement;
  const isOrdered = list?.tagName === 'OL';
  return {
    element: box, level: Number(item.dataset['ariaLevel'] ?? 1), list: item.dataset['listid'] ?? '', isOrdered, type: null, start: isOrdered ? Number(list?.getAttribute('start') ?? 1) : 1,
  };
}

function listItem({ element }: FlatItem): HTMLElement {
  const { ownerDocument } = element;
  const item = ownerDocument.createElement('li');
  const held = element.querySelector(':scope > :is(ul, ol) > li') ?? element;
  if (held.querySelector('p') && held !== element) item.append(...held.childNodes);
  else {
    const text = ownerDocument.createElement('p');
    text.append(...held.childNodes);
    item.append(text);
  }
  return item;
}

interface OpenList {
  readonly first: FlatItem;
  readonly list: HTMLElement;
  last: HTMLElement;
}

function opened(first: FlatItem): OpenList {
  const list = first.element.ownerDocument.createElement(first.isOrdered ? 'ol' : 'ul');
  if (first.isOrdered && first.start > 1) list.setAttribute('start', String(first.start));
  if (first.type) list.setAttribute('type', first.type);
  return { first, list, last: list };
}

const belongs = ({ first }: OpenList, item: FlatItem): boolean => first.level === item.level && first.list === item.list && first.isOrdered === item.isOrdered;

/** Lists within lists again, as their levels say. */
class ListBuilder {
  private stack: OpenList[] = [];

  constructor(private readonly place: (list: HTMLElement) => void) {}

  add(item: FlatItem): HTMLElement {
    while (this.stack.length > 0 && !this.holds(item)) this.stack.pop();
    let open = this.stack.at(-1);
    if (!open || !belongs(open, item)) {
      const parent = open?.last;
      open = opened(item);
      if (parent) parent.append(open.list);
      else this.place(open.list);
      this.stack.push(open);
    }
    open.last = listItem(item);
    open.list.append(open.last);
    return open.last;
  }

  private holds(item: FlatItem): boolean {
    const open = this.stack.at(-1);
    return open !== undefined && (open.first.level < item.level || belongs(open, item));
  }
}

const isBlank = (node: Node | null): boolean => node?.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() === '';

function previousOf(element: Element): Node | null {
  let before: Node | null = element.previousSibling;
  while (before && isBlank(before)) before = before.previousSibling;
  return before;
}

/** A paragraph of a list without a number of its own goes on with the item above it. */
const goesOn = (element: Element): boolean => /(^| )MsoList(Paragraph|Continue)/.test(element.className);

/** A paragraph of a run of items; without an item of its own it goes on with the one above. */
interface Line {
  readonly element: HTMLElement;
  readonly item: FlatItem | null;
}

const box = 'div.ListContainerWrapper';

/** Items that follow each other with nothing between. */
function runsOf(root: HTMLElement, looks: PastedLooks): Line[][] {
  const runs: Line[][] = [];
  let run: Line[] = [];
  const candidates = [...root.querySelectorAll<HTMLElement>(`p, h5, h6, ${box}`)].filter((element) => !element.parentElement?.closest(box));
  for (const element of candidates) {
    const item = element.matches(box) ? browserItemOf(element) : wordItemOf(element, looks);
    const last = run.at(-1)?.element;
    const follows = last !== undefined && previousOf(element) === last;
    if (!follows) run = [];
    if (item || (follows && goesOn(element))) {
      if (run.length === 0) runs.push(run);
      run.push({ element, item });
    } else run = [];
  }
  return runs;
}

/** Paragraphs that were lists become lists again, nested as deep as they were. */
export function listsFromParagraphs(root: HTMLElement, looks: PastedLooks): void {
  for (const run of runsOf(root, looks)) {
    const lists = root.ownerDocument.createDocumentFragment();
    const builder = new ListBuilder((list) => lists.append(list));
    const place = run[0]?.element;
    const after = root.ownerDocument.createComment('');
    place?.before(after);
    let last: HTMLElement | null = null;
    for (const { element, item } of run) {
      if (item) last = builder.add(item);
      if (item) element.remove();
      else last?.append(element);
    }
    after.replaceWith(lists);
  }
  for (const heading of root.querySelectorAll<HTMLElement>('h1, h2, h3, h4')) markerOf(heading);
}

/** A list written directly in a list (Google Docs, LibreOffice) belongs to the item before it. */
export function listsInItems(root: HTMLElement): void {
  for (const inner of root.querySelectorAll(':is(ul, ol) > :is(ul, ol)')) {
    const before = inner.previousElementSibling;
    if (before?.tagName === 'LI') before.append(inner);
    else {
      const item = root.ownerDocument.createElement('li');
      inner.replaceWith(item);
      item.append(inner);
    }
  }
}
