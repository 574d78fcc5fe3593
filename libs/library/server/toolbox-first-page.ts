import { escapeHtml as text, type FirstPage, framedPage, jsonInHtml, paragraphsInHtml } from '@cohorte/platform/server';
import { formsByKind, kindOfForm, termLabel, type ToolboxItem, type ToolboxPage } from '../contract';

function itemHtml({ slug, title, form, publisher, year, reason, summary, isRetired }: ToolboxItem): string {
  const line = [termLabel(formsByKind[kindOfForm(form)], form), publisher, year ?? ''].filter(Boolean).join(' · ');
  return `<li><a href="/ressources/${text(slug)}">${text(title)}</a> <span>${text(line)}${isRetired ? ' (retirée)' : ''}</span>${paragraphsInHtml(reason || summary)}</li>`;
}

/** A published toolbox as HTML: its introduction, its resources in order and why each; with schema.org's list in its head. */
export function toolboxFirstPage(page: ToolboxPage, publicUrl: string): FirstPage {
  const address = `${publicUrl}/boites-a-outils/${page.slug}`;
  const said = {
    '@context': 'https://schema.org', '@type': 'ItemList', name: page.title, ...(page.introduction && { description: page.introduction.slice(0, 500) }), url: address, numberOfItems: page.items.length,
    itemListElement: page.items.map(({ slug, title }, at) => ({ '@type': 'ListItem', position: at + 1, name: title, url: `${publicUrl}/ressources/${slug}` })),
  };
  return {
    title: `${page.title} · Cohorte`,
    description: page.introduction.slice(0, 300) || page.title,
    head: `<link rel="canonical" href="${text(address)}" /><link rel="schema.DC" href="http://purl.org/dc/elements/1.1/" /><meta name="DC.title" content="${text(page.title)}" /><meta name="DC.type" content="Collection" /><script type="application/ld+json">${jsonInHtml(said)}</script>`,
    body: framedPage(`<article><h1>${text(page.title)}</h1><p>${text(page.spaceName)}</p>${paragraphsInHtml(page.introduction)}<ol>${page.items.map(itemHtml).join('')}</ol></article>`),
  };
}
