import { AppError, systemActor } from '@cohorte/platform/contract';
import { Database } from '@cohorte/platform/server';
import type { Tx } from '@cohorte/platform/server';
import { Injectable, Logger } from '@nestjs/common';
import { createHash } from 'node:crypto';

export interface JournalRow {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

export interface DraftSnapshot {
  readonly uptoSeq: number;
  readonly bytes: Uint8Array;
  readonly stateVector: Uint8Array;
}

/** A draft as it is stored: a snapshot, when there is one, and every row after it without a hole. */
export interface StoredBytes {
  /** Position of the last row. */
  readonly seq: number;
  readonly snapshot: DraftSnapshot | null;
  readonly rows: readonly JournalRow[];
}

export interface DraftContent extends StoredBytes {
  /** Whose each Yjs client id is; null is the application's own seed. */
  readonly writers: ReadonlyMap<number, string | null>;
  /** The sort of document it is. */
  readonly kind?: string;
}

interface Row {
  seq: string;
  bytes: Buffer;
}

const toRow = (row: Row): JournalRow => ({ seq: Number(row.seq), bytes: row.bytes });

/** Reads the journal, moved to the archive or not. Whoever asks has been allowed before: rooms are opened by the service only. */
@Injectable()
export class DraftHistory {
  private readonly logger = new Logger('drafts');

  constructor(private readonly database: Database) {}

  /** What a draft is made of. A hole or an empty journal is an error, never an empty document. */
  async load(draftId: string): Promise<DraftContent> {
    return this.asDrafts(async (tx) => {
      const stored = await this.storedIn(tx, draftId);
      const writers = await tx.query<{ client_id: string; person_id: string | null }[]>(
        'SELECT client_id, person_id FROM drafts_client WHERE draft_id = $1', [draftId]);
      const [draft] = await tx.query<{ kind: string }[]>('SELECT kind FROM drafts_draft WHERE id = $1', [draftId]);
      return { ...stored, kind: draft?.kind, writers: new Map(writers.map((row) => [Number(row.client_id), row.person_id])) };
    });
  }

  /** The same without its writers, for those who come in when the room is open already. */
  stored(draftId: string): Promise<StoredBytes> {
    return this.asDrafts((tx) => this.storedIn(tx, draftId));
  }

  /** Every row since the first, as if there had never been a snapshot. */
  async whole(draftId: string): Promise<StoredBytes> {
    return this.asDrafts(async (tx) => this.complete(tx, draftId, await this.seqIn(tx, draftId), null));
  }

  /** At most `most` rows, oldest first. */
  since(draftId: string, seq: number, most: number | null = null): Promise<JournalRow[]> {
    return this.asDrafts(async (tx) =>
      (await tx.query<Row[]>('SELECT seq, bytes FROM drafts_history WHERE draft_id = $1 AND seq > $2 ORDER BY seq LIMIT $3', [draftId, seq, most])).map(toRow));
  }

  /** Where an update sent before was saved, when it was. */
  async seqOfPush(draftId: string, pushId: string): Promise<number | null> {
    const rows = await this.asDrafts((tx) =>
      tx.query<{ seq: string }[]>('SELECT seq FROM drafts_history WHERE draft_id = $1 AND push_id = $2', [draftId, pushId]));
    return rows[0] ? Number(rows[0].seq) : null;
  }

  /** How far these drafts have come, on any node. */
  async positions(draftIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.asDrafts((tx) => tx.query<{ id: string; seq: string }[]>('SELECT id, seq FROM drafts_draft WHERE id = ANY ($1)', [draftIds]));
    return new Map(rows.map((row) => [row.id, Number(row.seq)]));
  }

  private asDrafts<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(systemActor('drafts'), work);
  }

  private async storedIn(tx: Tx, draftId: string): Promise<StoredBytes> {
    const seq = await this.seqIn(tx, draftId);
    const snapshot = await this.snapshotIn(tx, draftId);
    return this.complete(tx, draftId, Math.max(seq, snapshot?.uptoSeq ?? 0), snapshot);
  }

  private async seqIn(tx: Tx, draftId: string): Promise<number> {
    const [draft] = await tx.query<{ seq: string }[]>('SELECT seq FROM drafts_draft WHERE id = $1', [draftId]);
    return Number(draft?.seq ?? 0);
  }

  /** The latest snapshot; one whose bytes are not those that were written is never used. */
  private async snapshotIn(tx: Tx, draftId: string): Promise<DraftSnapshot | null> {
    const [row] = await tx.query<{ upto_seq: string; bytes: Buffer; state_vector: Buffer; digest: Buffer }[]>(
      'SELECT upto_seq, bytes, state_vector, digest FROM drafts_snapshot WHERE draft_id = $1 ORDER BY upto_seq DESC LIMIT 1', [draftId]);
    if (!row) return null;
    if (!createHash('sha256').update(row.bytes).update(row.state_vector).digest().equals(row.digest)) {
      this.logger.error({ draftId, uptoSeq: row.upto_seq }, 'a snapshot cannot be read: the journal is replayed instead');
      return null;
    }
    return { uptoSeq: Number(row.upto_seq), bytes: row.bytes, stateVector: row.state_vector };
  }

  private async complete(tx: Tx, draftId: string, seq: number, snapshot: DraftSnapshot | null): Promise<StoredBytes> {
    const from = snapshot?.uptoSeq ?? 0;
    const rows = await tx.query<Row[]>('SELECT seq, bytes FROM drafts_history WHERE draft_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq', [draftId, from, seq]);
    if (seq === 0 || rows.length !== seq - from) throw new AppError('unavailable', 'drafts.cannot-load', { seq });
    return { seq, snapshot, rows: rows.map(toRow) };
  }
}
