import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { Purchases, StructureCard } from '../contract';
import { type StructureRow, structureColumns, toStructureCard } from './structure-row';

interface Named {
  id: string;
  name: string;
}

/** Results of a search for a structure to affiliate. */
const foundMax = 20;

const likePattern = (text: string): string => `%${text.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Reads structures as the transaction's actor may see them. */
@Injectable()
export class StructureQueries {
  async list(tx: Tx, networkId?: string): Promise<StructureCard[]> {
    const rows = await tx.query<StructureRow[]>(
      `SELECT ${structureColumns} FROM networks_structure t
        WHERE $1::uuid IS NULL OR t.id IN (SELECT structure_id FROM networks_affiliation WHERE network_id = $1)
        ORDER BY lower(t.name), t.id`,
      [networkId ?? null],
    );
    return rows.map(toStructureCard);
  }

  async byIds(tx: Tx, ids: readonly string[]): Promise<StructureCard[]> {
    const rows = await tx.query<StructureRow[]>(`SELECT ${structureColumns} FROM networks_structure t WHERE t.id = ANY ($1) ORDER BY lower(t.name), t.id`, [ids]);
    return rows.map(toStructureCard);
  }

  async establishmentsOf(tx: Tx, structureId: string): Promise<StructureCard[]> {
    const rows = await tx.query<StructureRow[]>(
      `SELECT ${structureColumns} FROM networks_structure t WHERE t.parent_id = $1 ORDER BY t.group_role = 'support' DESC NULLS LAST, lower(t.name), t.id`,
      [structureId],
    );
    return rows.map(toStructureCard);
  }

  networksOf(tx: Tx, structureId: string): Promise<Named[]> {
    return tx.query<Named[]>(
      'SELECT n.id, n.name FROM networks_affiliation a JOIN networks_network n ON n.id = a.network_id WHERE a.structure_id = $1 ORDER BY lower(n.name), n.id',
      [structureId],
    );
  }

  cohortsOf(tx: Tx, structureId: string): Promise<Named[]> {
    return tx.query<Named[]>(
      `SELECT s.id, s.name FROM networks_membership m JOIN networks_space s ON s.id = m.space_id
        WHERE m.structure_id = $1 AND m.ended_at IS NULL ORDER BY lower(s.name), s.id`,
      [structureId],
    );
  }

  /** The figure of the latest year given. */
  async purchasesOf(tx: Tx, structureId: string): Promise<Purchases | null> {
    const [row] = await tx.query<{ year: number; amount: string }[]>(
      'SELECT year, amount FROM networks_purchase WHERE structure_id = $1 ORDER BY year DESC LIMIT 1',
      [structureId],
    );
    return row ? { year: row.year, amount: Number(row.amount) } : null;
  }

  /** Sum of the latest figures of the establishments below a structure, as far as the reader may know them. */
  async establishmentPurchases(tx: Tx, structureId: string): Promise<{ amount: number; counted: number; total: number } | null> {
    const [row] = await tx.query<{ amount: string | null; counted: number; total: number }[]>(
      `SELECT sum(p.amount) AS amount, count(p.amount)::int AS counted, count(*)::int AS total FROM networks_structure t
         LEFT JOIN LATERAL (SELECT amount FROM networks_purchase WHERE structure_id = t.id ORDER BY year DESC LIMIT 1) p ON true
        WHERE t.parent_id = $1 AND t.is_legal_person`,
      [structureId],
    );
    // Figures the reader may not know count for nothing: a sum of none would read as a figure.
    return row && row.counted > 0 ? { amount: Number(row.amount ?? 0), counted: row.counted, total: row.total } : null;
  }

  /** Structures outside a network by a part of their name or town; asked by an animator, names of public bodies only. */
  async outside(tx: Tx, networkId: string, text: string): Promise<StructureCard[]> {
    const rows = await tx.query<StructureRow[]>(
      `SELECT ${structureColumns} FROM networks_structure t
        WHERE (lower(t.name) LIKE $2 OR lower(coalesce(t.short_name, '')) LIKE $2 OR lower(coalesce(t.town, '')) LIKE $2)
          AND NOT EXISTS (SELECT FROM networks_affiliation a WHERE a.structure_id = t.id AND a.network_id = $1)
        ORDER BY lower(t.name), t.id LIMIT ${foundMax}`,
      [networkId, likePattern(text)],
    );
    return rows.map(toStructureCard);
  }

  /** A structure of this network that bears the name already, whatever its case. */
  async namesake(tx: Tx, networkId: string, name: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      `SELECT t.id FROM networks_structure t JOIN networks_affiliation a ON a.structure_id = t.id WHERE a.network_id = $1 AND lower(t.name) = lower($2) LIMIT 1`,
      [networkId, name],
    );
    return row?.id ?? null;
  }

  async holderOfSiret(tx: Tx, siret: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>('SELECT id FROM networks_structure WHERE siret = $1', [siret]);
    return row?.id ?? null;
  }
}
