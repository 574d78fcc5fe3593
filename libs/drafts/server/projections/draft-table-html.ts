import type { DocumentNode } from '../../contract';
import { attribute } from './html-words';

const spanOf = (cell: DocumentNode, name: 'colspan' | 'rowspan'): number => {
  const span = cell.attrs?.[name];
  return typeof span === 'number' && span > 1 ? span : 1;
};

/** A tree written by no editor may hold anything in a table: what is not a row or a cell is shown as one. */
const cellsOf = (row: DocumentNode): readonly DocumentNode[] => (row.type === 'tableRow' ? (row.content ?? []) : [row]);

/** How many rows from the top are titles of columns: header cells only, none reaching down into the figures. */
export function headerRows(table: DocumentNode): number {
  const rows = table.content ?? [];
  const isTitles = (row: DocumentNode): boolean => cellsOf(row).length > 0 && cellsOf(row).every(({ type }) => type === 'tableHeader');
  const first = rows.findIndex((row) => !isTitles(row));
  const count = first === -1 ? rows.length : first;
  const reaches = rows.slice(0, count).some((row, index) => cellsOf(row).some((cell) => index + spanOf(cell, 'rowspan') > count));
  return reaches || count === rows.length ? 0 : count;
}

function cellHtml(cell: DocumentNode, inner: string, scope: 'col' | 'row'): string {
  const tag = cell.type === 'tableHeader' ? 'th' : 'td';
  const spans = (['colspan', 'rowspan'] as const).map((name) => (spanOf(cell, name) === 1 ? '' : attribute(name, spanOf(cell, name)))).join('');
  const align = cell.attrs?.['align'];
  const aligned = typeof align === 'string' ? attribute('class', `co-align-${align}`) : '';
  return `<${tag}${tag === 'th' ? attribute('scope', scope) : ''}${spans}${aligned}>${inner}</${tag}>`;
}

/** The rows of a table: titles of columns in a head of their own, which repeats on each printed page and is read aloud with each cell. */
export function tableRowsHtml(table: DocumentNode, inner: (cell: DocumentNode) => string, dress: (node: DocumentNode, html: string) => string): string {
  const heads = headerRows(table);
  const rows = (table.content ?? []).map((row, index) => {
    const scope = index < heads || (heads === 0 && index === 0) ? 'col' : 'row';
    return dress(row, `<tr>${cellsOf(row).map((cell) => dress(cell, cellHtml(cell, inner(cell), scope))).join('')}</tr>`);
  });
  const head = heads > 0 ? `<thead>${rows.slice(0, heads).join('')}</thead>` : '';
  return `${head}<tbody>${rows.slice(heads).join('')}</tbody>`;
}
