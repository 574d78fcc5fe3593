import { escapeHtml as text, paragraphsInHtml } from '@cohorte/platform/server';
import { type ClauseFields, formsByKind, kindOfForm, licenceTerms, phaseTerms, termLabel, type ToolboxItem, type ToolboxPage } from '../contract';

/** A resource of an archive; `path` is where its file lies beside the page. */
export type ArchivedItem = Pick<ToolboxItem, 'slug' | 'title' | 'form' | 'publisher' | 'year' | 'reason' | 'summary' | 'isRetired'> & {
  readonly clause: ClauseFields | null;
  readonly content: string;
  readonly link: string | null;
  readonly licence: string;
  readonly path: string | null;
};

const style = `body{font:17px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1c2321}h1{line-height:1.2}ol{padding-left:1.4em}li{margin-bottom:2rem;break-inside:avoid}.line{color:#5b6460}blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid #0f5c50}a{color:#0f5c50}`;

function clauseHtml({ text: words, watchPoints, phase }: ClauseFields): string {
  const points = watchPoints.map((point) => `<li>${text(point)}</li>`).join('');
  return `<p class="line">${text(termLabel(phaseTerms, phase))}</p><blockquote>${paragraphsInHtml(words)}</blockquote>${points ? `<p>Points de vigilance</p><ul>${points}</ul>` : ''}`;
}

function itemHtml(item: ArchivedItem, publicUrl: string): string {
  const line = [termLabel(formsByKind[kindOfForm(item.form)], item.form), item.publisher, item.year ?? '', termLabel(licenceTerms, item.licence)].filter(Boolean).join(' · ');
  const ways = [
    item.path ? `<a href="${text(encodeURIComponent(item.path))}">Ouvrir le fichier joint</a>` : '',
    item.link ? `<a href="${text(item.link)}" rel="noopener noreferrer">Ouvrir chez son éditeur</a>` : '',
    `<a href="${text(`${publicUrl}/ressources/${item.slug}`)}">Lire la dernière version en ligne</a>`,
  ];
  const retired = item.isRetired ? '<p><strong>Cette ressource a été retirée depuis.</strong></p>' : '';
  return `<li><h2>${text(item.title)}</h2><p class="line">${text(line)}</p>${retired}${paragraphsInHtml(item.reason)}${paragraphsInHtml(item.summary)}${item.clause ? clauseHtml(item.clause) : ''}${paragraphsInHtml(item.content)}<p>${ways.filter(Boolean).join(' · ')}</p></li>`;
}

/** The page that opens an archive: everything that is written, readable without network and without any script. */
export function toolboxSummary(toolbox: Pick<ToolboxPage, 'slug' | 'title' | 'introduction' | 'spaceName'> & { readonly items: readonly ArchivedItem[] }, publicUrl: string): string {
  const { slug, title, introduction, spaceName, items } = toolbox;
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(title)}</title><style>${style}</style></head><body><main><h1>${text(title)}</h1><p class="line">${text(spaceName)} · <a href="${text(`${publicUrl}/boites-a-outils/${slug}`)}">en ligne</a></p>${paragraphsInHtml(introduction)}<ol>${items.map((item) => itemHtml(item, publicUrl)).join('')}</ol></main></body></html>`;
}
