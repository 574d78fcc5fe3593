import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, type OutputOf, parisDay } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { asReader, canFollow, canResource, type listFollows, type openFollow, type setFollow } from '../../contract';
import { cardFiles } from '../files/file-row';
import { type CardRow, cardColumns, toCard } from '../resource-row';
import { ResourceEntity } from '../resource.entity';

/** As many as one may still make sense of. */
const listedMost = 200;

/** Who asked to be told of new versions of a resource. */
@Injectable()
export class FollowService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  open(actor: Actor, resourceId: string): Promise<OutputOf<typeof openFollow>> {
    return this.database.transaction(actor, async (tx) => {
      const resource = await this.readable(tx, actor, resourceId);
      if (!resource) throw new AppError('not-found', 'library.not-found');
      return { follows: await this.follows(tx, actor.personId, resourceId), mayFollow: canFollow(asReader(actor), resource) };
    });
  }

  /** Who cannot read it any more may still leave it. */
  set(actor: Actor, { resourceId, follows }: InputOf<typeof setFollow>): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const resource = await this.readable(tx, actor, resourceId);
      if (!resource && !(await this.follows(tx, actor.personId, resourceId))) throw new AppError('not-found', 'library.not-found');
      if (!follows) return this.leave(tx, actor.personId, resourceId);
      if (!resource || !canFollow(asReader(actor), resource)) throw new AppError('forbidden', 'library.not-yours');
      await this.followIn(tx, actor.personId, resourceId);
    });
  }

  list(actor: Actor): Promise<OutputOf<typeof listFollows>> {
    return this.database.transaction(actor, async (tx) => {
      const rows = await tx.query<CardRow[]>(`SELECT ${cardColumns} FROM library_follow f JOIN library_resource r ON r.id = f.resource_id WHERE f.person_id = $1 ORDER BY f.since DESC, r.id LIMIT ${listedMost}`, [actor.personId]);
      const files = await cardFiles(tx, rows.map(({ id }) => id));
      return { resources: rows.map((row) => toCard(row, parisDay(this.clock.now().toISOString()), files)) };
    });
  }

  /** In the caller's transaction, the caller having checked who may; twice is once. */
  async followIn(tx: Tx, personId: string, resourceId: string): Promise<void> {
    await asSystem(tx, 'library', () => tx.query('INSERT INTO library_follow (resource_id, person_id, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [resourceId, personId, this.clock.now()]));
  }

  private async leave(tx: Tx, personId: string, resourceId: string): Promise<void> {
    await asSystem(tx, 'library', () => tx.query('DELETE FROM library_follow WHERE resource_id = $1 AND person_id = $2', [resourceId, personId]));
  }

  private async readable(tx: Tx, actor: Actor, resourceId: string): Promise<ResourceEntity | null> {
    const row = await tx.getRepository(ResourceEntity).findOneBy({ id: resourceId });
    return row && canResource(asReader(actor), 'read', row) ? row : null;
  }

  private async follows(tx: Tx, personId: string, resourceId: string): Promise<boolean> {
    return (await tx.query<unknown[]>('SELECT FROM library_follow WHERE resource_id = $1 AND person_id = $2', [resourceId, personId])).length > 0;
  }
}
