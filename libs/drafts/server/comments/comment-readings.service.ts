import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Clock, Database } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { readThreads } from '../../contract';
import { DraftService } from '../draft.service';

/** What each person has read of the talk beside a draft. It only ever moves forward, and never past now. */
@Injectable()
export class CommentReadings {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftService,
    private readonly clock: Clock,
  ) {}

  async mark(actor: Actor, { draftId, threadId, upto }: InputOf<typeof readThreads>): Promise<void> {
    const now = this.clock.now();
    const seen = new Date(Math.min(Date.parse(upto), now.getTime()));
    await this.database.transaction(actor, async (tx) => {
      await this.drafts.allowedIn(tx, actor, draftId, 'comment');
      await tx.query(
        `INSERT INTO drafts_thread_reading (thread_id, person_id, read_at)
           SELECT t.id, $2, $4 FROM drafts_thread t WHERE t.draft_id = $1 AND ($3::uuid IS NULL OR t.id = $3)
           ON CONFLICT (thread_id, person_id) DO UPDATE SET read_at = GREATEST(drafts_thread_reading.read_at, EXCLUDED.read_at)`,
        [draftId, actor.personId, threadId ?? null, seen],
      );
    });
  }
}
