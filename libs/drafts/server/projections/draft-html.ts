import { isAllowedImage, isAllowedLink, isCalloutKind, isHeadingLink, isSuggestionMark, readBlockProposal } from '../../contract';
import type { DocumentMark, DocumentNode } from '../../contract';
import { contentsOf, headingsOf } from './draft-headings';
import type { DocumentHeading } from './draft-headings';
import { tableRowsHtml } from './draft-table-html';
import { lineOf, noteText } from './draft-text-line';
import { projectionWords } from './draft-words';
import { attribute, escapeHtml } from './html-words';

/** What a node's HTML depends on beside itself: the headings links lead to (unknown for a block alone), and the notes met so far. */
interface Surroundings {
  readonly headings: readonly DocumentHeading[] | null;
  readonly headingIds: ReadonlySet<string | null> | null;
  readonly notes: string[];
  readonly dress: DressNode;
}

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

/** A block proposed to come, to go or to look otherwise says so on its first tag. */
function proposedBlock(node: DocumentNode, html: string): string {
  const proposal = readBlockProposal(node.attrs?.['proposal']);
  return proposal ? html.replace(/^<[a-z0-9]+/, (tag) => `${tag} data-becomes="${proposal.target}" data-person="${proposal.person}"`) : html;
}

const authoredBlock = / data-becomes="([a-z]+[1-4]?)" data-person="([0-9a-f-]{36})"/g;
const authored = /<(ins|del|span) class="(co-[a-z -]+)" data-person="([0-9a-f-]{36})">/g;

/** Names whoever proposed: their account says who that is, not the text. */
export function withAuthors(html: string, people: readonly { readonly personId: string; readonly name: string }[]): string {
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  return html
    .replace(authored, (_, tag: string, kind: string, personId: string) => `<${tag} class="${kind}"${attribute('title', names.get(personId))}>`)
    .replace(authoredBlock, (_, target: string, personId: string) => ` data-becomes="${target}"${attribute('title', names.get(personId))}`);
}

function marked(inner: string, { type, attrs }: DocumentMark, { headingIds }: Surroundings): string {
  const tag = markTags[type];
  if (tag) return `<${tag}>${inner}</${tag}>`;
  if (isSuggestionMark(type)) return proposed(inner, type, attrs);
  const href = attrs?.['href'];
  if (type !== 'link' || !isAllowedLink(href)) return inner;
  if (!isHeadingLink(href)) return `<a${attribute('href', href)}${attribute('title', attrs?.['title'])} rel="noopener noreferrer nofollow">${inner}</a>`;
  if (headingIds?.has(href.slice(1)) !== false) return `<a${attribute('href', href)}>${inner}</a>`;
  return `<span class="co-broken-link" title="${projectionWords.brokenLink}">${inner}</span>`;
}

type Renderer = (node: DocumentNode, inner: string, around: Surroundings) => string;

const wrap = (tag: string): Renderer => (_, inner) => `<${tag}>${inner}</${tag}>`;

const heading: Renderer = (node, inner) => {
  const level = Number(node.attrs?.['level'] ?? 1);
  const tag = `h${level >= 1 && level <= 4 ? level : 1}`;
  return `<${tag}${attribute('id', node.attrs?.['id'])}>${inner}</${tag}>`;
};

const picture: Renderer = ({ attrs }) =>
  isAllowedImage(attrs?.['src'])
    ? `<img${attribute('src', attrs['src'])} alt="${escapeHtml(String(attrs['alt'] ?? ''))}"${attribute('title', attrs['title'])}${attribute('width', attrs['width'])}${attribute('height', attrs['height'])} loading="lazy">`
    : '';

/** Ticked or not is said with a disabled box, which is read aloud too, with the words of its task. */
const task: Renderer = (node, inner) => {
  const checked = node.attrs?.['checked'] === true;
  const box = `<input type="checkbox" disabled${checked ? ' checked' : ''}${attribute('aria-label', (node.content ?? []).map((child) => lineOf(child)).join(' ').trim())}>`;
  return `<li data-checked="${checked}"><label>${box}</label><div>${inner}</div></li>`;
};

const callout: Renderer = ({ attrs }, inner) => {
  const kind = isCalloutKind(attrs?.['kind']) ? attrs['kind'] : 'info';
  return `<div class="co-callout co-callout-${kind}" role="note" aria-label="${projectionWords.callouts[kind]}">${inner}</div>`;
};

const footnote: Renderer = (node, _, { notes, headings }) => {
  if (headings === null) return `<sup class="co-note">${escapeHtml(noteText(node))}</sup>`;
  const number = notes.push(noteText(node));
  return `<sup class="co-note"><a id="co-call-${number}" href="#co-note-${number}">${number}</a></sup>`;
};

const contents: Renderer = (_node, _inner, { headings }) => {
  const entries = contentsOf(headings ?? []).map(({ id, title, depth }) => `<li class="co-toc-${depth}">${id === null ? escapeHtml(title) : `<a href="#${escapeHtml(id)}">${escapeHtml(title)}</a>`}</li>`);
  return `<nav class="co-toc" aria-label="${projectionWords.contents}"><ul role="list">${entries.join('')}</ul></nav>`;
};

const renderers: Record<string, Renderer> = {
  doc: (_, inner, { notes }) => inner + notesHtml(notes),
  paragraph: wrap('p'),
  heading,
  bulletList: wrap('ul'),
  orderedList: (node, inner) => `<ol${attribute('start', node.attrs?.['start'])}${attribute('type', node.attrs?.['type'])}>${inner}</ol>`,
  listItem: wrap('li'),
  taskList: (_, inner) => `<ul data-type="taskList">${inner}</ul>`,
  taskItem: task,
  blockquote: wrap('blockquote'),
  horizontalRule: () => '<hr>',
  hardBreak: () => '<br>',
  image: picture,
  // Outside a table, as no editor writes them: their text is shown all the same.
  tableRow: wrap('div'),
  tableHeader: wrap('div'),
  tableCell: wrap('div'),
  callout,
  footnote,
  mention: ({ attrs }) => `<span class="co-mention">@${escapeHtml(String(attrs?.['label'] ?? ''))}</span>`,
  tableOfContents: contents,
};

const notesHtml = (notes: readonly string[]): string =>
  notes.length === 0
    ? ''
    : `<section class="co-notes" aria-label="${projectionWords.notes}"><ol>${notes
        .map((text, index) => `<li id="co-note-${index + 1}">${escapeHtml(text)} <a href="#co-call-${index + 1}" aria-label="${projectionWords.backToCall(index + 1)}">↩</a></li>`)
        .join('')}</ol></section>`;

/** What a version adds to the HTML of a node: who changed it. */
export type DressNode = (node: DocumentNode, html: string) => string;

const plain: DressNode = (_, html) => html;

function nodeHtml(node: DocumentNode, around: Surroundings): string {
  const { dress } = around;
  if (node.type === 'text') return dress(node, (node.marks ?? []).reduce((inner, mark) => marked(inner, mark, around), escapeHtml(node.text ?? '')));
  const childrenHtml = (parent: DocumentNode): string => (parent.content ?? []).map((child) => nodeHtml(child, around)).join('');
  if (node.type === 'table') return dress(node, `<div class="co-table-frame"><table>${tableRowsHtml(node, childrenHtml, dress)}</table></div>`);
  const render = Object.prototype.hasOwnProperty.call(renderers, node.type) ? renderers[node.type] : undefined;
  return render ? dress(node, render(node, childrenHtml(node), around)) : '';
}

/**
 * HTML of a document: only its own blocks and marks, every character escaped. The tree's depth was capped when it was read.
 * Of a block alone: its links are taken at their word, and its notes stand where they are called.
 */
export function htmlOf(node: DocumentNode, dress: DressNode = plain): string {
  const headings = node.type === 'doc' ? headingsOf(node) : null;
  return nodeHtml(node, { headings, headingIds: headings && new Set(headings.map(({ id }) => id)), notes: [], dress: (one, html) => dress(one, proposedBlock(one, html)) });
}
