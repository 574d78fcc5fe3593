import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { StructureKind } from '../contract';
import { elevated } from './elevation';

/**
 * What rules of other domains look at in a structure; not for showing: its purchases are known to few. A group without legal personality is
 * what its establishments are: its people buy for them, and a hospital group is many SIRETs.
 */
export interface StructureStanding {
  readonly id: string;
  readonly name: string;
  readonly kind: StructureKind;
  readonly isSubjectToCode: boolean;
  readonly department: string | null;
  /** Euros without tax in the latest year given. */
  readonly purchases: number | null;
  readonly cohortIds: readonly string[];
}

const factsSql = `
  SELECT t.id, coalesce(t.short_name, t.name) AS name, t.kind,
         t.is_subject_to_code OR (NOT t.is_legal_person AND EXISTS (SELECT FROM networks_structure e WHERE e.parent_id = t.id AND e.is_subject_to_code)) AS "isSubjectToCode",
         coalesce(t.department, (SELECT e.department FROM networks_structure e
           WHERE NOT t.is_legal_person AND e.parent_id = t.id AND e.department IS NOT NULL ORDER BY e.group_role = 'support' DESC NULLS LAST, e.id LIMIT 1)) AS department,
         (SELECT p.amount::float8 FROM networks_purchase p WHERE p.structure_id = t.id ORDER BY p.year DESC LIMIT 1) AS purchases,
         ARRAY(SELECT m.space_id FROM networks_membership m WHERE m.structure_id = t.id AND m.ended_at IS NULL) AS "cohortIds"
    FROM networks_structure t WHERE t.id = ANY ($1) ORDER BY lower(t.name), t.id`;

/** Tells other domains what their rules need of structures, whoever acts. */
@Injectable()
export class StructureFacts {
  of(tx: Tx, ids: readonly string[]): Promise<StructureStanding[]> {
    return ids.length === 0 ? Promise.resolve([]) : elevated(tx, () => tx.query<StructureStanding[]>(factsSql, [[...new Set(ids)]]));
  }

  /** Names for lists that the reader may see anyway. */
  async namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    return new Map((await this.of(tx, ids)).map(({ id, name }) => [id, name]));
  }
}
