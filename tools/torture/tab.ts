import '@angular/compiler';
import { Injector, runInInjectionContext } from '@angular/core';
import { Decoder, Encoder } from '@cohorte/platform/contract';
import { IDBFactory } from 'fake-indexeddb';
import { io, type Socket } from 'socket.io-client';
import type { CloseReason } from '../../libs/drafts/contract/drafts.contract';
import { DraftConnection } from '../../libs/drafts/web/sync/draft-connection';
import type { DraftNews } from '../../libs/drafts/web/sync/draft-connection';
import { DraftOutbox } from '../../libs/drafts/web/sync/draft-outbox';
import { DraftReplica } from '../../libs/drafts/web/sync/draft-replica';
import { savedState } from '../../libs/drafts/web/sync/draft-saved-state';
import { DraftSync } from '../../libs/drafts/web/sync/draft-sync';
import type { SyncOutbox } from '../../libs/drafts/web/sync/draft-sync-ports';
import { openOutboxDatabase } from '../../libs/drafts/web/sync/outbox-database';
import { OPEN_SOCKET, RealtimeClient } from '../../libs/platform/web/realtime-client';

/** Everything that speaks the live protocol here, and it is the browser's own code: only the page around it is missing. */

let devices = 0;

/** One browser of one person: what survives its tabs. */
export class Device {
  readonly number = (devices += 1);
  /** Refused edits its owner has been shown. */
  refusalsSeen = 0;
  private readonly disk = new IDBFactory();

  constructor(
    readonly personId: string,
    readonly cookie: string,
  ) {}

  outbox(): DraftOutbox {
    return new DraftOutbox(() => {
      Object.assign(globalThis, { indexedDB: this.disk });
      return openOutboxDatabase();
    });
  }
}

export interface TabOptions {
  readonly device: Device;
  readonly draftId: string;
  readonly url: string;
  readonly transports?: ('polling' | 'websocket')[];
}

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

export function openSocket(url: string, cookie: string, transports: ('polling' | 'websocket')[] = ['websocket']): Socket {
  return io(url, {
    path: '/live', parser: { Encoder, Decoder }, transports, autoConnect: false, forceNew: true, extraHeaders: { cookie, origin: url },
    reconnectionDelay: 100, reconnectionDelayMax: 1_500, randomizationFactor: 0.7, timeout: 8_000,
  });
}

/** One draft open in one tab, as DraftSession wires it, without a page. */
export class Tab {
  readonly replica: DraftReplica;
  readonly sync: DraftSync;
  readonly socket: Socket;
  readonly outbox: DraftOutbox;
  closedFor: CloseReason | null = null;
  onSent: (pushId: string, update: Uint8Array) => void = () => undefined;
  private readonly realtime: RealtimeClient;
  private readonly connection: DraftConnection;
  private closed = false;
  private timers = new Set<NodeJS.Timeout>();

  constructor(readonly options: TabOptions) {
    const { device, draftId, url, transports } = options;
    this.socket = openSocket(url, device.cookie, transports);
    const injector = Injector.create({ providers: [{ provide: OPEN_SOCKET, useValue: () => Promise.resolve(this.socket) }] });
    this.realtime = runInInjectionContext(injector, () => new RealtimeClient());
    this.replica = new DraftReplica((update) => this.sync.edited(update));
    this.connection = new DraftConnection(this.realtime, draftId, () => this.replica.clientId, this.news());
    this.outbox = device.outbox();
    this.sync = new DraftSync({
      replica: this.replica,
      transport: { join: (vector, seq) => this.alive(() => this.connection.join(vector, seq)), push: (pushId, update) => this.alive(() => this.sent(pushId, update)) },
      outbox: this.disk(),
      later: (milliseconds, work) => this.later(milliseconds, work),
    });
    this.socket.on('disconnect', () => this.closed || this.sync.offline());
    this.socket.on('connect_error', ({ message }) => void (message === 'platform.sign-in-needed' && this.sync.end('session-expired')));
    this.realtime.onOnline(() => this.sync.online());
  }

  async open(): Promise<void> {
    const kept = await this.outbox.kept(this.options.device.personId, this.options.draftId);
    if (kept) {
      this.replica.apply([kept.state], 'kept');
      this.sync.held.startAt(kept.upto ?? 0);
    }
    this.sync.refused.set(await this.outbox.refused(this.options.device.personId, this.options.draftId));
    await this.sync.takeOver();
    this.realtime.connect();
  }

  /** What the flag on the page says. */
  get flag(): string {
    const { phase, right, ending, unsent, unstored, refused } = this.sync;
    return savedState({ phase: phase(), right: right(), ending: ending(), unsent: unsent(), unstored: unstored(), refused: refused().length, keeps: true }).kind;
  }

  get isClosed(): boolean {
    return this.closed;
  }

  /** Raw, beside the tab's own exchange: what a doubled or forged message would look like. */
  push(pushId: string, update: Uint8Array): Promise<unknown> {
    return this.connection.push(pushId, update);
  }

  /** Knocks again, whatever the tab was told. */
  rejoin(): Promise<unknown> {
    return this.connection.join(this.replica.stateVector(), 0);
  }

  point(bytes: Uint8Array<ArrayBuffer>): void {
    if (!this.closed) this.connection.tell({ anchor: bytes, head: bytes });
  }

  /** Keeps the text on the device, as the page does after a pause. */
  async keep(): Promise<void> {
    if (this.closed || this.replica.hasGap() || this.sync.phase() !== 'live') return;
    const { personId } = this.options.device;
    await this.outbox.keep({
      personId, draftId: this.options.draftId, title: 'Torture', ownerName: 'CHU', right: this.sync.right(), state: this.replica.state(), upto: this.sync.held.upto, at: Date.now(),
    });
  }

  /** The tab is gone between two instructions: nothing it had begun goes on, what its outbox holds stays. */
  kill(): void {
    this.closed = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.socket.removeAllListeners();
    this.socket.disconnect();
  }

  private sent(pushId: string, update: Uint8Array): ReturnType<DraftConnection['push']> {
    this.onSent(pushId, update);
    return this.connection.push(pushId, update);
  }

  private news(): DraftNews {
    return {
      updated: (seq, updates) => this.closed || this.sync.received(seq, updates),
      present: () => undefined,
      left: () => undefined,
      rightChanged: (right) => this.closed || this.sync.rightChanged(right),
      closed: (reason) => this.endedByServer(reason),
      resync: () => this.closed || this.sync.resync(),
    };
  }

  private endedByServer(reason: CloseReason): void {
    if (this.closed) return;
    this.closedFor = reason;
    this.sync.end(reason === 'signed-out' ? 'session-expired' : reason);
  }

  private alive<T>(work: () => Promise<T>): Promise<T> {
    if (this.closed) return never();
    return work().then((value) => (this.closed ? never<T>() : value), (error: unknown) => (this.closed ? never<T>() : Promise.reject(error)));
  }

  private later(milliseconds: number, work: () => void): () => void {
    const timer = setTimeout(work, milliseconds * (0.5 + Math.random()));
    this.timers.add(timer);
    return () => clearTimeout(timer);
  }

  private disk(): SyncOutbox {
    const { outbox } = this;
    const { personId } = this.options.device;
    const { draftId } = this.options;
    return {
      identity: () => ({ personId, draftId }),
      nextOrder: () => outbox.nextOrder(),
      append: (edits, online) => this.alive(() => outbox.append(edits, online ? 'relaxed' : 'strict')),
      replace: (from, to) => this.alive(() => outbox.replace(from, to)),
      acknowledged: (pushId) => this.alive(() => outbox.acknowledged(pushId)),
      refuse: (refused) => this.alive(() => outbox.refuse(refused)),
      waiting: () => this.alive(() => outbox.waiting(personId, draftId)),
    };
  }
}
