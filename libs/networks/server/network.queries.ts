import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type Actor, type NetworkCard, type NetworkStructure, obligationOf, rolesIn } from '../contract';
import { type StructureRow, structureColumns, toStructureCard } from './structure-row';

/** A structure's card with what only some may know; `is_open` tells whether the reader may. */
interface NetworkStructureRow extends StructureRow {
  is_open: boolean;
  is_subject_to_code: boolean;
  purchase_year: number | null;
  purchase_amount: string | null;
  lead_id: string | null;
  people_count: number;
  lead_invited: boolean;
}

/** Rows of another domain's tables are never joined: names of leads are asked for by id. */
export interface NetworkStructureWithLead {
  readonly structure: NetworkStructure;
  readonly leadId: string | null;
}

const structuresSql = `
  SELECT ${structureColumns}, t.is_subject_to_code, t.id IN (SELECT networks_open_spaces(platform_person())) AS is_open,
         p.year AS purchase_year, p.amount AS purchase_amount, l.person_id AS lead_id, coalesce(c.people, 0)::int AS people_count, i.id IS NOT NULL AS lead_invited
    FROM networks_affiliation a
    JOIN networks_structure t ON t.id = a.structure_id
    LEFT JOIN LATERAL (SELECT year, amount FROM networks_purchase WHERE structure_id = t.id ORDER BY year DESC LIMIT 1) p ON true
    LEFT JOIN networks_membership l ON l.space_id = t.id AND l.role = 'lead' AND l.ended_at IS NULL
    LEFT JOIN LATERAL (SELECT count(DISTINCT person_id) AS people FROM networks_membership WHERE space_id = t.id AND ended_at IS NULL) c ON true
    LEFT JOIN LATERAL (SELECT id FROM networks_invitation WHERE space_id = t.id AND role = 'lead' AND accepted_at IS NULL AND revoked_at IS NULL LIMIT 1) i ON true
   WHERE a.network_id = $1
   ORDER BY lower(t.name), t.id`;

/** Reads networks as the transaction's actor may see them. */
@Injectable()
export class NetworkQueries {
  async find(tx: Tx, networkId: string): Promise<NetworkCard | null> {
    const [row] = await tx.query<NetworkCard[]>('SELECT id, name, slug, region FROM networks_network WHERE id = $1', [networkId]);
    return row ?? null;
  }

  async listFor(tx: Tx, actor: Actor) {
    const networks = await tx.query<NetworkCard[]>('SELECT id, name, slug, region FROM networks_network ORDER BY lower(name), id');
    const mine = await tx.query<{ network_id: string; id: string; name: string }[]>(
      `SELECT a.network_id, t.id, t.name FROM networks_affiliation a JOIN networks_structure t ON t.id = a.structure_id
        WHERE t.id = ANY ($1) ORDER BY lower(t.name), t.id`,
      [actor.roles.filter((held) => held.spaceKind === 'structure').map((held) => held.spaceId)],
    );
    return networks.map((network) => ({
      ...network,
      roles: rolesIn(actor, network.id),
      structures: mine.filter((row) => row.network_id === network.id).map(({ id, name }) => ({ id, name })),
    }));
  }

  async structuresOf(tx: Tx, networkId: string): Promise<NetworkStructureWithLead[]> {
    return (await tx.query<NetworkStructureRow[]>(structuresSql, [networkId])).map(toNetworkStructure);
  }
}

function toNetworkStructure(row: NetworkStructureRow): NetworkStructureWithLead {
  const purchases = row.purchase_year === null ? null : { year: row.purchase_year, amount: Number(row.purchase_amount) };
  const known = row.is_open
    ? {
        peopleCount: row.people_count,
        obligation: obligationOf({ isLegalPerson: row.is_legal_person, isSubjectToCode: row.is_subject_to_code, purchases }),
        leadInvited: row.lead_invited,
      }
    : { peopleCount: null, obligation: null, leadInvited: null };
  return { structure: { ...toStructureCard(row), leadName: null, ...known }, leadId: row.lead_id };
}
