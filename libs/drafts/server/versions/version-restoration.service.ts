import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import { Clock, Database, newId } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { Push } from '../rooms/draft-room-ports';
import { DraftRooms } from '../rooms/draft-rooms';
import { DraftVersionReplays } from './draft-version-replays';
import { DraftVersionQueries } from './draft-version.queries';
import { existing } from './draft-version.service';
import { DraftService } from '../draft.service';
import { restoration } from './version-restoration';

/**
 * Brings a text back as anyone would write it: an update by whoever restores, through the room, its gate and its journal, live for
 * all who write. What others type meanwhile merges; the position before it is marked, so that the restoration can be undone.
 */
@Injectable()
export class VersionRestorationService {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftService,
    private readonly rooms: DraftRooms,
    private readonly queries: DraftVersionQueries,
    private readonly replays: DraftVersionReplays,
    private readonly clock: Clock,
  ) {}

  async restore(actor: Actor, draftId: string, seq: number): Promise<{ seq: number; before: number }> {
    await this.drafts.allowed(actor, draftId, 'restore');
    const { updates, clientId } = await this.replays.with(draftId, (replay, turns) => restoration(replay, existing(replay, seq), turns));
    if (updates.length === 0) throw new AppError('conflict', 'drafts.version-is-current');
    const seqs = await this.write(draftId, updates.map((update) => ({ personId: actor.personId, clientId, pushId: newId(), update, from: null })));
    const [before, restored] = [Math.min(...seqs) - 1, Math.max(...seqs)];
    await this.database.transaction(actor, async (tx) => {
      const mark = { name: null, createdBy: actor.personId, createdAt: this.clock.now() };
      await this.queries.mark(tx, draftId, { ...mark, id: newId(), seq: before, kind: 'before-restore', restores: null });
      await this.queries.mark(tx, draftId, { ...mark, id: newId(), seq: restored, kind: 'restored', restores: seq });
    });
    // Replayed before it was known to be a restoration, its words would seem written by whoever restored.
    this.replays.forget(draftId);
    return { seq: restored, before };
  }

  private async write(draftId: string, pushes: readonly Push[]): Promise<number[]> {
    const room = await this.rooms.open(draftId);
    const outcomes = await Promise.all(pushes.map((push) => room.push(push)));
    return outcomes.map((outcome) => {
      if (outcome.outcome !== 'saved') throw new AppError('unavailable', 'drafts.cannot-save');
      return outcome.seq;
    });
  }
}
