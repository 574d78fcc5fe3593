import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { CommentPerson, DraftComment, DraftPerson, DraftThread, ThreadStatus } from '../../contract';

interface ThreadRow {
  id: string;
  draft_id: string;
  anchor_start: Buffer;
  anchor_end: Buffer;
  quote: string;
  prefix: string;
  suffix: string;
  status: ThreadStatus;
  resolved_by: string | null;
  resolved_at: Date | null;
  created_by: string;
  created_at: Date;
  updated_at: Date;
  read_at: Date | null;
}

interface CommentRow {
  id: string;
  thread_id: string;
  author_id: string;
  body: string;
  mentions: string[];
  created_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
}

export interface ThreadFilter {
  readonly threadId?: string;
  readonly status?: ThreadStatus;
  readonly about?: 'all' | 'mine' | 'mentions';
}

/** What a change of a comment needs to know of it. */
export interface FoundComment {
  readonly id: string;
  readonly threadId: string;
  readonly authorId: string;
  readonly body: string;
  readonly mentions: readonly string[];
  readonly deletedAt: Date | null;
}

export interface FoundThread {
  readonly id: string;
  readonly status: ThreadStatus;
  readonly createdBy: string;
}

/** A draft with more to talk of than this is read by filter. */
const listed = 500;

// A thread whose every comment was deleted says nothing any more.
const threads = `
  SELECT t.*, (SELECT r.read_at FROM drafts_thread_reading r WHERE r.thread_id = t.id AND r.person_id = platform_person()) AS read_at FROM drafts_thread t
   WHERE t.draft_id = $1 AND ($2::uuid IS NULL OR t.id = $2) AND ($3::text IS NULL OR t.status = $3)
     AND EXISTS (SELECT FROM drafts_comment c WHERE c.thread_id = t.id AND c.deleted_at IS NULL)
     AND ($4::text = 'all'
       OR ($4 = 'mine' AND EXISTS (SELECT FROM drafts_comment c WHERE c.thread_id = t.id AND c.deleted_at IS NULL AND c.author_id = platform_person()))
       OR ($4 = 'mentions' AND EXISTS (SELECT FROM drafts_comment c WHERE c.thread_id = t.id AND c.deleted_at IS NULL AND platform_person() = ANY (c.mentions))))
   ORDER BY t.updated_at DESC, t.id LIMIT ${listed}`;

/** Reads threads as the transaction's actor may see them. */
@Injectable()
export class CommentQueries {
  async threads(tx: Tx, draftId: string, filter: ThreadFilter = {}): Promise<DraftThread[]> {
    const rows = await tx.query<ThreadRow[]>(threads, [draftId, filter.threadId ?? null, filter.status ?? null, filter.about ?? 'all']);
    const comments = await tx.query<CommentRow[]>('SELECT * FROM drafts_comment WHERE thread_id = ANY ($1) ORDER BY created_at, id', [rows.map(({ id }) => id)]);
    const names = await this.namesOf(tx, [
      ...rows.map((row) => row.resolved_by).filter((id) => id !== null),
      ...comments.flatMap((comment) => [comment.author_id, ...comment.mentions]),
    ]);
    const person = (personId: string): CommentPerson => ({ personId, name: names.get(personId) ?? null });
    const byThread = new Map<string, CommentRow[]>();
    for (const comment of comments) byThread.set(comment.thread_id, [...(byThread.get(comment.thread_id) ?? []), comment]);
    return rows.map((row) => toThread(row, byThread.get(row.id) ?? [], person));
  }

  async thread(tx: Tx, draftId: string, threadId: string): Promise<FoundThread | null> {
    const [row] = await tx.query<ThreadRow[]>('SELECT * FROM drafts_thread WHERE draft_id = $1 AND id = $2', [draftId, threadId]);
    return row ? { id: row.id, status: row.status, createdBy: row.created_by } : null;
  }

  async comment(tx: Tx, draftId: string, commentId: string): Promise<FoundComment | null> {
    const [row] = await tx.query<CommentRow[]>('SELECT * FROM drafts_comment WHERE draft_id = $1 AND id = $2', [draftId, commentId]);
    return row
      ? { id: row.id, threadId: row.thread_id, authorId: row.author_id, body: row.body, mentions: row.mentions, deletedAt: row.deleted_at }
      : null;
  }

  /** The comment this act already made, if it was heard before. */
  async madeBy(tx: Tx, authorId: string, requestId: string): Promise<{ draftId: string; threadId: string } | null> {
    const [row] = await tx.query<{ draft_id: string; thread_id: string }[]>(
      'SELECT draft_id, thread_id FROM drafts_comment WHERE author_id = $1 AND request_id = $2', [authorId, requestId]);
    return row ? { draftId: row.draft_id, threadId: row.thread_id } : null;
  }

  async counts(tx: Tx, draftId: string, threadId: string | null): Promise<{ threads: number; comments: number }> {
    const [row] = await tx.query<{ threads: string; comments: string }[]>(
      `SELECT (SELECT count(*) FROM drafts_thread WHERE draft_id = $1) AS threads, (SELECT count(*) FROM drafts_comment WHERE thread_id = $2) AS comments`, [draftId, threadId]);
    return { threads: Number(row?.threads), comments: Number(row?.comments) };
  }

  async writtenSince(tx: Tx, authorId: string, since: Date): Promise<number> {
    const [row] = await tx.query<{ count: string }[]>('SELECT count(*) FROM drafts_comment WHERE author_id = $1 AND created_at > $2', [authorId, since]);
    return Number(row?.count);
  }

  async mentionable(tx: Tx, draftId: string): Promise<DraftPerson[]> {
    const rows = await tx.query<{ person_id: string; name: string }[]>('SELECT person_id, name FROM drafts_mentionable($1)', [draftId]);
    return rows.map((row) => ({ personId: row.person_id, name: row.name }));
  }

  private async namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string | null>> {
    const rows = await tx.query<{ id: string; name: string | null }[]>('SELECT id, name FROM identity_names($1)', [[...new Set(ids)]]);
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}

function toThread(row: ThreadRow, comments: readonly CommentRow[], person: (id: string) => CommentPerson): DraftThread {
  const mentioned = new Set(comments.filter((comment) => !comment.deleted_at).flatMap((comment) => comment.mentions));
  return {
    id: row.id,
    draftId: row.draft_id,
    anchorStart: row.anchor_start.toString('base64'),
    anchorEnd: row.anchor_end.toString('base64'),
    quote: row.quote,
    prefix: row.prefix,
    suffix: row.suffix,
    status: row.status,
    resolvedBy: row.resolved_by ? person(row.resolved_by) : null,
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
    comments: withoutTail(comments).map((comment) => toComment(comment, person)),
    mentioned: [...mentioned].map(person),
  };
}

/** A deleted comment keeps its place only when an answer follows it. */
function withoutTail(comments: readonly CommentRow[]): readonly CommentRow[] {
  return comments.slice(0, comments.findLastIndex((comment) => comment.deleted_at === null) + 1);
}

const toComment = (row: CommentRow, person: (id: string) => CommentPerson): DraftComment => ({
  id: row.id,
  author: person(row.author_id),
  body: row.deleted_at ? '' : row.body,
  createdAt: row.created_at.toISOString(),
  editedAt: row.edited_at?.toISOString() ?? null,
  isDeleted: row.deleted_at !== null,
});
