import { signal } from '@angular/core';
import * as Y from 'yjs';
import type { Replica } from './draft-sync-ports';

/** Marks what came from elsewhere, so that it is neither sent back nor undone by this person. */
const origins = { server: 'server', outbox: 'outbox' } as const;

/** The draft's Y.Doc in this tab. A new one takes its place when the server refused what was in it. */
export class DraftReplica implements Replica {
  readonly doc = signal(new Y.Doc());
  private readonly onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== origins.server && origin !== origins.outbox) this.edited(update);
  };

  constructor(private readonly edited: (update: Uint8Array) => void) {
    this.doc().on('update', this.onUpdate);
  }

  get clientId(): number {
    return this.doc().clientID;
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc());
  }

  apply(updates: readonly Uint8Array[], from: 'server' | 'outbox'): void {
    const doc = this.doc();
    // One transaction: the editor draws once for all that came together.
    Y.transact(doc, () => updates.forEach((update) => Y.applyUpdate(doc, update, origins[from])), origins[from], false);
  }

  missingFrom(stateVector: Uint8Array): Uint8Array | null {
    const theirs = Y.decodeStateVector(stateVector);
    const ours = Y.decodeStateVector(this.stateVector());
    const ahead = [...ours].some(([client, clock]) => clock > (theirs.get(client) ?? 0));
    return ahead ? Y.encodeStateAsUpdate(this.doc(), stateVector) : null;
  }

  hasGap(): boolean {
    return this.doc().store.pendingStructs !== null;
  }

  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc());
  }

  reset(): void {
    const former = this.doc();
    former.off('update', this.onUpdate);
    const next = new Y.Doc();
    next.on('update', this.onUpdate);
    this.doc.set(next);
    former.destroy();
  }
}
