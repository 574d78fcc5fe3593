import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DraftHistory } from './draft-history';
import type { JournalRow } from './draft-history';
import { DraftJournal } from './draft-journal';
import { DraftKinds } from '../draft-kinds';
import { DraftRoom } from './draft-room';
import type { Relayed } from './draft-room-ports';
import { DraftStock } from './draft-stock';

/** Whoever keeps rooms open and hears what is written in them. */
export interface RoomWatcher {
  relay(draftId: string, rows: readonly Relayed[]): void;
  isWatching(draftId: string): boolean;
}

interface OpenRoom {
  readonly opening: Promise<DraftRoom>;
  usedAt: number;
}

/** A draft nobody looks at leaves the memory after this long. */
const idleAfterMs = 60_000;

/** The drafts in this process's memory: opened once however many ask, forgotten when idle. */
@Injectable()
export class DraftRooms implements OnModuleInit, OnModuleDestroy {
  private readonly rooms = new Map<string, OpenRoom>();
  /** Up to where those who are here were told, which outlives a room that broke. */
  private readonly told = new Map<string, number>();
  private readonly watchers: RoomWatcher[] = [];
  private readonly appended: ((draftId: string, seq: number, rows: readonly Relayed[]) => void)[] = [];
  private readonly opened: ((draftId: string, seq: number, rows: readonly JournalRow[]) => void)[] = [];
  private readonly forgotten: ((draftId: string) => void)[] = [];
  private sweep: NodeJS.Timeout | undefined;

  constructor(
    private readonly journal: DraftJournal,
    private readonly history: DraftHistory,
    private readonly stock: DraftStock,
    private readonly kinds: DraftKinds,
  ) {}

  onModuleInit(): void {
    this.sweep = setInterval(() => void this.forgetIdle(), idleAfterMs / 2).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.sweep);
  }

  watch(watcher: RoomWatcher): void {
    this.watchers.push(watcher);
  }

  /** The room of a draft; a failed load is an error for those who ask now, and is tried again for the next. */
  async open(draftId: string): Promise<DraftRoom> {
    const known = this.rooms.get(draftId);
    if (known) {
      known.usedAt = Date.now();
      const room = await known.opening;
      if (!room.isBroken) return room;
      if (this.rooms.get(draftId) === known) this.rooms.delete(draftId);
      return this.open(draftId);
    }
    const ports = { journal: this.journal, history: this.history, stock: this.stock, rulesOf: (kind: string) => this.kinds.rulesOf(kind), relay: (rows: readonly Relayed[]) => this.relay(draftId, rows) };
    const opening = DraftRoom.open(draftId, ports, this.isWatched(draftId) ? this.told.get(draftId) : undefined);
    this.rooms.set(draftId, { opening, usedAt: Date.now() });
    opening.then((room) => this.tellOpened(room), () => this.rooms.delete(draftId));
    return opening;
  }

  /** Another node appended: only an open room cares, or people whose room broke. */
  follow(draftId: string, seq: number): void {
    const open = this.rooms.get(draftId)?.opening ?? (this.isWatched(draftId) ? this.open(draftId) : null);
    void open?.then((room) => (room.isBroken && this.isWatched(draftId) ? this.open(draftId) : room)).then((room) => room.follow(seq)).catch(() => undefined);
  }

  /** Runs after rows were relayed here, with the position of the last. */
  onAppended(run: (draftId: string, seq: number, rows: readonly Relayed[]) => void): void {
    this.appended.push(run);
  }

  /** Runs when a draft comes into the memory, with the rows no snapshot covers yet. */
  onOpened(run: (draftId: string, seq: number, rows: readonly JournalRow[]) => void): void {
    this.opened.push(run);
  }

  /** Runs when a draft leaves the memory. */
  onForgotten(run: (draftId: string) => void): void {
    this.forgotten.push(run);
  }

  /** The drafts somebody has open here. */
  watched(): string[] {
    return [...new Set([...this.rooms.keys(), ...this.told.keys()])].filter((draftId) => this.isWatched(draftId));
  }

  private isWatched(draftId: string): boolean {
    return this.watchers.some((watcher) => watcher.isWatching(draftId));
  }

  private relay(draftId: string, rows: readonly Relayed[]): void {
    this.watchers.forEach((watcher) => watcher.relay(draftId, rows));
    const seq = rows.at(-1)?.seq ?? 0;
    this.told.set(draftId, seq);
    this.appended.forEach((run) => run(draftId, seq, rows));
  }

  private tellOpened({ draftId, seq }: DraftRoom): void {
    this.told.set(draftId, seq);
    const rows = this.stock.peek(draftId)?.rows ?? [];
    this.opened.forEach((run) => run(draftId, seq, rows));
  }

  private async forgetIdle(): Promise<void> {
    const limit = Date.now() - idleAfterMs;
    for (const [draftId, open] of this.rooms) {
      if (open.usedAt > limit || this.isWatched(draftId)) continue;
      const room = await open.opening.catch(() => null);
      if (open.usedAt > limit || (room && !room.isQuiet)) continue;
      this.rooms.delete(draftId);
      this.forgotten.forEach((run) => run(draftId));
    }
    for (const draftId of this.told.keys()) if (!this.rooms.has(draftId) && !this.isWatched(draftId)) this.told.delete(draftId);
  }
}
