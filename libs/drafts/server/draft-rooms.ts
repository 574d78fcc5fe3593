import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DraftHistory } from './draft-history';
import { DraftJournal } from './draft-journal';
import { DraftRoom } from './draft-room';
import type { Relayed } from './draft-room';

/** Whoever keeps rooms open and hears what is written in them. */
export interface RoomWatcher {
  relay(draftId: string, relayed: Relayed): void;
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
  private readonly watchers: RoomWatcher[] = [];
  private sweep: NodeJS.Timeout | undefined;

  constructor(
    private readonly journal: DraftJournal,
    private readonly history: DraftHistory,
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
    const ports = { journal: this.journal, history: this.history, relay: (relayed: Relayed) => this.relay(draftId, relayed) };
    const opening = DraftRoom.open(draftId, ports);
    this.rooms.set(draftId, { opening, usedAt: Date.now() });
    opening.catch(() => this.rooms.delete(draftId));
    return opening;
  }

  /** Another node appended: only an open room cares. */
  follow(draftId: string, seq: number): void {
    void this.rooms.get(draftId)?.opening.then((room) => room.follow(seq), () => undefined);
  }

  /** After signals may have been missed: every open room reads on. */
  followAll(): void {
    for (const draftId of this.rooms.keys()) this.follow(draftId, Number.MAX_SAFE_INTEGER);
  }

  private relay(draftId: string, relayed: Relayed): void {
    this.watchers.forEach((watcher) => watcher.relay(draftId, relayed));
  }

  private async forgetIdle(): Promise<void> {
    const limit = Date.now() - idleAfterMs;
    for (const [draftId, open] of this.rooms) {
      if (open.usedAt > limit || this.watchers.some((watcher) => watcher.isWatching(draftId))) continue;
      const room = await open.opening.catch(() => null);
      if (open.usedAt > limit || (room && !room.isQuiet)) continue;
      this.rooms.delete(draftId);
      room?.close();
    }
  }
}
