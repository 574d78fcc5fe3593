import { formatDay } from '@cohorte/platform/contract';
import { escapeHtml as text, type FirstPage, framedPage, jsonInHtml, paragraphsInHtml } from '@cohorte/platform/server';
import { formsByKind, kindOfForm, licenceAddresses, licenceTerms, type LinkCopy, phaseTerms, type ResourceCard, type ResourcePage, segmentTerms, termLabel, themeTerms } from '../contract';

/** schema.org's words for our kinds. */
const schemaTypes: Record<ResourcePage['kind'], string> = {
  document: 'DigitalDocument', clause: 'CreativeWork', tool: 'CreativeWork', replay: 'VideoObject', regulation: 'Legislation', 'published-spaser': 'Report', course: 'Course', experience: 'Article', question: 'QAPage',
};

const themes = (page: ResourcePage): string[] => [...page.themes.map((key) => termLabel(themeTerms, key)), ...page.segments.map((key) => termLabel(segmentTerms, key))];
const labels = (page: ResourcePage): string[] => [...page.tags, ...themes(page)];
const nature = ({ form }: Pick<ResourcePage, 'form'>): string => termLabel(formsByKind[kindOfForm(form)], form);

function jsonLd(page: ResourcePage, address: string): object {
  const { title, summary, publisher, networkName, year, language, licence, edition, publishedAt, changedAt } = page;
  return {
    '@context': 'https://schema.org', '@type': schemaTypes[page.kind], name: title, ...(summary && { description: summary }), url: address, inLanguage: language, isAccessibleForFree: true, version: String(edition),
    keywords: labels(page).join(', '), publisher: { '@type': 'Organization', name: publisher || networkName }, ...(year && { copyrightYear: year }), ...(licenceAddresses[licence] && { license: licenceAddresses[licence] }),
    ...(page.link && { sameAs: page.link }), ...(publishedAt && { datePublished: publishedAt }), dateModified: changedAt,
  };
}

/** Dublin Core, as meta elements of the head (DCMI Metadata Terms in HTML). */
function dublinCore(page: ResourcePage, address: string): string {
  const values: [string, string][] = [
    ['title', page.title], ['description', page.summary], ['identifier', address], ['type', nature(page)], ['language', page.language], ['publisher', page.publisher || page.networkName],
    ['rights', termLabel(licenceTerms, page.licence)], ['date', page.year ? String(page.year) : (page.publishedAt ?? '').slice(0, 10)], ...[...labels(page), ...page.cpv.map((code) => `CPV ${code}`)].map((label): [string, string] => ['subject', label]),
    ...page.legal.map((article): [string, string] => ['relation', article]),
  ];
  const metas = values.filter(([, value]) => value).map(([name, value]) => `<meta name="DC.${name}" content="${text(value)}" />`);
  return ['<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/" />', ...metas].join('');
}

/** «12 mai 2026» */
const civilDay = (iso: string): string => new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(iso));

function clauseHtml({ clause, edition, summary }: ResourcePage): string {
  if (!clause) return '';
  const points = clause.watchPoints.map((point) => `<li>${text(point)}</li>`).join('');
  return `<h2>La clause</h2><p>${text(termLabel(phaseTerms, clause.phase))}, version ${edition}</p><blockquote>${paragraphsInHtml(clause.text)}</blockquote>${
    clause.interest && clause.interest !== summary ? `<h2>Son intérêt</h2><p>${text(clause.interest)}</p>` : ''}${points ? `<h2>Points de vigilance</h2><ul>${points}</ul>` : ''}`;
}

/** What its readers must know before they use it. */
function warnings({ slug, upkeep: { reasons, legal, copyTakenAt } }: ResourcePage): string {
  const said = [
    ...(reasons.includes('link-dead') ? ['Le lien de cette ressource ne répond plus.'] : []),
    ...legal.map(({ article, changedOn, note }) => `${article} a changé le ${formatDay(changedOn)} : ${note}`),
    ...(reasons.includes('review-due') ? ['Sa date de révision est passée.'] : []),
  ];
  const copy = copyTakenAt ? `<p><a href="/ressources/${text(slug)}/copie">Lire la copie du ${civilDay(copyTakenAt)}</a></p>` : '';
  return said.map((one) => `<p><strong>${text(one)}</strong></p>`).join('') + copy;
}

const tagsHtml = ({ tags }: ResourcePage): string =>
  tags.length ? `<p>Étiquettes : ${tags.map((tag) => `<a href="/ressources?${text(new URLSearchParams({ etiquette: tag }).toString())}">${text(tag)}</a>`).join(', ')}</p>` : '';

/** A public resource as HTML: title, text, clause, where it comes from; with Dublin Core and schema.org in its head. */
export function resourceFirstPage(page: ResourcePage, publicUrl: string): FirstPage {
  const address = `${publicUrl}/ressources/${page.slug}`;
  const line = [nature(page), page.publisher, page.year ?? ''].filter(Boolean).join(' · ');
  const retired = page.state === 'retired' ? `<p><strong>Cette ressource a été retirée.</strong> ${text(page.retiredNote)}</p>` : '';
  const link = page.link ? `<p><a href="${text(page.link)}" rel="noopener noreferrer">Ouvrir le document chez son éditeur</a></p>` : '';
  const legal = page.legal.length ? `<p>Textes cités : ${text(page.legal.join(' ; '))}</p>` : '';
  return {
    title: `${page.title} · Cohorte`,
    description: page.summary.slice(0, 300) || page.title,
    head: `<link rel="canonical" href="${text(address)}" />${dublinCore(page, address)}<script type="application/ld+json">${jsonInHtml(jsonLd(page, address))}</script>`,
    body: framedPage(`<article lang="${page.language}"><h1>${text(page.title)}</h1><p>${text(line)}</p>${retired}${warnings(page)}${paragraphsInHtml(page.summary)}${link}${clauseHtml(page)}${paragraphsInHtml(page.content)}<p>Thèmes : ${text(themes(page).join(', '))}</p>${tagsHtml(page)}${legal}<p>${text(termLabel(licenceTerms, page.licence))}. Réseau ${text(page.networkName)}.</p></article>`),
  };
}

/** The list as HTML: the way of search engines to every public resource. */
export function listFirstPage(resources: readonly ResourceCard[], { total, page, pages }: { total: number; page: number; pages: number }): FirstPage {
  const lines = resources.map((one) => `<li><a href="/ressources/${text(one.slug)}">${text(one.title)}</a> <span>${text([nature(one), one.publisher, one.year ?? ''].filter(Boolean).join(' · '))}</span></li>`);
  const turn = [page > 1 ? `<a href="/ressources?page=${page - 1}">Page précédente</a>` : '', page < pages ? `<a href="/ressources?page=${page + 1}">Page suivante</a>` : ''].filter(Boolean).join(' ');
  return {
    title: 'Ressources · Cohorte', description: 'Fiches, clauses, outils, rediffusions et textes pour des achats publics responsables.', head: '',
    body: framedPage(`<h1>Ressources</h1><p>${total} ressources publiques</p><ul>${lines.join('')}</ul><p>${turn}</p>`),
  };
}

const blockHtml = (block: LinkCopy['blocks'][number]): string => {
  if (block.kind === 'list') return `<ul>${block.items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`;
  return block.kind === 'heading' ? `<h${block.level}>${text(block.text)}</h${block.level}>` : `<p>${text(block.text)}</p>`;
};

/** The copy of a page whose link is dead: not for search engines, which would take it for the page itself. */
export function copyFirstPage(copy: LinkCopy): FirstPage {
  const { slug, resourceTitle, publisher, source, takenAt, licence, language, blocks } = copy;
  const said = [`Copie du ${civilDay(takenAt)}`, publisher, termLabel(licenceTerms, licence)].filter(Boolean).join(' · ');
  return {
    title: `${copy.title || resourceTitle} · Cohorte`, description: '', head: '<meta name="robots" content="noindex, nofollow" />',
    body: framedPage(`<p><a href="/ressources/${text(slug)}">${text(resourceTitle)}</a></p><h1>${text(copy.title || resourceTitle)}</h1><p>${text(said)}. Source : ${text(source)}</p><article lang="${language}">${blocks.map(blockHtml).join('')}</article>`),
  };
}
