import type { Marks, SearchAnswer } from '../../contract';
import type { SearchAsked } from './search.queries';

export interface FacetCounts {
  readonly total: number;
  readonly isMore: boolean;
  readonly facets: readonly { readonly facet: string; readonly value: string; readonly entries: number }[];
}

type Chosen = Pick<SearchAsked, 'domain' | 'facets'>;

/**
 * Tabs are counted whatever tab and facets are chosen; the values of a facet as if that facet were not, so that another value can be added to
 * the one chosen.
 */
export async function countedFor(
  { domain, facets = {} }: Chosen,
  marksOf: (chosen: Chosen) => Marks,
  count: (marks: Marks) => Promise<FacetCounts>,
): Promise<Pick<SearchAnswer, 'total' | 'isMore' | 'domains' | 'facets'>> {
  const chosen = Object.keys(facets).filter((facet) => (facets[facet] ?? []).length > 0);
  const everywhere = await count([]);
  const here = domain || chosen.length > 0 ? await count(marksOf({ domain, facets })) : everywhere;
  const values = here.facets.filter(({ facet }) => facet !== 'domain' && !chosen.includes(facet));
  for (const facet of chosen) {
    const others = Object.fromEntries(Object.entries(facets).filter(([name]) => name !== facet));
    values.push(...(await count(marksOf({ domain, facets: others }))).facets.filter((one) => one.facet === facet));
  }
  return {
    total: here.total,
    isMore: here.isMore,
    domains: everywhere.facets.filter(({ facet }) => facet === 'domain').map(({ value, entries }) => ({ domain: value, entries })),
    facets: values.sort((a, b) => (a.facet < b.facet ? -1 : a.facet > b.facet ? 1 : b.entries - a.entries || (a.value < b.value ? -1 : 1))),
  };
}
