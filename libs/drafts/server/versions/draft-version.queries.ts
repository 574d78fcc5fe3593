import { systemActor } from '@cohorte/platform/contract';
import { Database } from '@cohorte/platform/server';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { sessionLimits } from '../../contract';
import type { DraftPerson, VersionKind } from '../../contract';
import type { HistoryRow } from './version-replay';

/** Where the whole journal is read: rows that compaction set aside are part of it. */
const journal = 'drafts_history';

/** Work without a pause, in the order of the journal. */
export interface Session {
  readonly from: number;
  readonly upto: number;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly writers: readonly string[];
}

/** A position someone wanted to keep, or that a restoration left. */
export interface VersionMark {
  readonly seq: number;
  readonly kind: Exclude<VersionKind, 'auto'>;
  readonly name: string | null;
  readonly createdBy: string;
  readonly restores: number | null;
}

interface SessionRow {
  first: string;
  upto: string;
  started_at: Date;
  ended_at: Date;
  writers: string[];
}

interface MarkRow {
  seq: string;
  kind: VersionMark['kind'];
  name: string | null;
  created_by: string;
  restores: string | null;
}

/** The first row is the application's and stands alone; a mark ends a session, like a pause; a long one is cut by the clock. */
const sessions = `
  WITH edits AS (
    SELECT u.seq, u.person_id, u.created_at,
        (u.seq = 2 OR u.created_at - lag(u.created_at) OVER (ORDER BY u.seq) > make_interval(mins => ${sessionLimits.pauseMinutes})
          OR EXISTS (SELECT FROM drafts_version v WHERE v.draft_id = u.draft_id AND v.seq = u.seq - 1))::int AS starts
      FROM ${journal} u WHERE u.draft_id = $1 AND u.seq <= $2),
  worked AS (SELECT *, sum(starts) OVER (ORDER BY seq) AS session FROM edits),
  timed AS (SELECT *, floor(extract(epoch FROM created_at - first_value(created_at) OVER (PARTITION BY session ORDER BY seq)) / ${sessionLimits.lastsHours * 3600}) AS part FROM worked),
  written AS (SELECT session, part, person_id, count(*) AS edits, min(seq) AS first, max(seq) AS upto, min(created_at) AS started_at, max(created_at) AS ended_at
      FROM timed GROUP BY session, part, person_id)
  SELECT min(first) AS first, max(upto) AS upto, min(started_at) AS started_at, max(ended_at) AS ended_at,
      coalesce(array_agg(person_id ORDER BY edits DESC, person_id) FILTER (WHERE person_id IS NOT NULL), '{}') AS writers
    FROM written GROUP BY session, part ORDER BY 2`;

/** Reads what a draft's past is made of. Whoever asks has been allowed before. */
@Injectable()
export class DraftVersionQueries {
  constructor(private readonly database: Database) {}

  /** The journal from after a position, at most so many rows at once. */
  rows(draftId: string, after: number, atMost: number): Promise<HistoryRow[]> {
    return this.asDrafts(async (tx) => {
      const rows = await tx.query<{ seq: string; person_id: string | null; created_at: Date; bytes: Buffer }[]>(
        `SELECT seq, person_id, created_at, bytes FROM ${journal} WHERE draft_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`, [draftId, after, atMost]);
      return rows.map((row) => ({ seq: Number(row.seq), personId: row.person_id, at: row.created_at.getTime(), bytes: row.bytes }));
    });
  }

  writers(draftId: string): Promise<Map<number, string | null>> {
    return this.asDrafts(async (tx) => {
      const rows = await tx.query<{ client_id: string; person_id: string | null }[]>('SELECT client_id, person_id FROM drafts_client WHERE draft_id = $1', [draftId]);
      return new Map(rows.map((row) => [Number(row.client_id), row.person_id]));
    });
  }

  sessions(draftId: string, upto: number): Promise<Session[]> {
    return this.asDrafts(async (tx) => {
      const rows = await tx.query<SessionRow[]>(sessions, [draftId, upto]);
      return rows.map((row) => ({ from: Number(row.first), upto: Number(row.upto), startedAt: row.started_at, endedAt: row.ended_at, writers: row.writers }));
    });
  }

  marks(draftId: string): Promise<VersionMark[]> {
    return this.asDrafts(async (tx) => {
      const rows = await tx.query<MarkRow[]>('SELECT seq, kind, name, created_by, restores FROM drafts_version WHERE draft_id = $1 ORDER BY seq, id', [draftId]);
      return rows.map((row) => ({ seq: Number(row.seq), kind: row.kind, name: row.name, createdBy: row.created_by, restores: row.restores === null ? null : Number(row.restores) }));
    });
  }

  /** An erased account has no name left. */
  people(personIds: readonly string[]): Promise<DraftPerson[]> {
    return this.asDrafts(async (tx) => {
      const wanted = [...new Set(personIds)];
      const rows = await tx.query<{ id: string; name: string | null }[]>(
        'SELECT p.id, n.name FROM unnest($1::uuid[]) p(id) LEFT JOIN LATERAL identity_names(ARRAY[p.id]) n ON true', [wanted]);
      return rows.map(({ id, name }) => ({ personId: id, name: name ?? '' }));
    });
  }

  async mark(tx: Tx, draftId: string, mark: VersionMark & { readonly id: string; readonly createdAt: Date }): Promise<void> {
    await tx.query(
      `INSERT INTO drafts_version (id, draft_id, seq, kind, name, created_by, created_at, restores) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (draft_id, seq) WHERE kind = 'named' DO UPDATE SET name = EXCLUDED.name`,
      [mark.id, draftId, mark.seq, mark.kind, mark.name, mark.createdBy, mark.createdAt, mark.restores]);
  }

  async unname(tx: Tx, draftId: string, seq: number): Promise<void> {
    await tx.query(`DELETE FROM drafts_version WHERE draft_id = $1 AND seq = $2 AND kind = 'named'`, [draftId, seq]);
  }

  private asDrafts<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(systemActor('drafts'), work);
  }
}
