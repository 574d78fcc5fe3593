import { computed, signal } from '@angular/core';
import { atLeast } from '../../contract/draft';
import type { DraftRight } from '../../contract/draft';
import type { OutboxEdit, RefusedEdit } from './draft-outbox';
import type { Joined, SyncPorts } from './draft-sync-ports';
import { HeldRows } from './held-rows';
import { nextBatch } from './push-batch';
import { codeOf, failureOf } from './push-failure';
import type { PushFailure } from './push-failure';
import { newPushId } from './push-id';

export type SyncPhase = 'offline' | 'joining' | 'live' | 'ended';
export type Ending = 'right-withdrawn' | 'signed-out' | 'refused-too-often' | 'session-expired' | 'reload-needed' | 'not-found';

const firstPause = 500;
const longestPause = 20_000;
/** A predecessor may come a little late from another node. */
const gapPatience = 1_500;
/** Beyond this many answers «resync» to one push, only a pause and a new join can help. */
const patienceWithGaps = 3;

/**
 * Who owes what to whom: one push in flight, the rest waiting in the outbox, and a join whenever doubt arises.
 * Knows no socket, no database and no Yjs, so that every loss can be played in a spec.
 */
export class DraftSync {
  readonly phase = signal<SyncPhase>('offline');
  readonly right = signal<DraftRight>('reader');
  readonly ending = signal<Ending | null>(null);
  /** Which rows of the journal are in the replica. */
  readonly held = new HeldRows();
  readonly refused = signal<readonly RefusedEdit[]>([]);
  /** Edits of this device the server has not acknowledged. */
  readonly unsent = computed(() => this.unstored() + this.queue().reduce((sum, edit) => sum + edit.edits, 0));
  /** Edits on their way into the outbox: this tab alone holds them. */
  readonly unstored = signal(0);
  /** False once the outbox could not take an edit (a full disk): closing the tab would lose it. */
  readonly stores = signal(true);

  private readonly queue = signal<readonly OutboxEdit[]>([]);
  private readonly arriving: OutboxEdit[] = [];
  private sentHead: string | null = null;
  /** The epoch whose push is in flight: an answer that never comes holds up its own epoch only. */
  private pushing = -1;
  /** «Resync» answers in a row. */
  private gaps = 0;
  private connected = false;
  /** Rises with every join, so that answers to an earlier one change nothing but the outbox. */
  private epoch = 0;
  private pause = 0;
  private callOff: (() => void) | null = null;
  private gapCheck: (() => void) | null = null;
  private storing: Promise<void> = Promise.resolve();

  constructor(private readonly ports: SyncPorts) {}

  /** Work left by a tab that was closed takes its place before anything new. */
  async takeOver(): Promise<void> {
    await this.storing;
    const known = new Set(this.queue().map((edit) => edit.pushId));
    const left = (await this.ports.outbox.waiting()).filter((edit) => !known.has(edit.pushId));
    this.ports.replica.apply(left.map((edit) => edit.update), 'outbox');
    this.queue.update((queue) => [...queue, ...left].sort((one, other) => one.order - other.order));
    this.sentHead ??= left.length > 0 ? (this.queue()[0]?.pushId ?? null) : null;
  }

  online(): void {
    this.connected = true;
    if (this.phase() !== 'ended') void this.join();
  }

  offline(): void {
    this.connected = false;
    this.epoch += 1;
    this.cancelPause();
    if (this.phase() !== 'ended') this.phase.set('offline');
  }

  /** A local change of the text. Counted at once, so that nobody reads «saved» about it too early. */
  edited(update: Uint8Array): void {
    if (!atLeast(this.right(), 'suggester') && this.phase() === 'live') return;
    const { outbox } = this.ports;
    const edit: OutboxEdit = { ...outbox.identity(), pushId: newPushId(), order: outbox.nextOrder(), update, edits: 1 };
    this.unstored.update((count) => count + 1);
    this.arriving.push(edit);
    this.storing = this.storing.then(() => this.store());
  }

  /** One write at a time, of all that arrived during the one before: a slow disk is never a keystroke behind another. */
  private async store(): Promise<void> {
    const edits = this.arriving.splice(0);
    if (edits.length === 0) return;
    const stored = await this.ports.outbox.append(edits, this.phase() === 'live').then(() => true, () => false);
    if (!stored) this.stores.set(false);
    this.unstored.update((count) => count - edits.length);
    this.queue.update((queue) => [...queue, ...edits]);
    void this.pump();
  }

  /** Rows that follow each other, the last at `seq`. */
  received(seq: number, updates: readonly Uint8Array[]): void {
    this.ports.replica.apply(updates, 'server');
    this.held.take(seq - updates.length + 1, seq);
    if (this.lacksRows) this.watchGap();
  }

  private get lacksRows(): boolean {
    return this.held.hasHole || this.ports.replica.hasGap();
  }

  /** The server dropped what it owed us, or a predecessor never came. */
  resync(): void {
    if (this.connected && this.phase() === 'live') void this.join();
  }

  rightChanged(right: DraftRight): void {
    this.right.set(right);
    void this.pump();
  }

  end(ending: Ending): void {
    this.epoch += 1;
    this.cancelPause();
    this.ending.set(ending);
    this.phase.set('ended');
  }

  private async join(): Promise<void> {
    const epoch = ++this.epoch;
    this.phase.set('joining');
    try {
      await this.takeOver();
      const { replica, transport } = this.ports;
      // A text that lacks what it leans on is not what it says it is: it is read again from the first row.
      const joined = await transport.join(replica.stateVector(), replica.hasGap() ? 0 : this.held.upto);
      if (epoch === this.epoch) await this.settle(joined, epoch);
    } catch (error) {
      if (epoch === this.epoch) this.failed(failureOf(error));
    }
  }

  private async settle(joined: Joined, epoch: number): Promise<void> {
    this.ports.replica.apply(joined.updates, 'server');
    this.held.startAt(joined.seq);
    this.right.set(joined.right);
    await this.owedBeyondOutbox(joined.stateVector);
    if (epoch !== this.epoch) return;
    this.pause = 0;
    this.phase.set('live');
    void this.pump();
  }

  /** Where the browser keeps nothing, the text itself says what the server lacks. */
  private async owedBeyondOutbox(stateVector: Uint8Array): Promise<void> {
    if (this.unsent() > 0 || !atLeast(this.right(), 'suggester')) return;
    const missing = this.ports.replica.missingFrom(stateVector);
    if (missing) await this.enqueue(missing, []);
  }

  private async enqueue(update: Uint8Array, instead: readonly OutboxEdit[]): Promise<void> {
    const { outbox } = this.ports;
    const edits = Math.max(1, instead.reduce((sum, edit) => sum + edit.edits, 0));
    const order = instead[0]?.order ?? outbox.nextOrder();
    const edit: OutboxEdit = { ...outbox.identity(), pushId: newPushId(), order, update, edits };
    await this.exchange(instead, [edit]);
  }

  private async exchange(from: readonly OutboxEdit[], to: readonly OutboxEdit[]): Promise<void> {
    await this.ports.outbox.replace(from, to).catch(() => undefined);
    const gone = new Set(from.map((edit) => edit.pushId));
    this.queue.update((queue) => [...to, ...queue.filter((edit) => !gone.has(edit.pushId))].sort((one, other) => one.order - other.order));
    if (this.sentHead && gone.has(this.sentHead)) this.sentHead = null;
  }

  private async pump(): Promise<void> {
    if (this.pushing === this.epoch || this.callOff || this.phase() !== 'live') return;
    const batch = nextBatch(this.queue(), this.queue()[0]?.pushId === this.sentHead);
    if (!batch) return;
    const epoch = (this.pushing = this.epoch);
    if (batch.to[0] !== batch.from[0]) await this.exchange(batch.from, batch.to);
    const head = this.queue()[0];
    if (head && epoch === this.epoch) await this.send(head, epoch);
    if (this.pushing === epoch) this.pushing = -1;
    void this.pump();
  }

  private async send(head: OutboxEdit, epoch: number): Promise<void> {
    this.sentHead = head.pushId;
    try {
      const outcome = await this.ports.transport.push(head.pushId, head.update);
      if (outcome.outcome === 'saved') await this.saved(head, outcome.seq);
      else if (epoch === this.epoch) await this.answerGap(outcome.stateVector);
    } catch (error) {
      if (epoch === this.epoch) await this.notSaved(head, error);
    }
  }

  private async saved(head: OutboxEdit, seq: number): Promise<void> {
    this.pause = 0;
    this.gaps = 0;
    this.held.take(seq, seq);
    this.queue.update((queue) => queue.filter((edit) => edit.pushId !== head.pushId));
    if (this.sentHead === head.pushId) this.sentHead = null;
    await this.ports.outbox.acknowledged(head.pushId).catch(() => undefined);
  }

  /** The server lacks a predecessor: everything it lacks goes in one piece, in place of what waited. */
  private async answerGap(stateVector: Uint8Array): Promise<void> {
    this.gaps += 1;
    if (this.gaps > patienceWithGaps) return this.failed('later');
    await this.storing;
    const waiting = this.queue();
    const missing = this.ports.replica.missingFrom(stateVector);
    if (missing) return this.enqueue(missing, waiting);
    await this.exchange(waiting, []);
  }

  private async notSaved(head: OutboxEdit, error: unknown): Promise<void> {
    const failure = failureOf(error);
    if (failure === 'refused') return this.keepAside(codeOf(error));
    if (failure === 'rename') return this.exchange([head], [{ ...head, pushId: newPushId() }]);
    this.failed(failure);
  }

  /** What follows a refused edit stands on it: all that waits is kept aside and the text starts again from the server's. */
  private async keepAside(code: string): Promise<void> {
    await this.storing;
    const refused = this.queue().map((edit) => ({ ...edit, code, at: Date.now() }));
    await this.ports.outbox.refuse(refused).catch(() => undefined);
    this.refused.update((known) => [...known, ...refused]);
    this.queue.set([]);
    this.sentHead = null;
    this.ports.replica.reset();
    this.held.clear();
    void this.join();
  }

  private failed(failure: PushFailure): void {
    if (failure === 'gone' || failure === 'refused') return this.end('not-found');
    if (failure === 'session-expired' || failure === 'reload-needed') return this.end(failure);
    this.phase.set(this.connected ? 'joining' : 'offline');
    if (!this.connected) return;
    this.cancelPause();
    this.pause = Math.min(longestPause, this.pause * 2 || firstPause);
    this.callOff = this.ports.later(this.pause, () => {
      this.callOff = null;
      void this.join();
    });
  }

  private watchGap(): void {
    this.gapCheck ??= this.ports.later(gapPatience, () => {
      this.gapCheck = null;
      if (this.lacksRows) this.resync();
    });
  }

  private cancelPause(): void {
    this.callOff?.();
    this.callOff = null;
  }
}
