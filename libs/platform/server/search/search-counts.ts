import { facetLexeme, type Marks, type SearchAnswer } from '../../contract';
import type { SearchAsked } from './search.queries';

/** «facet:value» and in how many entries; the empty facet counts the entries themselves. */
export type Shares = Readonly<Record<string, number>>;

type Chosen = Pick<SearchAsked, 'domain' | 'facets'>;

/** Values told of one facet: enough for any list; of words of people’s own, those used most. */
const valuesMost = 60;

/** Counting stops there: «plus de 1 000». */
const countedMost = 1_000;

/** Each group of lexemes narrows; within a group one is enough. */
export const marksOf = ({ domain, facets = {} }: Chosen): Marks => [
  ...(domain ? [[facetLexeme('domain', domain)]] : []),
  ...Object.entries(facets).map(([facet, values]) => values.map((value) => facetLexeme(facet, value))),
];

const chosenFacets = ({ facets = {} }: Chosen): string[] => Object.keys(facets).filter((facet) => (facets[facet] ?? []).length > 0);

/**
 * Within which other marks an answer is counted when some are chosen: tabs whatever tab and facets are; the values of a chosen facet as if that
 * facet were not, so that another value can be added to the one chosen.
 */
export function countedBesides(asked: Chosen): Marks[] {
  const { domain, facets = {} } = asked;
  const without = (facet: string): Chosen => ({ domain, facets: Object.fromEntries(Object.entries(facets).filter(([name]) => name !== facet)) });
  return marksOf(asked).length === 0 ? [] : [[], ...chosenFacets(asked).map((facet) => marksOf(without(facet)))];
}

/** What was counted within the marks and besides, as it is told. */
export function sharedOut(asked: Chosen, [here = {}, everywhere = here, ...others]: readonly Shares[]): Pick<SearchAnswer, 'total' | 'isMore' | 'domains' | 'facets'> {
  const chosen = chosenFacets(asked);
  const values = [
    ...facetsOf(here).filter(({ facet }) => facet !== 'domain' && !chosen.includes(facet)),
    ...chosen.flatMap((name, at) => facetsOf(others[at] ?? {}).filter(({ facet }) => facet === name)),
  ];
  const total = here[''] ?? 0;
  return {
    total,
    isMore: total === countedMost,
    domains: facetsOf(everywhere).flatMap(({ facet, value, entries }) => (facet === 'domain' ? [{ domain: value, entries }] : [])),
    facets: usedMost(values.sort((a, b) => (a.facet < b.facet ? -1 : a.facet > b.facet ? 1 : b.entries - a.entries || (a.value < b.value ? -1 : 1)))),
  };
}

/** The first of each facet, which come together and in their order. */
function usedMost(values: SearchAnswer['facets']): SearchAnswer['facets'] {
  const told = new Map<string, number>();
  return values.filter(({ facet }) => {
    const count = (told.get(facet) ?? 0) + 1;
    told.set(facet, count);
    return count <= valuesMost;
  });
}

function facetsOf(shares: Shares): SearchAnswer['facets'] {
  return Object.entries(shares).flatMap(([key, entries]) => {
    const colon = key.indexOf(':');
    return colon < 0 ? [] : [{ facet: key.slice(0, colon), value: key.slice(colon + 1), entries }];
  });
}
