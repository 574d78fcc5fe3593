/** What stands for a block of the draft in pasted HTML, and what becomes of it where the document has none. */
interface Stand {
  readonly block: string;
  readonly where: string;
  readonly instead: (element: Element) => void;
}

function paragraphOf(nodes: Iterable<Node>, document: Document): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  paragraph.append(...nodes);
  return paragraph;
}

/** A block that holds blocks loses its walls. */
const unwrap = (element: Element): void => element.replaceWith(...element.childNodes);
const asLine = (element: Element): void => element.replaceWith(paragraphOf(element.childNodes, element.ownerDocument));

const wordsIn = (cell: Element): string => (cell.textContent ?? '').replace(/\s+/g, ' ').trim();

/** One line a row, its cells apart. */
function rowsAsLines(table: Element): void {
  const lines = [...table.querySelectorAll('tr')].map((row) => {
    const words = [...row.querySelectorAll('td, th')].map(wordsIn).filter((text) => text !== '').join(' · ');
    return paragraphOf([table.ownerDocument.createTextNode(words)], table.ownerDocument);
  });
  table.replaceWith(...lines);
}

/** The words an item begins with, before any block in it. */
function firstLineOf(item: Element): Element {
  const first = item.firstElementChild;
  if (first?.tagName === 'P' && item.firstChild === first) return first;
  const block = [...item.children].find((child) => /^(P|UL|OL|TABLE|BLOCKQUOTE|DIV|H[1-4])$/.test(child.tagName)) ?? null;
  const words: Node[] = [];
  for (let node = item.firstChild; node && node !== block; node = node.nextSibling) words.push(node);
  const line = paragraphOf(words, item.ownerDocument);
  item.prepend(line);
  return line;
}

const itemsAsLines = (sign: (index: number) => string) => (list: Element): void => {
  [...list.children].forEach((item, index) => {
    firstLineOf(item).prepend(sign(index));
    unwrap(item);
  });
  unwrap(list);
};

const noteAsWords = (note: Element): void => note.replaceWith(` (${note.getAttribute('data-text') ?? ''})`);

const stands: readonly Stand[] = [
  { block: 'footnote', where: 'sup.co-note[data-text]', instead: noteAsWords },
  { block: 'mention', where: 'span.co-mention', instead: unwrap },
  { block: 'table', where: 'table', instead: rowsAsLines },
  { block: 'taskList', where: 'ul[data-type="taskList"]', instead: itemsAsLines(() => '– ') },
  { block: 'bulletList', where: 'ul', instead: itemsAsLines(() => '– ') },
  { block: 'orderedList', where: 'ol', instead: itemsAsLines((index) => `${index + 1}. `) },
  { block: 'heading', where: 'h1, h2, h3, h4', instead: asLine },
  { block: 'blockquote', where: 'blockquote', instead: unwrap },
  { block: 'callout', where: '.co-callout', instead: unwrap },
  { block: 'tableOfContents', where: 'nav.co-toc', instead: (element) => element.remove() },
  { block: 'horizontalRule', where: 'hr', instead: (element) => element.remove() },
  { block: 'image', where: 'img', instead: (element) => element.remove() },
];

/** Pasted HTML for a document that has not every block: what it cannot hold becomes lines of text; `changed` says that something did. */
export function fitted(html: string, has: (block: string) => boolean): { html: string; changed: boolean } {
  const missing = stands.filter(({ block }) => !has(block));
  if (missing.length === 0) return { html, changed: false };
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  let changed = false;
  for (const { where, instead } of missing) {
    // From the inside out: a list in an item is lines before the item is one.
    for (const element of [...body.querySelectorAll(where)].reverse()) {
      instead(element);
      changed = true;
    }
  }
  return { html: body.innerHTML, changed };
}
