import { type ChosenFacets, type Facet, facets, listedFacets, tagKey } from '../contract';

/** Where each facet is kept, as a list of values. */
const values: Record<Facet, string> = {
  kind: 'ARRAY[r.kind]', theme: 'r.themes', tag: 'r.tag_keys', segment: 'r.segments', stage: 'r.stages', sector: 'r.sectors', audience: 'r.audiences', territory: 'r.territories', licence: 'ARRAY[r.licence]',
};

export interface ResourceFilter {
  /** Conditions on `library_resource r` that every answer fits. */
  readonly where: string;
  /** Of each chosen facet its own condition. */
  readonly byFacet: ReadonlyMap<Facet, string>;
  readonly parameters: unknown[];
}

/** Chosen facets as SQL, of each one of its values; among these resources only, when a question was asked. */
export function filterOf(chosen: ChosenFacets, among?: readonly string[]): ResourceFilter {
  const parameters: unknown[] = among ? [[...among]] : [];
  const given = (value: unknown): string => `$${parameters.push(value)}`;
  const byFacet = new Map(facets.flatMap((facet) => {
    const wanted = chosen[facet];
    return wanted?.length ? [[facet, `${values[facet]} && ${given(facet === 'tag' ? wanted.map(tagKey) : [...wanted])}::text[]`] as const] : [];
  }));
  return { where: among ? `r.state = 'published' AND r.id = ANY ($1::uuid[])` : `r.state = 'published'`, byFacet, parameters };
}

/** All conditions together, save those of one facet. */
const allBut = ({ where, byFacet }: ResourceFilter, left?: Facet): string => [where, ...[...byFacet].filter(([facet]) => facet !== left).map(([, condition]) => condition)].join(' AND ');

export const everyCondition = (filter: ResourceFilter): string => allBut(filter);

/** How many answers each value of each facet would give, its own facet aside: one may always choose a second value. An empty facet is the total. */
export function countsSql(filter: ResourceFilter): string {
  const total = `SELECT '' AS facet, '' AS value, count(*)::int AS count FROM library_resource r WHERE ${allBut(filter)}`;
  const shares = listedFacets.map((facet) => `SELECT '${facet}', v, count(*)::int FROM library_resource r CROSS JOIN LATERAL unnest(${values[facet]}) v WHERE ${allBut(filter, facet)} GROUP BY v`);
  return [total, ...shares, tagsSql(filter)].join(' UNION ALL ');
}

/** Tags that a panel lists: those used most, and those chosen. */
const tagsShown = 60;

/** Several networks may spell one tag: it is counted once, as the oldest resource spells it. */
function tagsSql(filter: ResourceFilter): string {
  const chosen = filter.byFacet.get('tag');
  return `SELECT 'tag', shown.label, shown.count FROM (
    SELECT (array_agg(t.label ORDER BY r.created_at, r.id))[1] AS label, count(*)::int AS count FROM library_resource r CROSS JOIN LATERAL unnest(r.tags, r.tag_keys) AS t (label, key)
     WHERE ${allBut(filter, 'tag')} GROUP BY t.key ORDER BY ${chosen ? `${chosen.replace('r.tag_keys', 'ARRAY[t.key]')} DESC, ` : ''}2 DESC, 1 LIMIT ${tagsShown}) shown`;
}
