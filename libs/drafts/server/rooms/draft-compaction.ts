import { systemActor } from '@cohorte/platform/contract';
import { Database, Handles, job, Jobs } from '@cohorte/platform/server';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as Y from 'yjs';
import * as z from 'zod';
import { DraftCopy } from './draft-copy';
import { DraftHistory } from './draft-history';
import type { DraftSnapshot, JournalRow, StoredBytes } from './draft-history';
import { DraftRooms } from './draft-rooms';
import { treeOf } from '../projections/draft-tree';

export const compactDraft = job('drafts.compact', z.strictObject({ draftId: z.uuid() }), { attempts: 3 });

/** Rows after the snapshot, or their bytes, from which the next one is worth making. */
const worth = { rows: 500, bytes: 200_000 };
/** Once nobody writes any more, less is enough. */
const worthAtRest = { rows: 30, bytes: 20_000 };
/** Without a row for so long, nobody writes any more. */
const restMs = 4_000;
/** A draft that is written in without a rest is not compacted again sooner. */
const pauseMs = 20_000;

interface Tail {
  rows: number;
  bytes: number;
  orderedAt: number;
  seq: number;
  rest: NodeJS.Timeout | undefined;
}

const grown = (tail: Tail, enough: { rows: number; bytes: number }): boolean => tail.rows >= enough.rows || tail.bytes >= enough.bytes;

/**
 * Makes snapshots: what a newcomer needs, without what was deleted. Each is replayed and compared with the journal before the rows it
 * covers leave for the archive; a snapshot that differs is not kept, and somebody is told.
 */
@Injectable()
export class DraftCompaction implements OnModuleDestroy {
  private readonly logger = new Logger('drafts');
  private readonly tails = new Map<string, Tail>();

  constructor(
    private readonly database: Database,
    private readonly history: DraftHistory,
    private readonly jobs: Jobs,
    rooms: DraftRooms,
  ) {
    rooms.onAppended((draftId, seq, rows) => this.count(draftId, seq, rows));
    rooms.onOpened((draftId, seq, rows) => this.count(draftId, seq, rows));
    rooms.onForgotten((draftId) => this.tails.delete(draftId));
  }

  onModuleDestroy(): void {
    this.tails.forEach(({ rest }) => clearTimeout(rest));
  }

  @Handles(compactDraft)
  async compact({ draftId }: z.output<typeof compactDraft.schema>): Promise<void> {
    const stored = await this.history.stored(draftId);
    if (stored.rows.length < worthAtRest.rows && bytesIn(stored.rows) < worthAtRest.bytes) return;
    const snapshot = await this.snapshotOf(draftId, stored);
    if (!snapshot) return;
    await this.database.transaction(systemActor('drafts'), (tx) =>
      tx.query('SELECT drafts_compact($1, $2, $3, $4)', [draftId, snapshot.uptoSeq, Buffer.from(snapshot.bytes), Buffer.from(snapshot.stateVector)]));
  }

  /** Verified: replayed alone it is the same text, holds the same items and lacks the same ones. */
  private async snapshotOf(draftId: string, stored: StoredBytes): Promise<DraftSnapshot | null> {
    const whole = DraftCopy.from(stored);
    try {
      await nextTurn();
      const snapshot = { uptoSeq: stored.seq, bytes: Y.encodeStateAsUpdate(whole.doc), stateVector: Y.encodeStateVector(whole.doc) };
      await nextTurn();
      if (sameDraft(whole, snapshot)) return snapshot;
      this.logger.error({ draftId, seq: stored.seq }, 'a snapshot differs from its journal: it was not kept');
      return null;
    } finally {
      whole.destroy();
    }
  }

  private count(draftId: string, seq: number, rows: readonly JournalRow[]): void {
    const tail = this.tails.get(draftId) ?? { rows: 0, bytes: 0, orderedAt: 0, seq, rest: undefined };
    this.tails.set(draftId, tail);
    tail.seq = seq;
    tail.rows += rows.length;
    tail.bytes += bytesIn(rows);
    if (grown(tail, worth) && Date.now() - tail.orderedAt >= pauseMs) return this.orderNow(draftId, tail);
    if (tail.rest) tail.rest.refresh();
    else tail.rest = setTimeout(() => this.rested(draftId, tail), restMs).unref();
  }

  private rested(draftId: string, tail: Tail): void {
    tail.rest = undefined;
    if (grown(tail, worthAtRest)) this.orderNow(draftId, tail);
  }

  private orderNow(draftId: string, tail: Tail): void {
    Object.assign(tail, { rows: 0, bytes: 0, orderedAt: Date.now() });
    this.order(draftId, tail.seq);
  }

  /** Missed without harm: the next rows order it again. */
  private order(draftId: string, seq: number): void {
    this.jobs.add(compactDraft, { draftId }, { id: `drafts-compact-${draftId}-${seq}` }).catch((error: unknown) => this.logger.warn({ err: error, draftId }, 'a compaction could not be ordered'));
  }
}

const bytesIn = (rows: readonly JournalRow[]): number => rows.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);

/** Does the snapshot alone replay to this draft: the same items, the same ones deleted, the same tree? */
export function sameDraft(whole: DraftCopy, snapshot: DraftSnapshot): boolean {
  const again = DraftCopy.from({ seq: snapshot.uptoSeq, snapshot, rows: [] });
  try {
    return Y.equalSnapshots(Y.snapshot(whole.doc), Y.snapshot(again.doc)) && JSON.stringify(treeOf(whole.content)) === JSON.stringify(treeOf(again.content));
  } finally {
    again.destroy();
  }
}
