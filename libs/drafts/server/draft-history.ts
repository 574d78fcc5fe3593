import { AppError, systemActor } from '@cohorte/platform/contract';
import { Database } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

export interface JournalRow {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

export interface DraftJournalContent {
  /** Position of the last row; rows run from 1 to it without a hole. */
  readonly seq: number;
  readonly rows: readonly JournalRow[];
  /** Whose each Yjs client id is; null is the application's own seed. */
  readonly writers: ReadonlyMap<number, string | null>;
}

interface Row {
  seq: string;
  bytes: Buffer;
}

const toRow = (row: Row): JournalRow => ({ seq: Number(row.seq), bytes: row.bytes });

/** Reads the journal. Whoever asks has been allowed before: rooms are opened by the service only. */
@Injectable()
export class DraftHistory {
  constructor(private readonly database: Database) {}

  /** The whole journal of a draft. A hole or an empty journal is an error, never an empty document. */
  async load(draftId: string): Promise<DraftJournalContent> {
    const content = await this.database.transaction(systemActor('drafts'), async (tx) => {
      const [draft] = await tx.query<{ seq: string }[]>('SELECT seq FROM drafts_draft WHERE id = $1', [draftId]);
      const seq = Number(draft?.seq ?? 0);
      const rows = await tx.query<Row[]>('SELECT seq, bytes FROM drafts_update WHERE draft_id = $1 AND seq <= $2 ORDER BY seq', [draftId, seq]);
      const writers = await tx.query<{ client_id: string; person_id: string | null }[]>(
        'SELECT client_id, person_id FROM drafts_client WHERE draft_id = $1', [draftId]);
      return { seq, rows: rows.map(toRow), writers: new Map(writers.map((row) => [Number(row.client_id), row.person_id])) };
    });
    if (content.seq === 0 || content.rows.length !== content.seq) throw new AppError('unavailable', 'drafts.cannot-load', { seq: content.seq });
    return content;
  }

  since(draftId: string, seq: number): Promise<JournalRow[]> {
    return this.database.transaction(systemActor('drafts'), async (tx) =>
      (await tx.query<Row[]>('SELECT seq, bytes FROM drafts_update WHERE draft_id = $1 AND seq > $2 ORDER BY seq', [draftId, seq])).map(toRow));
  }

  /** Where an update sent before was saved, when it was. */
  async seqOfPush(draftId: string, pushId: string): Promise<number | null> {
    const rows = await this.database.transaction(systemActor('drafts'), (tx) =>
      tx.query<{ seq: string }[]>('SELECT seq FROM drafts_update WHERE draft_id = $1 AND push_id = $2', [draftId, pushId]));
    return rows[0] ? Number(rows[0].seq) : null;
  }
}
