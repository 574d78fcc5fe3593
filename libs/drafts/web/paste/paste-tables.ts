import { isBold, renamed, wrapInside } from './paste-looks';
import type { PastedLooks } from './paste-looks';

const alignment = /text-align:\s*(right|center)/i;

function alignOf(cell: Element, looks: PastedLooks): string | null {
  const own = cell.getAttribute('align') ?? alignment.exec(looks.of(cell))?.[1];
  const blocks = [...cell.querySelectorAll(':scope > p, :scope > div')];
  const inner = blocks.map((block) => block.getAttribute('align') ?? alignment.exec(looks.of(block))?.[1]);
  const shared = inner.length > 0 && inner.length === cell.childElementCount && inner.every((align) => align === inner[0]) ? inner[0] : undefined;
  const align = (shared ?? own)?.toLowerCase();
  return align === 'right' || align === 'center' ? align : null;
}

function isStrongText(text: Node, looks: PastedLooks): boolean {
  const { parentElement: parent, textContent } = text;
  return (textContent ?? '').trim() === '' || parent === null || parent.closest('b, strong') !== null || isBold(looks.of(parent));
}

/** Everything written in the cell is bold: by the cell, or by each piece of its text. */
function isStrong(cell: Element, looks: PastedLooks): boolean {
  if ((cell.textContent ?? '').trim() === '') return false;
  if (isBold(looks.of(cell))) return true;
  const walker = cell.ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (!isStrongText(walker.currentNode, looks)) return false;
  return true;
}

const cellsOf = (row: Element): Element[] => [...row.children].filter(({ tagName }) => tagName === 'TD' || tagName === 'TH');

function asTitles(row: Element): void {
  for (const cell of cellsOf(row)) {
    for (const mark of cell.querySelectorAll('b, strong')) mark.replaceWith(...mark.childNodes);
    if (cell.tagName === 'TH') continue;
    const attributes = [...cell.attributes].filter(({ name }) => name !== 'style');
    const title = renamed(cell, 'th');
    for (const { name, value } of attributes) title.setAttribute(name, value);
  }
}

/** Titles of columns: the head Word repeats on each page, or a first row in bold above rows that are not. */
function titlesOf(table: HTMLTableElement, looks: PastedLooks): void {
  const rows = [...table.rows];
  for (const row of rows) if (row.parentElement?.tagName === 'THEAD') asTitles(row);
  const [first, ...others] = rows;
  if (!first || others.length === 0 || table.querySelector('th')) return;
  const filled = cellsOf(first).filter((cell) => (cell.textContent ?? '').trim() !== '');
  const isTitle = filled.length > 0 && filled.every((cell) => isStrong(cell, looks)) && !others.every((row) => cellsOf(row).every((cell) => isStrong(cell, looks)));
  if (isTitle) asTitles(first);
}

const isHidden = (element: Element, looks: PastedLooks): boolean => /display:\s*none|mso-hide:\s*all/i.test(looks.of(element));

function cellFromLooks(cell: Element, looks: PastedLooks): void {
  const align = alignOf(cell, looks);
  if (cell.tagName === 'TD' && isBold(looks.of(cell)) && (cell.textContent ?? '').trim() !== '') wrapInside(cell, 'strong');
  cell.removeAttribute('class');
  if (align) cell.className = `co-align-${align}`;
}

/** Tables keep their merged cells, titles and alignment; widths, colours and hidden rows stay behind. */
export function tablesFromLooks(root: HTMLElement, looks: PastedLooks): void {
  for (const table of root.querySelectorAll('table')) {
    const caption = table.querySelector(':scope > caption');
    if (caption) table.before(renamed(caption, 'p'));
    for (const column of table.querySelectorAll(':scope > colgroup, :scope > col')) column.remove();
    for (const row of [...table.rows]) if (isHidden(row, looks)) row.remove();
    titlesOf(table, looks);
    for (const cell of table.querySelectorAll('td, th')) cellFromLooks(cell, looks);
  }
}
