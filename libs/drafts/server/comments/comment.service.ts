import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Clock, Database, Events, newId } from '@cohorte/platform/server';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { mayComment } from '../../contract';
import type { CommentAction, deleteComment, DraftPerson, DraftThread, editComment, listThreads, readThread, replyToThread, startThread } from '../../contract';
import { CommentDesk } from './comment-desk';
import { anchorBytes } from './comment-anchor';
import { commentDeleted, commentWritten } from './comment.events';
import { CommentQueries } from './comment.queries';
import type { FoundComment, FoundThread } from './comment.queries';
import { DraftService } from '../draft.service';

type InThread = InputOf<typeof readThread>;
type OfComment = InputOf<typeof deleteComment>;

/** Talking beside a draft: threads on passages, answers, settling them. Every act asks the draft's policy, then the comments' own. */
@Injectable()
export class CommentService {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftService,
    private readonly queries: CommentQueries,
    private readonly desk: CommentDesk,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { draftId, status = 'all', about = 'all' }: InputOf<typeof listThreads>): Promise<DraftThread[]> {
    return this.database.transaction(actor, async (tx) => {
      await this.drafts.allowedIn(tx, actor, draftId, 'comment');
      return this.queries.threads(tx, draftId, { about, ...(status === 'all' ? {} : { status }) });
    });
  }

  read(actor: Actor, { draftId, threadId }: InThread): Promise<DraftThread> {
    return this.database.transaction(actor, async (tx) => {
      await this.drafts.allowedIn(tx, actor, draftId, 'comment');
      return this.shown(tx, draftId, threadId);
    });
  }

  mentionable(actor: Actor, draftId: string): Promise<DraftPerson[]> {
    return this.database.transaction(actor, async (tx) => {
      await this.drafts.allowedIn(tx, actor, draftId, 'comment');
      return this.queries.mentionable(tx, draftId);
    });
  }

  start(actor: Actor, input: InputOf<typeof startThread>): Promise<DraftThread> {
    const [start, end] = [anchorBytes(input.anchorStart), anchorBytes(input.anchorEnd)];
    return this.database.transaction(actor, async (tx) => {
      const { draftId } = input;
      await this.drafts.allowedIn(tx, actor, draftId, 'comment');
      const made = await this.desk.madeBefore(tx, actor, input);
      if (made) return this.shown(tx, draftId, made);
      await this.desk.assertRoom(tx, actor, draftId, null);
      const threadId = newId();
      await tx.query(
        `INSERT INTO drafts_thread (id, draft_id, anchor_start, anchor_end, quote, prefix, suffix, created_by, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
        [threadId, draftId, start, end, input.quote, input.prefix, input.suffix, actor.personId, this.clock.now()],
      );
      await this.desk.write(tx, actor, { ...input, threadId });
      return this.shown(tx, draftId, threadId);
    });
  }

  reply(actor: Actor, input: InputOf<typeof replyToThread>): Promise<DraftThread> {
    return this.database.transaction(actor, async (tx) => {
      const { draftId, threadId } = input;
      const thread = await this.allowedThread(tx, actor, input, 'write');
      const made = await this.desk.madeBefore(tx, actor, input);
      if (made) return this.shown(tx, draftId, made);
      await this.desk.assertRoom(tx, actor, draftId, threadId);
      await this.desk.write(tx, actor, input);
      // Whoever answers a settled thread reopens it: an answer nobody sees helps nobody.
      await this.settle(tx, thread.id, null);
      return this.shown(tx, draftId, threadId);
    });
  }

  edit(actor: Actor, input: InputOf<typeof editComment>): Promise<DraftThread> {
    return this.database.transaction(actor, async (tx) => {
      const comment = await this.ownComment(tx, actor, input);
      if (comment.deletedAt) throw new AppError('gone', 'drafts.comment-gone');
      if (comment.body !== input.body) {
        const mentions = await this.desk.mentionsOf(tx, input.draftId, input.body, comment.mentions);
        await tx.query('UPDATE drafts_comment SET body = $2, mentions = $3, edited_at = $4 WHERE id = $1', [comment.id, input.body, mentions, this.clock.now()]);
        await this.events.publish(tx, commentWritten, { commentId: comment.id, isNew: false });
        await this.desk.tell(tx, input.draftId, comment.threadId);
      }
      return this.shown(tx, input.draftId, comment.threadId);
    });
  }

  async delete(actor: Actor, input: OfComment): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const comment = await this.ownComment(tx, actor, input);
      if (comment.deletedAt) return;
      await tx.query('UPDATE drafts_comment SET deleted_at = $2 WHERE id = $1', [comment.id, this.clock.now()]);
      await this.events.publish(tx, commentDeleted, { commentId: comment.id });
      await this.desk.tell(tx, input.draftId, comment.threadId);
    });
  }

  restore(actor: Actor, input: OfComment): Promise<DraftThread> {
    return this.database.transaction(actor, async (tx) => {
      const comment = await this.ownComment(tx, actor, input);
      if (comment.deletedAt && comment.body === '') throw new AppError('gone', 'drafts.comment-gone');
      await tx.query('UPDATE drafts_comment SET deleted_at = NULL WHERE id = $1', [comment.id]);
      await this.desk.tell(tx, input.draftId, comment.threadId);
      return this.shown(tx, input.draftId, comment.threadId);
    });
  }

  resolve(actor: Actor, input: InThread): Promise<DraftThread> {
    return this.change(actor, input, 'resolve', (tx, thread) => (thread.status === 'open' ? this.settle(tx, thread.id, actor) : Promise.resolve()));
  }

  reopen(actor: Actor, input: InThread): Promise<DraftThread> {
    return this.change(actor, input, 'reopen', (tx, thread) => (thread.status === 'resolved' ? this.settle(tx, thread.id, null) : Promise.resolve()));
  }

  private change(actor: Actor, input: InThread, action: CommentAction, work: (tx: Tx, thread: FoundThread) => Promise<void>): Promise<DraftThread> {
    return this.database.transaction(actor, async (tx) => {
      const thread = await this.allowedThread(tx, actor, input, action);
      await work(tx, thread);
      await this.desk.tell(tx, input.draftId, thread.id);
      return this.shown(tx, input.draftId, thread.id);
    });
  }

  private async settle(tx: Tx, threadId: string, by: Actor | null): Promise<void> {
    const now = this.clock.now();
    await tx.query('UPDATE drafts_thread SET status = $2, resolved_by = $3, resolved_at = $4, updated_at = $5 WHERE id = $1', [
      threadId, by ? 'resolved' : 'open', by?.personId ?? null, by ? now : null, now,
    ]);
  }

  private async allowedThread(tx: Tx, actor: Actor, { draftId, threadId }: InThread, action: CommentAction): Promise<FoundThread> {
    const { right } = await this.drafts.allowedIn(tx, actor, draftId, 'comment');
    const thread = await this.queries.thread(tx, draftId, threadId);
    if (!thread) throw new AppError('not-found', 'drafts.comment-not-found');
    if (!mayComment({ personId: actor.personId, right }, action, { by: thread.createdBy })) throw new AppError('forbidden', 'drafts.not-allowed', { action });
    return thread;
  }

  private async ownComment(tx: Tx, actor: Actor, { draftId, commentId }: OfComment): Promise<FoundComment> {
    const { right } = await this.drafts.allowedIn(tx, actor, draftId, 'comment');
    const comment = await this.queries.comment(tx, draftId, commentId);
    if (!comment) throw new AppError('not-found', 'drafts.comment-not-found');
    if (!mayComment({ personId: actor.personId, right }, 'change', { by: comment.authorId })) throw new AppError('forbidden', 'drafts.not-allowed', { action: 'change' });
    return comment;
  }

  private async shown(tx: Tx, draftId: string, threadId: string): Promise<DraftThread> {
    const [thread] = await this.queries.threads(tx, draftId, { threadId });
    if (!thread) throw new AppError('not-found', 'drafts.comment-not-found');
    return thread;
  }
}
