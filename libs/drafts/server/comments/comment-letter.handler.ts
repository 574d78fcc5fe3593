import { systemActor } from '@cohorte/platform/contract';
import { Clock, Database, Handles, Jobs, Mailer } from '@cohorte/platform/server';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { CommentLetters } from './comment-letters';
import { CommentNotices } from './comment-notices';
import { forgetComment, sendCommentLetter } from './comment.jobs';

type Order = { threadId: string; personId: string };

/** Carries out what comments leave for later: letters, and forgetting the deleted. */
@Injectable()
export class CommentLetterHandler {
  constructor(
    private readonly database: Database,
    private readonly notices: CommentNotices,
    private readonly letters: CommentLetters,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  @Handles(sendCommentLetter)
  async send(order: Order): Promise<void> {
    const owed = await this.asDrafts((tx) => this.notices.owed(tx, order.threadId, order.personId));
    if (!owed) return;
    if ('letterId' in owed) return this.asDrafts((tx) => this.sendLetter(tx, owed.letterId, order));
    // Several comments wait for the same moment: one order is enough.
    const at = owed.notBefore.getTime();
    await this.jobs.add(sendCommentLetter, order, { id: `comment-${order.threadId}-${order.personId}-${at}`, delayMs: Math.max(1, at - this.clock.now().getTime()) });
  }

  @Handles(forgetComment)
  async forget({ commentId }: { commentId: string }): Promise<void> {
    await this.asDrafts((tx) => tx.query(`UPDATE drafts_comment SET body = '', mentions = '{}' WHERE id = $1 AND deleted_at IS NOT NULL`, [commentId]));
  }

  /** Rights are asked now, not when the comment was written; the rows stay locked until the letter has left. */
  private async sendLetter(tx: Tx, letterId: string, { threadId, personId }: Order): Promise<void> {
    const held = await this.notices.held(tx, letterId, personId);
    if (held.length === 0) return;
    const letter = await this.letters.compose(tx, { threadId, personId, comments: await this.notices.told(tx, held, personId) });
    if (letter) await this.mailer.send({ ...letter, messageId: `comment-${letterId}-${personId}` });
    await this.notices.settle(tx, letterId, personId, letter !== null);
  }

  private asDrafts<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(systemActor('drafts'), work);
  }
}
