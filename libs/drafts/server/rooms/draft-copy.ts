import { AppError } from '@cohorte/platform/contract';
import * as Y from 'yjs';
import { contentField } from '../../contract';
import type { StoredBytes } from './draft-history';

/** One draft as a tree, made for one look at it and thrown away: rooms hold none. */
export class DraftCopy {
  readonly doc = new Y.Doc();
  readonly content = this.doc.getXmlFragment(contentField);

  private constructor(
    /** The position it shows. */
    readonly seq: number,
  ) {}

  /** Replays what is stored; rows that would wait for others are a broken journal, never a shorter document. */
  static from({ seq, snapshot, rows }: StoredBytes): DraftCopy {
    const copy = new DraftCopy(seq);
    try {
      copy.doc.transact(() => {
        if (snapshot) Y.applyUpdate(copy.doc, snapshot.bytes);
        rows.forEach((row) => Y.applyUpdate(copy.doc, row.bytes));
      });
    } catch {
      throw new AppError('unavailable', 'drafts.cannot-load', { seq });
    }
    if (copy.waits) throw new AppError('unavailable', 'drafts.cannot-load', { seq });
    return copy;
  }

  destroy(): void {
    this.doc.destroy();
  }

  private get waits(): boolean {
    return this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null;
  }
}
