import { type SearchEntry, type SearchSource, SearchSources, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

interface FoundStructure {
  readonly name: string;
  readonly short_name: string | null;
  readonly kind: string;
  readonly town: string | null;
  readonly network_ids: string[];
  readonly cohort_ids: string[];
}

/** How structures are found: by name and town, by those who may read them (`space.policy.ts`). */
@Injectable()
export class StructureSearch implements SearchSource {
  readonly domain = 'networks';

  constructor(sources: SearchSources) {
    sources.register(this);
  }

  async entryOf(tx: Tx, id: string): Promise<SearchEntry | null> {
    const [structure] = await tx.query<FoundStructure[]>(
      `SELECT name, short_name, kind, town,
         ARRAY(SELECT network_id FROM networks_affiliation WHERE structure_id = s.id) AS network_ids,
         ARRAY(SELECT space_id FROM networks_membership WHERE structure_id = s.id AND ended_at IS NULL) AS cohort_ids
       FROM networks_structure s WHERE id = $1`, [id]);
    if (!structure) return null;
    const { name, short_name: shortName, kind, town, network_ids: networkIds, cohort_ids: cohortIds } = structure;
    return {
      id, domain: this.domain, kind, title: name, summary: town ?? '', path: `/structures/${id}`, keywords: shortName ? [shortName] : [], facets: {}, quality: 0.5,
      access: [`space:${id}`, `space:${id}:guest`, ...networkIds.map((networkId) => `network:${networkId}` as const), ...cohortIds.map((cohortId) => `space:${cohortId}` as const)],
    };
  }
}
