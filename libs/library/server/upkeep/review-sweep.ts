import { parisDay, systemActor } from '@cohorte/platform/contract';
import { Clock, Database, Events, Every, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { reviewNoticeDays } from '../../contract';
import { resourceReviewNear } from '../library.events';
import { ResourceIndex } from '../resource-index';
import { ResourceEntity } from '../resource.entity';

/** Review dates: keepers are told a month before, once for each date; past it, the search lowers the resource. */
@Injectable()
export class ReviewSweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly index: ResourceIndex,
  ) {}

  @Every(3_600)
  async sweep(): Promise<void> {
    await this.database.transaction(systemActor('library'), async (tx) => {
      const near = await this.marked(tx, 'review_told', this.dayIn(reviewNoticeDays));
      await this.events.publishAll(tx, resourceReviewNear, near.map(({ id, reviewOn }) => ({ resourceId: id, reviewOn })));
      for (const { id } of await this.marked(tx, 'review_passed', this.dayIn(0))) await this.index.follow(tx, await tx.getRepository(ResourceEntity).findOneByOrFail({ id }));
    });
  }

  /** Those whose review date is on `day` or before and was not marked yet; marks them. */
  private async marked(tx: Tx, column: 'review_told' | 'review_passed', day: string): Promise<{ id: string; reviewOn: string }[]> {
    const [rows] = await tx.query<[{ id: string; reviewOn: string }[], number]>(
      `UPDATE library_resource SET ${column} = review_on WHERE state = 'published' AND review_on <= $1::date AND ${column} IS DISTINCT FROM review_on RETURNING id, review_on::text AS "reviewOn"`, [day]);
    return rows;
  }

  private dayIn(days: number): string {
    return parisDay(new Date(this.clock.now().getTime() + days * 86_400_000).toISOString());
  }
}
