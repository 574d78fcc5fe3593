import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import { Clock, Events, newId } from '@cohorte/platform/server';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { commentLimits, mentionsIn } from '../../contract';
import { commentWritten } from './comment.events';
import { CommentQueries } from './comment.queries';

export interface NewComment {
  readonly draftId: string;
  readonly threadId: string;
  readonly requestId: string;
  readonly body: string;
}

const minute = 60_000;

/** Puts a comment into a thread, in the caller's transaction, once the policy has said yes. */
@Injectable()
export class CommentDesk {
  constructor(
    private readonly queries: CommentQueries,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** The thread this act was already answered with; of two sent at once, the second waits here for the first. */
  async madeBefore(tx: Tx, actor: Actor, { draftId, requestId }: Pick<NewComment, 'draftId' | 'requestId'>): Promise<string | null> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`drafts.comment ${actor.personId} ${requestId}`]);
    const made = await this.queries.madeBy(tx, actor.personId, requestId);
    if (made && made.draftId !== draftId) throw new AppError('conflict', 'drafts.request-id-used-for-something-else');
    return made?.threadId ?? null;
  }

  async assertRoom(tx: Tx, actor: Actor, draftId: string, threadId: string | null): Promise<void> {
    const lately = await this.queries.writtenSince(tx, actor.personId, new Date(this.clock.now().getTime() - minute));
    if (lately >= commentLimits.commentsPerMinute) throw new AppError('too-many', 'drafts.comments-too-fast');
    const { threads, comments } = await this.queries.counts(tx, draftId, threadId);
    const isFull = threadId ? comments >= commentLimits.commentsPerThread : threads >= commentLimits.threadsPerDraft;
    if (isFull) throw new AppError('conflict', 'drafts.too-many-comments');
  }

  async write(tx: Tx, actor: Actor, { draftId, threadId, requestId, body }: NewComment): Promise<void> {
    const mentions = await this.mentionsOf(tx, draftId, body);
    const commentId = newId();
    await tx.query('INSERT INTO drafts_comment (id, thread_id, draft_id, author_id, request_id, body, mentions, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
      commentId, threadId, draftId, actor.personId, requestId, body, mentions, this.clock.now(),
    ]);
    await this.events.publish(tx, commentWritten, { commentId, isNew: true });
    await this.tell(tx, draftId, threadId);
  }

  /** Those the words name; only who may answer can be named, so that no name is drawn out of the house by its id. */
  async mentionsOf(tx: Tx, draftId: string, body: string, already: readonly string[] = []): Promise<string[]> {
    const named = mentionsIn(body);
    if (named.length === 0) return [];
    if (named.length > commentLimits.mentions) throw new AppError('bad-input', 'drafts.too-many-mentions');
    const known = new Set([...already, ...(await this.queries.mentionable(tx, draftId)).map(({ personId }) => personId)]);
    if (named.some((personId) => !known.has(personId))) throw new AppError('bad-input', 'drafts.mention-unknown');
    return named;
  }

  /** Open editors, on every node, ask for the thread again once this is committed. */
  async tell(tx: Tx, draftId: string, threadId: string): Promise<void> {
    await tx.query(`SELECT pg_notify('drafts_comments', $1)`, [`${draftId} ${threadId}`]);
  }
}
