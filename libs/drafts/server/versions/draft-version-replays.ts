import { AppError } from '@cohorte/platform/contract';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { settleAuthorship } from './authorship-inheritance';
import { Turns } from './draft-turns';
import { DraftVersionQueries } from './draft-version.queries';
import { VersionReplay } from './version-replay';

interface Kept {
  readonly replay: VersionReplay;
  /** Work on one replay follows the one before it. */
  turn: Promise<unknown>;
  usedAt: number;
}

/** Rows read from the database at once. */
const rowsAtOnce = 2_000;
/** Journal bytes of the replays kept; a document in memory weighs some ten times its journal. */
const keptWeight = 12_000_000;
const keptDrafts = 12;
const idleAfterMs = 180_000;

/** The pasts of a few drafts in memory, each replayed once and then only read on. */
@Injectable()
export class DraftVersionReplays implements OnModuleDestroy {
  private readonly kept = new Map<string, Kept>();
  private sweep: NodeJS.Timeout | undefined;

  constructor(private readonly queries: DraftVersionQueries) {}

  onModuleDestroy(): void {
    clearTimeout(this.sweep);
    for (const draftId of [...this.kept.keys()]) this.forget(draftId);
  }

  /** Works on a draft's whole past, read up to now, and alone on it. */
  async with<T>(draftId: string, work: (replay: VersionReplay, turns: Turns) => Promise<T> | T): Promise<T> {
    const known = this.kept.get(draftId) ?? { replay: new VersionReplay(), turn: Promise.resolve(), usedAt: 0 };
    this.kept.set(draftId, known);
    known.usedAt = Date.now();
    const turns = new Turns();
    const mine = known.turn.then(async () => {
      await this.readOn(draftId, known.replay, turns).catch((error: unknown) => {
        if (this.kept.get(draftId) === known) this.kept.delete(draftId);
        throw error;
      });
      return work(known.replay, turns);
    });
    known.turn = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      this.makeRoom(draftId);
    }
  }

  /** What was settled about this draft's past has changed. */
  forget(draftId: string): void {
    this.kept.delete(draftId);
  }

  private async readOn(draftId: string, replay: VersionReplay, turns: Turns): Promise<void> {
    let rows = await this.queries.rows(draftId, replay.seq, rowsAtOnce);
    if (rows.length > 0) {
      replay.know(await this.queries.writers(draftId));
      const restores = new Map((await this.queries.marks(draftId)).map((mark) => [mark.seq, mark.restores]));
      while (rows.length > 0) {
        for (const row of rows) {
          settleAuthorship(replay, replay.apply(row), restores.get(row.seq) ?? null);
          await turns.pause();
        }
        rows = rows.length < rowsAtOnce ? [] : await this.queries.rows(draftId, replay.seq, rowsAtOnce);
      }
    }
    if (replay.seq === 0) throw new AppError('unavailable', 'drafts.cannot-load', { seq: 0 });
  }

  /** The least recently used leave first; the one just used stays unless it alone is too much. */
  private makeRoom(latest: string): void {
    const oldest = [...this.kept].sort(([, one], [, other]) => one.usedAt - other.usedAt);
    let weight = oldest.reduce((sum, [, { replay }]) => sum + replay.weight, 0);
    let count = oldest.length;
    for (const [draftId, { replay, usedAt }] of oldest) {
      const isIdle = usedAt < Date.now() - idleAfterMs;
      if (!isIdle && weight <= keptWeight && count <= keptDrafts) break;
      if (draftId === latest && count > 1 && weight <= keptWeight) continue;
      this.forget(draftId);
      weight -= replay.weight;
      count -= 1;
    }
    clearTimeout(this.sweep);
    if (this.kept.size > 0) this.sweep = setTimeout(() => this.makeRoom(''), idleAfterMs).unref();
  }
}
