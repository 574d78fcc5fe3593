import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { Draft, DraftAccess, DraftGrant, DraftPerson, DraftRight, GrantableRight } from '../contract';

interface DraftRow {
  id: string;
  kind: string;
  title: string;
  owner_space_id: string;
  owner_name: string | null;
  seq: string;
  created_at: Date;
  updated_at: Date;
  access: DraftRight | null;
}

interface GrantRow {
  id: string;
  person_id: string | null;
  space_id: string | null;
  name: string | null;
  access: GrantableRight;
  created_at: Date;
}

const columns = `d.id, d.kind, d.title, d.owner_space_id, drafts_space_name(d.owner_space_id) AS owner_name, d.seq, d.created_at, d.updated_at,
  drafts_access_of(d.id, d.owner_space_id) AS access`;
const listed = 200;

export interface FoundDraft {
  readonly draft: Omit<Draft, 'right'>;
  readonly access: DraftAccess;
}

/** Reads drafts as the transaction's actor may see them: row-level security is the filter of every list. */
@Injectable()
export class DraftQueries {
  async find(tx: Tx, draftId: string): Promise<FoundDraft | null> {
    const [row] = await tx.query<DraftRow[]>(`SELECT ${columns} FROM drafts_draft d WHERE d.id = $1`, [draftId]);
    if (!row) return null;
    const [network] = await tx.query<{ id: string | null }[]>('SELECT drafts_cohort_network($1) AS id', [row.owner_space_id]);
    const grants = await this.grants(tx, draftId);
    const held = grants.map(({ personId, spaceId, right }) => ({ personId, spaceId, right }));
    return { draft: toDraft(row), access: { ownerSpaceId: row.owner_space_id, ownerNetworkId: network?.id ?? null, grants: held } };
  }

  async list(tx: Tx, spaceId?: string): Promise<Draft[]> {
    const rows = await tx.query<DraftRow[]>(
      `SELECT ${columns} FROM drafts_draft d WHERE $1::uuid IS NULL OR d.owner_space_id = $1 ORDER BY d.updated_at DESC, d.id LIMIT ${listed}`,
      [spaceId ?? null],
    );
    return rows.flatMap((row) => (row.access ? [{ ...toDraft(row), right: row.access }] : []));
  }

  async readableAmong(tx: Tx, draftIds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }[]>('SELECT d.id FROM drafts_draft d WHERE d.id = ANY ($1) AND drafts_rank_of(d.id, d.owner_space_id) > 0', [draftIds]);
    return new Set(rows.map((row) => row.id));
  }

  async grants(tx: Tx, draftId: string): Promise<DraftGrant[]> {
    const rows = await tx.query<GrantRow[]>(
      `SELECT g.id, g.person_id, g.space_id, g.access, g.created_at, coalesce(n.name, drafts_space_name(g.space_id)) AS name
         FROM drafts_grant g LEFT JOIN LATERAL identity_names(ARRAY[g.person_id]) n ON g.person_id IS NOT NULL
        WHERE g.draft_id = $1 ORDER BY g.created_at, g.id`,
      [draftId],
    );
    return rows.map(toGrant);
  }

  /** Those who wrote in it, first to last. */
  async people(tx: Tx, draftId: string): Promise<DraftPerson[]> {
    const rows = await tx.query<{ person_id: string; name: string | null }[]>(
      `SELECT c.person_id, n.name FROM (
         SELECT person_id, min(created_at) AS since FROM drafts_client WHERE draft_id = $1 AND person_id IS NOT NULL GROUP BY person_id) c
         LEFT JOIN LATERAL identity_names(ARRAY[c.person_id]) n ON true ORDER BY c.since`,
      [draftId],
    );
    return rows.map((row) => ({ personId: row.person_id, name: row.name ?? '' }));
  }

  /** Everyone who may read it, by name. */
  async readers(tx: Tx, draftId: string): Promise<DraftPerson[]> {
    const rows = await tx.query<{ person_id: string; name: string }[]>('SELECT person_id, name FROM drafts_readers($1)', [draftId]);
    return rows.map((row) => ({ personId: row.person_id, name: row.name }));
  }

  async nameOf(tx: Tx, personId: string): Promise<string | null> {
    const rows = await tx.query<{ name: string | null }[]>('SELECT name FROM identity_names(ARRAY[$1::uuid])', [personId]);
    return rows[0]?.name ?? null;
  }

  async nameOfSpace(tx: Tx, spaceId: string): Promise<string | null> {
    const rows = await tx.query<{ name: string | null }[]>('SELECT drafts_space_name($1) AS name', [spaceId]);
    return rows[0]?.name ?? null;
  }
}

const toDraft = (row: DraftRow): Omit<Draft, 'right'> => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  ownerSpaceId: row.owner_space_id,
  ownerName: row.owner_name ?? '',
  seq: Number(row.seq),
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
});

const toGrant = (row: GrantRow): DraftGrant => ({
  id: row.id,
  personId: row.person_id,
  spaceId: row.space_id,
  name: row.name ?? '',
  right: row.access,
  createdAt: row.created_at.toISOString(),
});
