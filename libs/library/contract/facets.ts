import { audienceTerms, kindTerms, licenceTerms, sectorTerms, segmentTerms, stageTerms, type Term, territoryTerms, themeTerms } from './taxonomies';

/** What resources are filtered by: the name in addresses and answers, and its controlled list. Read by browsers without any schema. */
export const facetTerms = {
  kind: kindTerms,
  theme: themeTerms,
  segment: segmentTerms,
  stage: stageTerms,
  sector: sectorTerms,
  audience: audienceTerms,
  territory: territoryTerms,
  licence: licenceTerms,
} as const satisfies Record<string, readonly Term[]>;

export type ListedFacet = keyof typeof facetTerms;
/** `tag`: words of people's own, in no list. */
export type Facet = ListedFacet | 'tag';
export const listedFacets = Object.keys(facetTerms) as readonly ListedFacet[];
export const facets: readonly Facet[] = ['kind', 'theme', 'tag', ...listedFacets.filter((facet) => facet !== 'kind' && facet !== 'theme')];

/** Values chosen of each facet: one of a facet's values is enough, every facet must agree. */
export type ChosenFacets = Partial<Record<Facet, readonly string[]>>;

export interface FacetCount {
  readonly facet: Facet;
  readonly value: string;
  readonly count: number;
}

export const resourceOrders = ['recent', 'title'] as const;
export type ResourceOrder = (typeof resourceOrders)[number];

/** Cards a page of results holds. */
export const cardsPerPage = 24;
