import { computed, effect, signal } from '@angular/core';
import type { EffectRef, Injector } from '@angular/core';
import type { RealtimeClient } from '@cohorte/platform/web';
import { draftRights } from '../../contract/draft';
import type { DraftRight } from '../../contract/draft';
import type { PresenceCursor } from '../../contract/drafts.contract';
import { DraftConnection } from './draft-connection';
import type { DraftNews } from './draft-connection';
import type { DraftOutbox, KeptDraft } from './draft-outbox';
import { without, withEntries } from './draft-presence';
import type { Presence } from './draft-presence';
import { DraftReplica } from './draft-replica';
import { savedState } from './draft-saved-state';
import { DraftSync } from './draft-sync';
import type { SyncOutbox } from './draft-sync-ports';

export interface SessionSubject {
  readonly personId: string;
  readonly draftId: string;
  readonly title: string;
  readonly ownerName: string;
  readonly right: DraftRight;
  readonly blocks: readonly string[] | null;
}

export interface SessionParts {
  readonly realtime: RealtimeClient;
  readonly outbox: DraftOutbox;
  readonly injector: Injector;
}

/** A text of sixty pages is about 300 kB: kept after a pause, not at every key. */
const keepAfter = 8_000;
/** The first time sooner: a text opened for a moment is worth having offline. */
const firstKeepAfter = 1_000;
/** How long the server may take before the text of this device is shown instead. */
const patience = 3_000;

const jittered = (milliseconds: number): number => milliseconds * (0.5 + Math.random());

function outboxOf(outbox: DraftOutbox, personId: string, draftId: string): SyncOutbox {
  return {
    identity: () => ({ personId, draftId }),
    nextOrder: () => outbox.nextOrder(),
    append: (edits, online) => outbox.append(edits, online ? 'relaxed' : 'strict'),
    replace: (from, to) => outbox.replace(from, to),
    acknowledged: (pushId) => outbox.acknowledged(pushId),
    refuse: (refused) => outbox.refuse(refused),
    waiting: () => outbox.waiting(personId, draftId),
  };
}

/** One draft open in this tab: its text, its exchange with the server, who is there, and whether all is saved. */
export class DraftSession {
  readonly replica = new DraftReplica((update) => this.sync.edited(update));
  readonly sync: DraftSync;
  readonly presence = signal<Presence>(new Map());
  /** Only these people's carets are drawn; null draws everybody's. */
  readonly drawnPeople = signal<ReadonlySet<string> | null>(null);
  /** True once there is a text to show: the server's, or the one kept on this device. */
  readonly ready = signal(false);
  readonly keeps = computed(() => this.hasOutbox() && this.sync.stores());
  readonly saved = computed(() =>
    savedState({
      phase: this.sync.phase(), right: this.sync.right(), ending: this.sync.ending(),
      unsent: this.sync.unsent(), unstored: this.sync.unstored(), refused: this.sync.refused().length, keeps: this.keeps(),
    }),
  );

  private readonly hasOutbox = signal(true);
  private readonly connection: DraftConnection;
  private readonly effects: EffectRef[] = [];
  private readonly stops: (() => void)[] = [];
  private keepTimer: ReturnType<typeof setTimeout> | null = null;
  private hasKept = false;
  private subject: SessionSubject;

  constructor(subject: SessionSubject, private readonly parts: SessionParts) {
    this.subject = subject;
    this.connection = new DraftConnection(parts.realtime, subject.draftId, () => this.replica.clientId, this.news());
    this.sync = new DraftSync({
      replica: this.replica,
      transport: this.connection,
      outbox: outboxOf(parts.outbox, subject.personId, subject.draftId),
      later: (milliseconds, work) => {
        const timer = setTimeout(work, jittered(milliseconds));
        return () => clearTimeout(timer);
      },
    });
    this.sync.right.set(subject.right);
  }

  /** Shows what this device kept, takes over unsent work, then joins as soon as there is a connection. */
  async open(): Promise<void> {
    const { outbox, realtime } = this.parts;
    const { personId, draftId } = this.subject;
    this.hasOutbox.set(await outbox.keeps());
    const kept = await outbox.kept(personId, draftId).catch(() => null);
    if (kept) this.restore(kept);
    this.sync.refused.set(await outbox.refused(personId, draftId).catch(() => []));
    await this.sync.takeOver().catch(() => undefined);
    this.follow(kept !== null);
    realtime.connect();
    if (realtime.status() === 'online') this.sync.online();
  }

  tell(cursor: PresenceCursor | null): void {
    this.connection.tell(cursor);
  }

  renamed(title: string): void {
    this.subject = { ...this.subject, title };
    this.keepSoon();
  }

  async forgetRefused(): Promise<void> {
    await this.parts.outbox.forgetRefused(this.subject.personId, this.subject.draftId).catch(() => undefined);
    this.sync.refused.set([]);
  }

  close(): void {
    for (const stop of this.stops.splice(0)) stop();
    for (const running of this.effects.splice(0)) running.destroy();
    if (this.keepTimer) void this.keepNow();
    this.connection.leave();
  }

  private news(): DraftNews {
    return {
      updated: (seq, updates) => this.sync.received(seq, updates),
      present: (entries, complete) => this.presence.update((known) => withEntries(complete ? new Map() : known, entries)),
      left: (key) => this.presence.update((known) => without(known, key)),
      rightChanged: (right) => this.sync.rightChanged(right),
      closed: (reason) => this.closedByServer(reason),
      resync: () => this.sync.resync(),
    };
  }

  private closedByServer(reason: 'right-withdrawn' | 'signed-out' | 'refused-too-often'): void {
    this.sync.end(reason === 'signed-out' ? 'session-expired' : reason);
    this.presence.set(new Map());
    if (reason === 'right-withdrawn') void this.forgetText();
  }

  private async forgetText(): Promise<void> {
    this.cancelKeep();
    await this.parts.outbox.forgetState(this.subject.personId, this.subject.draftId).catch(() => undefined);
  }

  private restore(kept: KeptDraft): void {
    this.replica.apply([kept.state], 'kept');
    this.sync.held.startAt(kept.upto ?? 0);
    this.sync.right.set(draftRights.find((right) => right === kept.right) ?? this.subject.right);
  }

  private follow(hasKept: boolean): void {
    const { realtime, injector } = this.parts;
    this.stops.push(realtime.onOnline(() => this.sync.online()));
    this.effects.push(
      effect(() => {
        const status = realtime.status();
        if (status === 'signed-out') this.sync.end('session-expired');
        else if (status !== 'online') this.sync.offline();
      }, { injector, manualCleanup: true }),
      effect(() => this.onPhase(this.sync.phase()), { injector, manualCleanup: true }),
    );
    if (hasKept) {
      const timer = setTimeout(() => this.ready.set(true), realtime.status() === 'online' ? patience : patience / 3);
      this.stops.push(() => clearTimeout(timer));
    }
    const onHide = (): void => {
      if (document.visibilityState === 'hidden' && this.keepTimer) void this.keepNow();
    };
    document.addEventListener('visibilitychange', onHide);
    this.stops.push(() => document.removeEventListener('visibilitychange', onHide));
    this.stops.push(this.watchText(), this.warnBeforeLeaving());
  }

  /** The browser asks before the tab closes, only while the server lacks something. */
  private warnBeforeLeaving(): () => void {
    const warn = (event: BeforeUnloadEvent): void => {
      if (this.sync.unsent() > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }

  private onPhase(phase: string): void {
    if (phase === 'offline') this.presence.set(new Map());
    if (phase !== 'live') return;
    this.ready.set(true);
    this.keepSoon();
  }

  private watchText(): () => void {
    const keep = (): void => this.keepSoon();
    let watched = this.replica.doc();
    watched.on('update', keep);
    const running = effect(() => {
      watched.off('update', keep);
      watched = this.replica.doc();
      watched.on('update', keep);
    }, { injector: this.parts.injector, manualCleanup: true });
    return () => {
      running.destroy();
      watched.off('update', keep);
    };
  }

  private keepSoon(): void {
    this.keepTimer ??= setTimeout(() => void this.keepNow(), this.hasKept ? keepAfter : firstKeepAfter);
  }

  private cancelKeep(): void {
    if (this.keepTimer) clearTimeout(this.keepTimer);
    this.keepTimer = null;
  }

  private async keepNow(): Promise<void> {
    this.cancelKeep();
    if (!this.ready() || this.sync.ending() === 'right-withdrawn' || this.replica.hasGap()) return;
    this.hasKept = true;
    const { personId, draftId, title, ownerName, blocks } = this.subject;
    const kept = { personId, draftId, title, ownerName, blocks, right: this.sync.right(), upto: this.sync.held.upto, state: this.replica.state(), at: Date.now() };
    await this.parts.outbox.keep(kept).catch(() => undefined);
  }
}
