import { People } from '@cohorte/identity/server';
import type { Actor } from '@cohorte/networks/contract';
import { StructureFacts } from '@cohorte/networks/server';
import { AppError, type InputOf, type OutputOf } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type addComment, asReader, canComment, canFollow, canReadComments, canRemoveComment, type listComments, type removeComment, speaksFor } from '../contract';
import { FollowService } from './follows/follow.service';
import { ResourceEntity } from './resource.entity';

interface CommentRow {
  readonly id: string;
  readonly body: string;
  readonly edition: number;
  readonly authorId: string;
  readonly structureId: string | null;
  readonly writtenAt: Date;
}

/** «Nous l'avons utilisé pour…», told and read among people of the network. */
@Injectable()
export class CommentService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly structures: StructureFacts,
    private readonly follows: FollowService,
  ) {}

  list(actor: Actor, resourceId: string): Promise<OutputOf<typeof listComments>> {
    return this.database.transaction(actor, async (tx) => {
      const resource = await this.readable(tx, actor, resourceId);
      const reader = asReader(actor);
      const rows = await tx.query<CommentRow[]>(
        `SELECT id, body, edition, author_id AS "authorId", structure_id AS "structureId", written_at AS "writtenAt" FROM library_comment WHERE resource_id = $1 ORDER BY written_at, id LIMIT 200`, [resourceId]);
      const names = await this.people.namesOf(tx, rows.map(({ authorId }) => authorId));
      const structures = await this.structures.namesOf(tx, rows.flatMap(({ structureId }) => structureId ?? []));
      return {
        mayWrite: canComment(reader, resource),
        comments: rows.map(({ id, body, edition, authorId, structureId, writtenAt }) => ({
          id, body, edition, authorName: names.get(authorId) ?? null, structureName: structures.get(structureId ?? '') ?? null, writtenAt: writtenAt.toISOString(), mayRemove: canRemoveComment(reader, resource, authorId),
        })),
      };
    });
  }

  add(actor: Actor, { resourceId, body, follow }: InputOf<typeof addComment>): Promise<{ id: string }> {
    return this.database.transaction(actor, async (tx) => {
      const resource = await this.readable(tx, actor, resourceId);
      if (!canComment(asReader(actor), resource)) throw new AppError('forbidden', 'library.not-yours');
      const id = newId();
      const structureId = speaksFor(asReader(actor), { networkId: resource.networkId, spaceId: resource.networkId })[0] ?? null;
      await asSystem(tx, 'library', () => tx.query(
        'INSERT INTO library_comment (id, resource_id, edition, body, author_id, structure_id, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [id, resourceId, resource.edition, body, actor.personId, structureId, this.clock.now()]));
      if (follow && canFollow(asReader(actor), resource)) await this.follows.followIn(tx, actor.personId, resourceId);
      return { id };
    });
  }

  remove(actor: Actor, { resourceId, commentId }: InputOf<typeof removeComment>): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const resource = await this.readable(tx, actor, resourceId);
      const [row] = await tx.query<{ authorId: string }[]>('SELECT author_id AS "authorId" FROM library_comment WHERE id = $1 AND resource_id = $2', [commentId, resourceId]);
      if (!row) throw new AppError('not-found', 'library.comment-not-found');
      if (!canRemoveComment(asReader(actor), resource, row.authorId)) throw new AppError('forbidden', 'library.not-yours');
      await asSystem(tx, 'library', () => tx.query('DELETE FROM library_comment WHERE id = $1', [commentId]));
    });
  }

  /** What people of other networks read as a public page has no comments for them. */
  private async readable(tx: Tx, actor: Actor, resourceId: string): Promise<ResourceEntity> {
    const row = await tx.getRepository(ResourceEntity).findOneBy({ id: resourceId });
    if (!row || !canReadComments(asReader(actor), row)) throw new AppError('not-found', 'library.not-found');
    return row;
  }
}
