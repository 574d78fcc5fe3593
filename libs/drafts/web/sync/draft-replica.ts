import { signal } from '@angular/core';
import * as Y from 'yjs';
import type { Replica } from './draft-sync-ports';

/** Marks what came from elsewhere, so that it is neither sent back nor undone by this person. */
const origins = { server: 'server', outbox: 'outbox', kept: 'kept' } as const;

/** The draft's Y.Doc in this tab. A new one takes its place when the server refused what was in it. */
export class DraftReplica implements Replica {
  readonly doc = signal(new Y.Doc());
  /** How far the server has told each writer's work: it never lacks that, whatever an older answer of its says. */
  private readonly told = new Map<number, number>();
  private readonly onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (!Object.values<unknown>(origins).includes(origin)) this.edited(update);
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

  apply(updates: readonly Uint8Array[], from: keyof typeof origins): void {
    const doc = this.doc();
    if (from === 'server') updates.forEach((update) => this.hear(update));
    // One transaction: the editor draws once for all that came together.
    Y.transact(doc, () => updates.forEach((update) => Y.applyUpdate(doc, update, origins[from])), origins[from], false);
  }

  /** What is here and neither in the server's vector nor told by it since: never another's work that arrived while one waited. */
  missingFrom(stateVector: Uint8Array): Uint8Array | null {
    const theirs = Y.decodeStateVector(stateVector);
    for (const [client, clock] of this.told) if (clock > (theirs.get(client) ?? 0)) theirs.set(client, clock);
    const ours = Y.decodeStateVector(this.stateVector());
    const ahead = [...ours].some(([client, clock]) => clock > (theirs.get(client) ?? 0));
    return ahead ? Y.encodeStateAsUpdate(this.doc(), Y.encodeStateVector(theirs)) : null;
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
    this.told.clear();
    const next = new Y.Doc();
    next.on('update', this.onUpdate);
    this.doc.set(next);
    former.destroy();
  }

  private hear(update: Uint8Array): void {
    for (const [client, clock] of Y.parseUpdateMeta(update).to) if (clock > (this.told.get(client) ?? 0)) this.told.set(client, clock);
  }
}
