import { type ChosenFacets, type Facet, facets, facetTerms } from '../contract/facets';

/** Names of facets in addresses that people read and share. */
const names: Record<Facet, string> = { kind: 'type', theme: 'theme', tag: 'etiquette', segment: 'achat', stage: 'etape', sector: 'secteur', audience: 'public', territory: 'territoire', licence: 'licence' };

export interface ResourceQuestion {
  readonly text: string;
  readonly chosen: ChosenFacets;
  readonly order: 'recent' | 'title';
  readonly page: number;
  readonly compact: boolean;
}

interface Parameters {
  get(name: string): string | null;
}

/** As long as a tag may be; whether there is such a one is for the answers to say. */
const mayBeTag = (value: string): boolean => value.length >= 2 && value.length <= 40 && /[\p{L}\p{N}]/u.test(value) && !/[\p{Cc}|]/u.test(value);
const known = (facet: Facet, value: string): boolean => (facet === 'tag' ? mayBeTag(value) : facetTerms[facet].some(({ key }) => key === value));

/** What an address asks; what it names wrongly is left out. */
export function questionIn(address: Parameters): ResourceQuestion {
  const chosen: ChosenFacets = {};
  for (const facet of facets) {
    const values = (address.get(names[facet]) ?? '').split(',').filter((value) => known(facet, value));
    if (values.length) chosen[facet] = values;
  }
  const page = Number(address.get('page') ?? 1);
  return {
    text: (address.get('q') ?? '').slice(0, 200), chosen, order: address.get('tri') === 'titre' ? 'title' : 'recent', page: Number.isInteger(page) && page > 0 && page <= 1_000 ? page : 1,
    compact: address.get('vue') === 'compacte',
  };
}

/** The address of a question; what is as usual is not said. */
export function addressOf({ text, chosen, order, page, compact }: ResourceQuestion): Record<string, string | null> {
  return {
    q: text.trim() || null,
    ...Object.fromEntries(facets.map((facet) => [names[facet], chosen[facet]?.join(',') || null])),
    tri: order === 'title' ? 'titre' : null,
    page: page > 1 ? String(page) : null,
    vue: compact ? 'compacte' : null,
  };
}

/** The same question as the server reads it. */
export function inputOf({ text, chosen, order, page }: ResourceQuestion): Record<string, string> {
  const values = facets.flatMap((facet) => (chosen[facet]?.length ? [[facet, chosen[facet].join(',')]] : []));
  return { ...(text.trim() && { q: text.trim() }), ...(Object.fromEntries(values) as Record<string, string>), order, page: String(page) };
}

/** A value taken or let go; the list starts again at its first page. */
export function toggled(question: ResourceQuestion, facet: Facet, value: string): ResourceQuestion {
  const now = question.chosen[facet] ?? [];
  const next = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
  return { ...question, page: 1, chosen: { ...question.chosen, [facet]: next } };
}

/** Everything chosen, in the order of the facets. */
export const chosenValues = ({ chosen }: ResourceQuestion): { facet: Facet; value: string }[] => facets.flatMap((facet) => (chosen[facet] ?? []).map((value) => ({ facet, value })));
