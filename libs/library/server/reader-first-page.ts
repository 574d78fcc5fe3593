import { escapeHtml as text, type FirstPage, framedPage } from '@cohorte/platform/server';
import { type FileFamily, type FilePage, fileTypes, type ResourcePage } from '../contract';
import { blocksOf, type TextBlock } from '../contract/page-text';
import { clockOf } from '../contract/transcript-time';

/** What a part of a document is called. */
const partNames: Partial<Record<FileFamily, string>> = { sheet: 'Feuille', slides: 'Diapositive' };

const cellsHtml = (cells: readonly string[], tag: 'td' | 'th'): string => `<tr>${cells.map((cell) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${text(cell)}</${tag}>`).join('')}</tr>`;

function blockHtml(block: TextBlock): string {
  if (!block.rows) return `<p>${text(block.text)}</p>`;
  const [first = [], ...others] = block.rows;
  return block.hasHead ? `<table><thead>${cellsHtml(first, 'th')}</thead><tbody>${others.map((row) => cellsHtml(row, 'td')).join('')}</tbody></table>` : `<table><tbody>${block.rows.map((row) => cellsHtml(row, 'td')).join('')}</tbody></table>`;
}

/** What is said, each line with its moment. */
const spokenHtml = ({ text: said, starts }: FilePage): string =>
  said.split('\n').filter(Boolean).map((line, at) => `<p>${starts?.[at] === undefined ? '' : `<strong>${clockOf(starts[at])}</strong> `}${text(line)}</p>`).join('');

export interface ReadPart {
  readonly number: number;
  readonly total: number;
  readonly pages: readonly FilePage[];
}

function turnHtml({ slug, edition, latestEdition }: ResourcePage, { number, total }: ReadPart): string {
  const query = edition === latestEdition ? '' : `&amp;version=${edition}`;
  const to = (page: number, words: string): string => `<a href="/ressources/${text(slug)}/lecture?page=${page}${query}">${words}</a>`;
  return [number > 1 ? to(number - 1, 'Page précédente') : '', number < total ? to(number + 1, 'Page suivante') : ''].filter(Boolean).join(' ');
}

/** What is read: its name, and the page itself or all that is said. */
function readHtml({ file, transcript }: ResourcePage, { number, total, pages }: ReadPart): { heading: string; said: string } {
  if (transcript) return { heading: 'Ce qui est dit', said: pages.map(spokenHtml).join('') };
  const family = file?.type ? fileTypes[file.type].family : 'text';
  return { heading: `${partNames[family] ?? 'Page'} ${number} sur ${total}`, said: pages.flatMap((page) => blocksOf(page.text, file?.type === 'pdf')).map(blockHtml).join('') };
}

/**
 * One page of a public document, or all that is said in a recording, as HTML. Search engines list it: what stands in a document is written nowhere else
 * in HTML. Each page is its own; the words that led there and the way it is shown are not; an older version is not listed.
 */
export function readerFirstPage(resource: ResourcePage, read: ReadPart, publicUrl: string): FirstPage {
  const { slug, title, edition, latestEdition, language, transcript } = resource;
  const isOlder = edition !== latestEdition;
  const isLater = read.number > 1 && !transcript;
  const { heading, said } = readHtml(resource, read);
  return {
    title: `${title}${isLater ? `, page ${read.number}` : ''} · Cohorte`,
    description: read.pages.map((page) => page.text.slice(0, 400)).join(' ').replaceAll(/\s+/g, ' ').slice(0, 300) || title,
    head: `<link rel="canonical" href="${text(`${publicUrl}/ressources/${slug}/lecture${isLater ? `?page=${read.number}` : ''}`)}" />${isOlder ? '<meta name="robots" content="noindex" />' : ''}`,
    body: framedPage(`<article><p><a href="/ressources/${text(slug)}${isOlder ? `?version=${edition}` : ''}">Revenir à la ressource</a></p><h1>${text(title)}</h1><h2>${heading}</h2><div lang="${text(language)}">${said || '<p>Cette page n’a pas de texte.</p>'}</div><p>${transcript ? '' : turnHtml(resource, read)}</p></article>`),
  };
}
