import { Config } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { DraftHistory } from './draft-history';
import type { JournalRow, StoredBytes } from './draft-history';

/** What a row costs in memory beside its bytes. */
const rowCost = 160;
/** Rows a returning browser may lack and still be told one by one, instead of the whole. */
const mostMissedRows = 2_000;

const own = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);

/** One draft's stored bytes, kept as they are: what a newcomer is sent. */
export class StockedDraft implements StoredBytes {
  readonly snapshot: StoredBytes['snapshot'];
  readonly rows: JournalRow[];
  size: number;

  constructor(stored: StoredBytes) {
    this.snapshot = stored.snapshot;
    this.rows = [...stored.rows];
    this.size = (stored.snapshot?.bytes.byteLength ?? 0) + stored.rows.reduce((sum, { bytes }) => sum + bytes.byteLength + rowCost, 0);
  }

  get seq(): number {
    return this.rows.at(-1)?.seq ?? this.snapshot?.uptoSeq ?? 0;
  }

  /** Everything, to be applied in this order. */
  get updates(): Uint8Array[] {
    return [...(this.snapshot ? [this.snapshot.bytes] : []), ...this.rows.map((row) => row.bytes)];
  }

  /** The rows above a position, when they are all here. */
  above(seq: number): Uint8Array[] | null {
    if (seq < (this.snapshot?.uptoSeq ?? 0) || seq > this.seq || seq === 0) return null;
    return this.rows.slice(this.rows.length - (this.seq - seq)).map((row) => row.bytes);
  }

  /** False when rows in between are missing here. */
  append(rows: readonly JournalRow[]): boolean {
    for (const { seq, bytes } of rows) {
      if (seq <= this.seq) continue;
      if (seq !== this.seq + 1) return false;
      // A row that came by a socket is a window on the whole packet it came in.
      this.rows.push({ seq, bytes: own(bytes) });
      this.size += bytes.byteLength + rowCost;
    }
    return true;
  }
}

interface Loading {
  readonly stored: Promise<StockedDraft>;
  readonly late: JournalRow[];
}

/**
 * The bytes newcomers are sent, read once however many come and shared by all rooms. It holds so much and no more: the draft asked
 * for longest ago leaves first, and is read again when somebody comes.
 */
@Injectable()
export class DraftStock {
  private readonly drafts = new Map<string, StockedDraft>();
  private readonly loading = new Map<string, Loading>();
  private size = 0;

  constructor(
    private readonly history: DraftHistory,
    private readonly config: Config,
  ) {}

  /** What is here now, counted as asked for. */
  peek(draftId: string): StockedDraft | undefined {
    const found = this.drafts.get(draftId);
    if (!found) return undefined;
    this.drafts.delete(draftId);
    this.drafts.set(draftId, found);
    return found;
  }

  of(draftId: string): Promise<StockedDraft> {
    const found = this.peek(draftId);
    return found ? Promise.resolve(found) : this.load(draftId);
  }

  /** What a room read when it opened. */
  keep(draftId: string, stored: StoredBytes): void {
    this.forget(draftId);
    this.put(draftId, new StockedDraft(stored));
  }

  append(draftId: string, rows: readonly JournalRow[]): void {
    this.loading.get(draftId)?.late.push(...rows);
    const found = this.drafts.get(draftId);
    if (!found) return;
    const before = found.size;
    const whole = found.append(rows);
    this.size += found.size - before;
    if (whole) this.makeRoom();
    else this.forget(draftId);
  }

  forget(draftId: string): void {
    this.size -= this.drafts.get(draftId)?.size ?? 0;
    this.drafts.delete(draftId);
  }

  /** Rows above a position that were moved out of the way, when they are few. */
  async missed(draftId: string, seq: number, upto: number): Promise<Uint8Array[] | null> {
    if (upto - seq > mostMissedRows) return null;
    const rows = await this.history.since(draftId, seq, mostMissedRows);
    return rows[0]?.seq === seq + 1 ? rows.filter((row) => row.seq <= upto).map((row) => row.bytes) : null;
  }

  private load(draftId: string): Promise<StockedDraft> {
    const already = this.loading.get(draftId);
    if (already) return already.stored;
    const late: JournalRow[] = [];
    const stored = this.history.stored(draftId).then((read) => {
      const draft = new StockedDraft(read);
      if (!draft.append(late)) return draft;
      this.forget(draftId);
      this.put(draftId, draft);
      return draft;
    }).finally(() => this.loading.delete(draftId));
    this.loading.set(draftId, { stored, late });
    return stored;
  }

  private put(draftId: string, draft: StockedDraft): void {
    this.drafts.set(draftId, draft);
    this.size += draft.size;
    this.makeRoom();
  }

  private makeRoom(): void {
    for (const draftId of this.drafts.keys()) {
      if (this.size <= this.config.value.draftCacheBytes || this.drafts.size <= 1) return;
      this.forget(draftId);
    }
  }
}
