import { isAllowedImage, isAllowedLink, isSuggestionMark } from '../contract';
import type { DocumentMark, DocumentNode } from '../contract';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const attribute = (name: string, value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? ` ${name}="${escapeHtml(String(value))}"` : '';

const markTags: Record<string, string> = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' };

const suggestionTags = { insertion: 'ins', deletion: 'del', modification: 'span' } as const;
const roleSigns: Record<string, string> = { split: '¶', line: '↵', join: '¶' };

const formatClass = (attrs: DocumentMark['attrs']): string => ` co-${attrs?.['change'] === 'add' ? 'add' : 'remove'}-${escapeHtml(String(attrs?.['mark']))}`;

/** Pending proposals are shown as such; who made each is told by `withAuthors`. */
function proposed(inner: string, type: keyof typeof suggestionTags, attrs: DocumentMark['attrs']): string {
  const role = String(attrs?.['role'] ?? '');
  const kind = `co-${type}${type === 'modification' ? formatClass(attrs) : ''}${role in roleSigns ? ` co-role-${role}` : ''}`;
  const tag = suggestionTags[type];
  return `<${tag} class="${kind}"${attribute('data-person', attrs?.['person'])}>${roleSigns[role] ?? inner}</${tag}>`;
}

const authored = /<(ins|del|span) class="(co-[a-z -]+)" data-person="([0-9a-f-]{36})">/g;

/** Names whoever proposed: their account says who that is, not the text. */
export function withAuthors(html: string, people: readonly { readonly personId: string; readonly name: string }[]): string {
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  return html.replace(authored, (_, tag: string, kind: string, personId: string) => `<${tag} class="${kind}"${attribute('title', names.get(personId))}>`);
}

function marked(inner: string, { type, attrs }: DocumentMark): string {
  const tag = markTags[type];
  if (tag) return `<${tag}>${inner}</${tag}>`;
  if (isSuggestionMark(type)) return proposed(inner, type, attrs);
  if (type !== 'link' || !isAllowedLink(attrs?.['href'])) return inner;
  return `<a${attribute('href', attrs['href'])}${attribute('title', attrs['title'])} rel="noopener noreferrer nofollow">${inner}</a>`;
}

type Renderer = (node: DocumentNode, inner: string) => string;

const wrap = (tag: string): Renderer => (_, inner) => `<${tag}>${inner}</${tag}>`;

const span = (node: DocumentNode, name: 'colspan' | 'rowspan'): string => (node.attrs?.[name] === 1 ? '' : attribute(name, node.attrs?.[name]));

const cell = (tag: 'th' | 'td'): Renderer => (node, inner) => {
  const align = node.attrs?.['align'];
  const aligned = typeof align === 'string' ? attribute('class', `co-align-${align}`) : '';
  return `<${tag}${span(node, 'colspan')}${span(node, 'rowspan')}${aligned}>${inner}</${tag}>`;
};

const heading: Renderer = (node, inner) => {
  const level = Number(node.attrs?.['level'] ?? 1);
  const tag = `h${level >= 1 && level <= 4 ? level : 1}`;
  return `<${tag}${attribute('id', node.attrs?.['id'])}>${inner}</${tag}>`;
};

const picture: Renderer = ({ attrs }) =>
  isAllowedImage(attrs?.['src'])
    ? `<img${attribute('src', attrs['src'])} alt="${escapeHtml(String(attrs['alt'] ?? ''))}"${attribute('title', attrs['title'])}${attribute('width', attrs['width'])}${attribute('height', attrs['height'])} loading="lazy">`
    : '';

/** Ticked or not is said with a disabled box, which is read aloud too. */
const task: Renderer = (node, inner) =>
  `<li data-checked="${node.attrs?.['checked'] === true}"><label><input type="checkbox" disabled${node.attrs?.['checked'] === true ? ' checked' : ''}></label><div>${inner}</div></li>`;

const renderers: Record<string, Renderer> = {
  doc: (_, inner) => inner,
  paragraph: wrap('p'),
  heading,
  bulletList: wrap('ul'),
  orderedList: (node, inner) => `<ol${attribute('start', node.attrs?.['start'])}${attribute('type', node.attrs?.['type'])}>${inner}</ol>`,
  listItem: wrap('li'),
  taskList: (_, inner) => `<ul data-type="taskList">${inner}</ul>`,
  taskItem: task,
  table: (_, inner) => `<div class="co-table-frame"><table><tbody>${inner}</tbody></table></div>`,
  tableRow: wrap('tr'),
  tableHeader: cell('th'),
  tableCell: cell('td'),
  blockquote: wrap('blockquote'),
  horizontalRule: () => '<hr>',
  hardBreak: () => '<br>',
  image: picture,
};

/** What a version adds to the HTML of a node: who changed it. */
export type DressNode = (node: DocumentNode, html: string) => string;

const plain: DressNode = (_, html) => html;

/** HTML of a document: only its own blocks and marks, every character escaped. The tree's depth was capped when it was read. */
export function htmlOf(node: DocumentNode, dress: DressNode = plain): string {
  if (node.type === 'text') return dress(node, (node.marks ?? []).reduce(marked, escapeHtml(node.text ?? '')));
  const render = Object.prototype.hasOwnProperty.call(renderers, node.type) ? renderers[node.type] : undefined;
  return render ? dress(node, render(node, (node.content ?? []).map((child) => htmlOf(child, dress)).join(''))) : '';
}
