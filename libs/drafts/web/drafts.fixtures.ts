import * as Y from 'yjs';
import type { PushOutcome } from '../contract/drafts.contract';
import type { DraftRight } from '../contract/draft';
import type { OutboxEdit, RefusedEdit } from './sync/draft-outbox';
import { DraftReplica } from './sync/draft-replica';
import { DraftSync } from './sync/draft-sync';
import type { Joined, SyncOutbox, SyncTransport } from './sync/draft-sync-ports';

export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
};

type Answer = 'save' | 'lose-answer' | 'lose-message' | 'hang' | { code: string; kind: string };

/** A server in memory: journal, push ids, and mishaps on demand. */
export class FakeServer implements SyncTransport {
  readonly doc = new Y.Doc();
  readonly pushes: { pushId: string; update: Uint8Array }[] = [];
  readonly saved = new Map<string, number>();
  readonly next: Answer[] = [];
  right: DraftRight = 'editor';
  joins = 0;
  joinError: { code: string; kind: string } | null = null;
  release: (() => void)[] = [];

  async join(stateVector: Uint8Array): Promise<Joined> {
    this.joins += 1;
    if (this.joinError) throw this.joinError;
    return { seq: this.saved.size, right: this.right, updates: [Y.encodeStateAsUpdate(this.doc, stateVector)], stateVector: Y.encodeStateVector(this.doc) };
  }

  async push(pushId: string, update: Uint8Array): Promise<PushOutcome> {
    this.pushes.push({ pushId, update });
    const answer = this.next.shift() ?? 'save';
    if (typeof answer === 'object') throw answer;
    if (answer === 'lose-message') throw { kind: 'offline', code: 'platform.offline' };
    if (answer === 'hang') await new Promise<void>((resolve) => this.release.push(resolve));
    const outcome = this.journal(pushId, update);
    if (answer === 'lose-answer') throw { kind: 'offline', code: 'platform.offline' };
    return outcome;
  }

  text(): string {
    return this.doc.getText('t').toString();
  }

  private journal(pushId: string, update: Uint8Array): PushOutcome {
    const known = this.saved.get(pushId);
    if (known !== undefined) return { outcome: 'saved', seq: known };
    const trial = new Y.Doc();
    Y.applyUpdate(trial, Y.encodeStateAsUpdate(this.doc));
    Y.applyUpdate(trial, update);
    if (trial.store.pendingStructs) return { outcome: 'resync', stateVector: new Uint8Array(Y.encodeStateVector(this.doc)) };
    Y.applyUpdate(this.doc, update);
    this.saved.set(pushId, this.saved.size + 1);
    return { outcome: 'saved', seq: this.saved.size };
  }
}

export class FakeOutbox implements SyncOutbox {
  rows: OutboxEdit[] = [];
  aside: RefusedEdit[] = [];
  private order = 0;
  identity() {
    return { personId: 'p', draftId: 'd' };
  }
  nextOrder() {
    return ++this.order;
  }
  /** Set by a spec: how the next writes go. */
  disk: Promise<void> = Promise.resolve();
  writes = 0;
  async append(edits: readonly OutboxEdit[]) {
    this.writes += 1;
    await this.disk;
    this.rows.push(...edits);
  }
  async replace(from: readonly OutboxEdit[], to: readonly OutboxEdit[]) {
    const gone = new Set(from.map((row) => row.pushId));
    this.rows = [...this.rows.filter((row) => !gone.has(row.pushId)), ...to];
  }
  async acknowledged(pushId: string) {
    this.rows = this.rows.filter((row) => row.pushId !== pushId);
  }
  async refuse(refused: readonly RefusedEdit[]) {
    this.aside.push(...refused);
    const gone = new Set(refused.map((row) => row.pushId));
    this.rows = this.rows.filter((row) => !gone.has(row.pushId));
  }
  async waiting() {
    return [...this.rows];
  }
}

export interface Tab {
  sync: DraftSync;
  replica: DraftReplica;
  type(text: string): void;
  text(): string;
  pauses: (() => void)[];
}

export function openTab(server: FakeServer, outbox: FakeOutbox): Tab {
  const pauses: (() => void)[] = [];
  const replica: DraftReplica = new DraftReplica((update) => sync.edited(update));
  const sync: DraftSync = new DraftSync({
    replica, transport: server, outbox,
    later: (_, work) => {
      pauses.push(work);
      return () => void pauses.splice(pauses.indexOf(work), 1);
    },
  });
  const text = (): Y.Text => replica.doc().getText('t');
  return { sync, replica, pauses, type: (typed) => text().insert(text().length, typed), text: () => text().toString() };
}
