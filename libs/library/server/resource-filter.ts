import { type ChosenFacets, type Facet, facets } from '../contract';
import { plainWords } from './resource-row';

/** Where each facet is kept, as a list of values. */
const values: Record<Facet, string> = {
  kind: 'ARRAY[r.kind]', theme: 'r.themes', segment: 'r.segments', stage: 'r.stages', sector: 'r.sectors', audience: 'r.audiences', territory: 'r.territories', licence: 'ARRAY[r.licence]',
};

export interface ResourceFilter {
  /** Conditions on `library_resource r` that every answer fits. */
  readonly where: string;
  /** Of each chosen facet its own condition. */
  readonly byFacet: ReadonlyMap<Facet, string>;
  readonly parameters: unknown[];
}

const escaped = (word: string): string => word.replaceAll(/[\\%_]/g, String.raw`\$&`);

/** A question and chosen facets as SQL: all words, and of each facet one of its values. */
export function filterOf(chosen: ChosenFacets, text = ''): ResourceFilter {
  const parameters: unknown[] = [];
  const given = (value: unknown): string => `$${parameters.push(value)}`;
  const words = plainWords(text).split(/\s+/).filter(Boolean).slice(0, 12);
  const conditions = [`r.state = 'published'`, ...words.map((word) => `r.words LIKE ${given(`%${escaped(word)}%`)}`)];
  const byFacet = new Map(facets.flatMap((facet) => {
    const wanted = chosen[facet];
    return wanted?.length ? [[facet, `${values[facet]} && ${given([...wanted])}::text[]`] as const] : [];
  }));
  return { where: conditions.join(' AND '), byFacet, parameters };
}

/** All conditions together, save those of one facet. */
const allBut = ({ where, byFacet }: ResourceFilter, left?: Facet): string => [where, ...[...byFacet].filter(([facet]) => facet !== left).map(([, condition]) => condition)].join(' AND ');

export const everyCondition = (filter: ResourceFilter): string => allBut(filter);

/** How many answers each value of each facet would give, its own facet aside: one may always choose a second value. An empty facet is the total. */
export function countsSql(filter: ResourceFilter): string {
  const total = `SELECT '' AS facet, '' AS value, count(*)::int AS count FROM library_resource r WHERE ${allBut(filter)}`;
  const shares = facets.map((facet) => `SELECT '${facet}', v, count(*)::int FROM library_resource r CROSS JOIN LATERAL unnest(${values[facet]}) v WHERE ${allBut(filter, facet)} GROUP BY v`);
  return [total, ...shares].join(' UNION ALL ');
}
