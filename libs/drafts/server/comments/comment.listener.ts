import { personErased } from '@cohorte/identity/server';
import { systemActor } from '@cohorte/platform/contract';
import { Clock, Database, Jobs, On } from '@cohorte/platform/server';
import type { Delivery, PayloadOf, Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { commentDeleted, commentWritten } from './comment.events';
import { forgetComment, sendCommentLetter } from './comment.jobs';

/** A deleted comment can be brought back this long; then its words are gone. */
const forgottenAfterMs = 10 * 60_000;

/** Those named, and, when something new was said, those who take part in the thread; never the author. */
const gather = `
  WITH said AS (SELECT * FROM drafts_comment WHERE id = $1 AND deleted_at IS NULL),
  told AS (
    SELECT unnest(mentions) AS person_id, true AS is_mention FROM said
    UNION ALL
    SELECT c.author_id, false FROM said JOIN drafts_comment c ON c.thread_id = said.thread_id AND c.deleted_at IS NULL WHERE $2)
  INSERT INTO drafts_comment_notice (comment_id, person_id, thread_id, event_id, is_mention, created_at)
  SELECT said.id, told.person_id, said.thread_id, $3, bool_or(told.is_mention), $4
    FROM said CROSS JOIN told WHERE told.person_id <> said.author_id GROUP BY said.id, said.thread_id, told.person_id
  ON CONFLICT DO NOTHING`;

interface Told {
  person_id: string;
  thread_id: string;
}

/** What follows a comment: who is to be told of it, and what is forgotten. */
@Injectable()
export class CommentListener {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  @On(commentWritten)
  async tell({ commentId, isNew }: PayloadOf<typeof commentWritten>, { eventId }: Delivery): Promise<void> {
    const told = await this.asDrafts(async (tx) => {
      await tx.query(gather, [commentId, isNew, eventId, this.clock.now()]);
      return tx.query<Told[]>('SELECT person_id, thread_id FROM drafts_comment_notice WHERE comment_id = $1 AND event_id = $2', [commentId, eventId]);
    });
    for (const { person_id: personId, thread_id: threadId } of told) {
      await this.jobs.add(sendCommentLetter, { threadId, personId }, { id: `comment-${eventId}-${personId}` });
    }
  }

  @On(commentDeleted)
  async forgetLater({ commentId }: PayloadOf<typeof commentDeleted>, { eventId }: Delivery): Promise<void> {
    await this.jobs.add(forgetComment, { commentId }, { id: `forget-comment-${eventId}`, delayMs: forgottenAfterMs });
  }

  /** What they said stays, under no name; what we know of them as a reader of mails goes. */
  @On(personErased)
  async forget({ personId }: PayloadOf<typeof personErased>): Promise<void> {
    await this.asDrafts(async (tx) => {
      await tx.query('DELETE FROM drafts_comment_preference WHERE person_id = $1', [personId]);
      await tx.query('DELETE FROM drafts_thread_reading WHERE person_id = $1', [personId]);
      await tx.query('DELETE FROM drafts_comment_notice WHERE person_id = $1', [personId]);
    });
  }

  private asDrafts<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(systemActor('drafts'), work);
  }
}
