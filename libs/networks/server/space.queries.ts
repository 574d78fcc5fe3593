import { AppError } from '@cohorte/platform/contract';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type Actor, can, type MemberRole, type SpaceAction, type SpaceFacts, type SpaceKind, type StructureCard } from '../contract';
import { type StructureRow, structureColumns, toStructureCard } from './structure-row';

const factsSql = `
  SELECT s.id, s.kind, coalesce(n.name, t.name, s.name) AS name,
         CASE s.kind WHEN 'network' THEN ARRAY[s.id] WHEN 'cohort' THEN ARRAY[s.network_id]
           ELSE ARRAY(SELECT a.network_id FROM networks_affiliation a WHERE a.structure_id = s.id) END AS network_ids,
         ARRAY(SELECT m.space_id FROM networks_membership m WHERE m.structure_id = s.id AND m.ended_at IS NULL) AS cohort_ids
    FROM networks_space s
    LEFT JOIN networks_network n ON n.id = s.id
    LEFT JOIN networks_structure t ON t.id = s.id
   WHERE s.id = $1`;

interface FactsRow {
  id: string;
  kind: SpaceKind;
  name: string;
  network_ids: string[];
  cohort_ids: string[];
}

export interface NamedSpace extends SpaceFacts {
  readonly name: string;
}

/** A person in a space, directly or through a structure that takes part in it. */
export interface SpacePerson {
  readonly personId: string;
  readonly role: MemberRole;
  readonly structureId: string | null;
}

/** Reads spaces as the transaction's actor may see them. */
@Injectable()
export class SpaceQueries {
  async find(tx: Tx, spaceId: string): Promise<NamedSpace | null> {
    const [row] = await tx.query<FactsRow[]>(factsSql, [spaceId]);
    return row ? { id: row.id, kind: row.kind, name: row.name, networkIds: row.network_ids, cohortIds: row.cohort_ids } : null;
  }

  /** Those the transaction may not see are not in the map. */
  async namesOf(tx: Tx, spaceIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; name: string }[]>(
      `SELECT s.id, coalesce(n.name, t.name, s.name) AS name FROM networks_space s
         LEFT JOIN networks_network n ON n.id = s.id LEFT JOIN networks_structure t ON t.id = s.id
        WHERE s.id = ANY ($1)`,
      [[...new Set(spaceIds)]],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** The space, if the actor may do this to it: what must not be known of answers «not found», the rest «forbidden». */
  async allowed(tx: Tx, actor: Actor, action: SpaceAction, spaceId: string): Promise<NamedSpace> {
    const space = await this.find(tx, spaceId);
    if (!space || !can(actor, 'read', space)) throw new AppError('not-found', 'networks.space-unknown');
    if (!can(actor, action, space)) throw new AppError('forbidden', 'networks.not-allowed');
    return space;
  }

  /** Structures of a network, or those that take part in a cohort; a structure answers itself. */
  async structuresOf(tx: Tx, spaceId: string): Promise<StructureCard[]> {
    const rows = await tx.query<StructureRow[]>(
      `SELECT ${structureColumns} FROM networks_structure t
        WHERE t.id = $1
           OR t.id IN (SELECT structure_id FROM networks_affiliation WHERE network_id = $1)
           OR t.id IN (SELECT structure_id FROM networks_membership WHERE space_id = $1 AND structure_id IS NOT NULL AND ended_at IS NULL)
        ORDER BY lower(t.name), t.id`,
      [spaceId],
    );
    return rows.map(toStructureCard);
  }

  /** Cohorts that stand in a network. */
  cohortsOf(tx: Tx, networkId: string): Promise<{ id: string; name: string }[]> {
    return tx.query(`SELECT id, name FROM networks_space WHERE network_id = $1 AND kind = 'cohort' ORDER BY lower(name), id`, [networkId]);
  }

  /** Everyone in a space, those brought by their structures included. */
  async peopleOf(tx: Tx, spaceId: string): Promise<SpacePerson[]> {
    const rows = await tx.query<{ person_id: string; role: MemberRole; structure_id: string | null }[]>(
      `SELECT m.person_id, m.role, NULL::uuid AS structure_id FROM networks_membership m
        WHERE m.space_id = $1 AND m.person_id IS NOT NULL AND m.ended_at IS NULL
       UNION ALL
       SELECT p.person_id, p.role, p.space_id FROM networks_membership c
         JOIN networks_membership p ON p.space_id = c.structure_id AND p.person_id IS NOT NULL AND p.ended_at IS NULL AND p.role IN ('lead', 'member')
        WHERE c.space_id = $1 AND c.structure_id IS NOT NULL AND c.ended_at IS NULL
        ORDER BY 3 NULLS FIRST, 2, 1`,
      [spaceId],
    );
    return rows.map((row) => ({ personId: row.person_id, role: row.role, structureId: row.structure_id }));
  }

  async hasLeft(tx: Tx, spaceId: string, personId: string): Promise<boolean> {
    const [row] = await tx.query<{ gone: boolean }[]>(
      `SELECT NOT EXISTS (SELECT FROM networks_roles_of($2) r WHERE r.space_id = $1)
          AND EXISTS (SELECT FROM networks_membership m WHERE m.person_id = $2 AND m.space_id = $1
            UNION ALL SELECT FROM networks_membership c JOIN networks_membership p ON p.space_id = c.structure_id AND p.person_id = $2 WHERE c.space_id = $1) AS gone`,
      [spaceId, personId],
    );
    return row?.gone === true;
  }

  /** Of hospital groups: the name of the establishment that carries their purchasing. */
  async supportNames(tx: Tx, groupIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ parent_id: string; name: string }[]>(
      `SELECT parent_id, coalesce(short_name, name) AS name FROM networks_structure WHERE parent_id = ANY ($1) AND group_role = 'support'`,
      [groupIds],
    );
    return new Map(rows.map((row) => [row.parent_id, row.name]));
  }

  /** Structures whose invited lead has not answered yet, as far as the transaction's actor may know. */
  async awaitingLead(tx: Tx, structureIds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ space_id: string }[]>(
      `SELECT DISTINCT space_id FROM networks_invitation WHERE space_id = ANY ($1) AND role = 'lead' AND accepted_at IS NULL AND revoked_at IS NULL`,
      [structureIds],
    );
    return new Set(rows.map((row) => row.space_id));
  }
}
