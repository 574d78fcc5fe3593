import * as Y from 'yjs';
import { contentField, documentLimits, firstMissing } from '../contract';
import type { ReadUpdate, RefusalReason } from '../contract';
import { misplaced } from './draft-placement';
import type { DraftJournalContent } from './draft-history';

/** The copy in memory no longer equals the journal: it must be thrown away and read again. */
export class SpoiledCopy extends Error {
  constructor(readonly reason: RefusalReason) {
    super(`The draft's copy was spoiled: ${reason}`);
  }
}

/** One draft in memory, as its journal tells it. */
export class DraftCopy {
  readonly doc = new Y.Doc();
  readonly content = this.doc.getXmlFragment(contentField);
  private whole: { readonly seq: number; readonly update: Uint8Array } | null = null;

  private constructor(
    /** Position up to which every row of the journal is in the copy. */
    public seq: number,
    private readonly writers: Map<number, string | null>,
  ) {}

  /** Replays a journal; rows that would wait for others are a broken journal, never a shorter document. */
  static from(journal: DraftJournalContent): DraftCopy {
    const copy = new DraftCopy(journal.seq, new Map(journal.writers));
    copy.doc.transact(() => journal.rows.forEach((row) => Y.applyUpdate(copy.doc, row.bytes)));
    if (copy.waits()) throw new SpoiledCopy('misplaced');
    return copy;
  }

  belongsToSomeoneElse(client: number, personId: string): boolean {
    const owner = this.writers.get(client);
    return owner !== undefined && owner !== personId;
  }

  unknownWriters(update: ReadUpdate): number {
    return [...update.structs.keys()].filter((client) => !this.writers.has(client)).length;
  }

  claim(clients: Iterable<number>, personId: string): void {
    for (const client of clients) if (!this.writers.has(client)) this.writers.set(client, personId);
  }

  lacksPredecessors(update: ReadUpdate): boolean {
    return firstMissing(update, (client) => Y.getState(this.doc.store, client)) !== null;
  }

  /** Applies a read update; says whether it brought anything. Throws SpoiledCopy when what came in may not stay. */
  apply(bytes: Uint8Array, update: ReadUpdate | null): boolean {
    let changed = false;
    const notice = (): void => void (changed = true);
    this.doc.on('update', notice);
    try {
      Y.applyUpdate(this.doc, bytes);
    } catch {
      throw new SpoiledCopy('misplaced');
    } finally {
      this.doc.off('update', notice);
    }
    const reason = this.waits() ? 'misplaced' : update && misplaced(this.doc, this.content, update.toPlace);
    if (reason) throw new SpoiledCopy(reason);
    return changed;
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /** Everything above a state vector; a storm of newcomers is served from one encoding. */
  above(stateVector: Uint8Array): Uint8Array {
    if (stateVector.byteLength > 1) return Y.encodeStateAsUpdate(this.doc, stateVector);
    if (this.whole?.seq !== this.seq) this.whole = { seq: this.seq, update: Y.encodeStateAsUpdate(this.doc) };
    return this.whole.update;
  }

  destroy(): void {
    this.doc.destroy();
  }

  private waits(): boolean {
    return this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null;
  }
}

export const tooManyNewWriters = (copy: DraftCopy, update: ReadUpdate): boolean => copy.unknownWriters(update) > documentLimits.newClientIdsPerUpdate;
