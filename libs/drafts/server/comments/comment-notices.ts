import { Clock } from '@cohorte/platform/server';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

/** The letter one person is owed about one thread: send it now, later, or never mind. */
export type OwedLetter = { readonly letterId: string } | { readonly notBefore: Date } | null;

/** What one letter tells: comments of one thread that still stand, in their order. */
export interface ToldComment {
  readonly commentId: string;
  readonly authorId: string;
  readonly body: string;
  readonly mentions: readonly string[];
  readonly isMention: boolean;
}

/** One letter a thread and person in this time; what happens meanwhile is in the next. */
export const letterPauseMs = 10 * 60_000;
/** Clocks of two machines differ by less. */
const slackMs = 5_000;

/** Which comments one person is to be told of, and in which letter. A letter once begun holds the same comments however often it is tried. */
@Injectable()
export class CommentNotices {
  constructor(private readonly clock: Clock) {}

  async owed(tx: Tx, threadId: string, personId: string): Promise<OwedLetter> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`drafts.comment-letter ${threadId} ${personId}`]);
    const [begun] = await tx.query<{ letter_id: string }[]>(
      'SELECT letter_id FROM drafts_comment_notice WHERE thread_id = $1 AND person_id = $2 AND settled_at IS NULL AND letter_id IS NOT NULL LIMIT 1', [threadId, personId]);
    if (begun) return { letterId: begun.letter_id };
    const [first] = await tx.query<{ event_id: string }[]>(
      'SELECT event_id FROM drafts_comment_notice WHERE thread_id = $1 AND person_id = $2 AND settled_at IS NULL ORDER BY created_at, comment_id LIMIT 1', [threadId, personId]);
    if (!first) return null;
    const notBefore = await this.nextLetter(tx, threadId, personId);
    if (notBefore.getTime() - this.clock.now().getTime() > slackMs) return { notBefore };
    await tx.query('UPDATE drafts_comment_notice SET letter_id = $3 WHERE thread_id = $1 AND person_id = $2 AND settled_at IS NULL', [threadId, personId, first.event_id]);
    return { letterId: first.event_id };
  }

  /** The letter's comments, held until the end of the transaction: nobody else sends them meanwhile. */
  async held(tx: Tx, letterId: string, personId: string): Promise<string[]> {
    const rows = await tx.query<{ comment_id: string }[]>(
      'SELECT comment_id FROM drafts_comment_notice WHERE letter_id = $1 AND person_id = $2 AND settled_at IS NULL FOR UPDATE SKIP LOCKED', [letterId, personId]);
    return rows.map((row) => row.comment_id);
  }

  async told(tx: Tx, commentIds: readonly string[], personId: string): Promise<ToldComment[]> {
    const rows = await tx.query<{ id: string; author_id: string; body: string; mentions: string[]; is_mention: boolean }[]>(
      `SELECT c.id, c.author_id, c.body, c.mentions, n.is_mention FROM drafts_comment_notice n JOIN drafts_comment c ON c.id = n.comment_id
        WHERE n.comment_id = ANY ($1) AND n.person_id = $2 AND c.deleted_at IS NULL ORDER BY c.created_at, c.id`, [commentIds, personId]);
    return rows.map((row) => ({ commentId: row.id, authorId: row.author_id, body: row.body, mentions: row.mentions, isMention: row.is_mention }));
  }

  async settle(tx: Tx, letterId: string, personId: string, isMailed: boolean): Promise<void> {
    await tx.query('UPDATE drafts_comment_notice SET settled_at = $3, is_mailed = $4 WHERE letter_id = $1 AND person_id = $2 AND settled_at IS NULL', [
      letterId, personId, this.clock.now(), isMailed,
    ]);
  }

  private async nextLetter(tx: Tx, threadId: string, personId: string): Promise<Date> {
    const [row] = await tx.query<{ last: Date | null }[]>(
      'SELECT max(settled_at) AS last FROM drafts_comment_notice WHERE thread_id = $1 AND person_id = $2 AND is_mailed', [threadId, personId]);
    return new Date((row?.last?.getTime() ?? -letterPauseMs) + letterPauseMs);
  }
}
