import { type Principal, systemActor } from '@cohorte/platform/contract';
import { Database } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { Actor, ActorRole, MemberRole, SpaceKind } from '../contract';

interface RoleRow {
  space_id: string;
  space_kind: SpaceKind;
  role: MemberRole;
  via_structure_id: string | null;
  network_ids: string[];
}

const rolesOf = `
  SELECT r.space_id, r.space_kind, r.role, r.via_structure_id,
         CASE r.space_kind
           WHEN 'network' THEN ARRAY[r.space_id]
           WHEN 'cohort' THEN ARRAY[s.network_id]
           ELSE ARRAY(SELECT a.network_id FROM networks_affiliation a WHERE a.structure_id = r.space_id ORDER BY a.network_id)
         END AS network_ids
    FROM networks_roles_of($1) r JOIN networks_space s ON s.id = r.space_id
   ORDER BY r.space_id, r.role, r.via_structure_id`;

/** Tells what a person is, everywhere they belong. */
@Injectable()
export class ActorService {
  constructor(private readonly database: Database) {}

  async actorOf(principal: Principal): Promise<Actor> {
    const rows = await this.database.transaction(systemActor('networks'), (tx) => tx.query<RoleRow[]>(rolesOf, [principal.personId]));
    return { ...principal, roles: rows.map(toRole) };
  }
}

const toRole = (row: RoleRow): ActorRole => ({
  spaceId: row.space_id,
  spaceKind: row.space_kind,
  role: row.role,
  networkIds: row.network_ids,
  ...(row.via_structure_id ? { viaStructureId: row.via_structure_id } : {}),
});
