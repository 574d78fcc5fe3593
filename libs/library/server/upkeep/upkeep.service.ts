import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import { AppError, type InputOf, parisDay } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { asReader, type confirmResource, type followMovedLink, type reportLegalChange, validates } from '../../contract';
import { ResourceIndex } from '../resource-index';
import { ResourceEntity } from '../resource.entity';
import { ResourceService } from '../resource.service';
import { changedSince } from './legal-change';

/** Keeping resources true: read again, followed to a new address, flagged when a text they cite changed. */
@Injectable()
export class UpkeepService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly spaces: Spaces,
    private readonly resources: ResourceService,
    private readonly index: ResourceIndex,
  ) {}

  async confirm(actor: Actor, { resourceId, version, reviewOn }: InputOf<typeof confirmResource>): Promise<void> {
    const today = this.today();
    if (reviewOn !== null && reviewOn <= today) throw new AppError('bad-input', 'library.review-in-the-past', {}, { reviewOn: 'review-in-the-past' });
    await this.resources.correct(actor, 'confirm', { resourceId, version }, { checkedOn: today, reviewOn });
  }

  followLink(actor: Actor, { resourceId, version, link }: InputOf<typeof followMovedLink>): Promise<void> {
    return this.resources.correct(actor, 'edit', { resourceId, version }, { link });
  }

  /** The same text changed on the same day is one change, whoever says it. */
  report(actor: Actor, { networkId, article, changedOn, note, link }: InputOf<typeof reportLegalChange>): Promise<{ id: string; citing: number }> {
    return this.database.transaction(actor, async (tx) => {
      await this.assertKeeps(tx, actor, networkId);
      if (changedOn > this.today()) throw new AppError('bad-input', 'library.change-to-come', {}, { changedOn: 'change-to-come' });
      return asSystem(tx, 'library', async () => {
        const [kept] = await tx.query<{ id: string }[]>(
          `INSERT INTO library_legal_change (id, network_id, article, changed_on, note, link, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
           ON CONFLICT (network_id, key, changed_on) DO UPDATE SET note = EXCLUDED.note, link = EXCLUDED.link RETURNING id`,
          [newId(), networkId, article, changedOn, note, link, actor.personId, this.clock.now()]);
        if (!kept) throw new Error('A change that was written has an identifier');
        return { id: kept.id, citing: await this.weighAgain(tx, [kept.id]) };
      });
    });
  }

  withdraw(actor: Actor, changeId: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const [change] = await tx.query<{ networkId: string }[]>('SELECT network_id AS "networkId" FROM library_legal_change WHERE id = $1', [changeId]);
      if (!change) throw new AppError('not-found', 'library.change-not-found');
      await this.assertKeeps(tx, actor, change.networkId);
      await asSystem(tx, 'library', async () => {
        const citing = await this.citing(tx, [changeId]);
        await tx.query('DELETE FROM library_legal_change WHERE id = $1', [changeId]);
        for (const row of citing) await this.index.follow(tx, row);
      });
    });
  }

  /** What cites a changed text weighs less in the search until it has been read again. */
  private async weighAgain(tx: Tx, changeIds: readonly string[]): Promise<number> {
    const citing = await this.citing(tx, changeIds);
    for (const row of citing) await this.index.follow(tx, row);
    return citing.length;
  }

  private async citing(tx: Tx, changeIds: readonly string[]): Promise<ResourceEntity[]> {
    const ids = await tx.query<{ id: string }[]>(`SELECT DISTINCT r.id FROM library_resource r JOIN library_legal_change lc ON ${changedSince} WHERE r.state = 'published' AND lc.id = ANY($1::uuid[])`, [changeIds]);
    return ids.length === 0 ? [] : tx.getRepository(ResourceEntity).createQueryBuilder('r').whereInIds(ids.map(({ id }) => id)).getMany();
  }

  private async assertKeeps(tx: Tx, actor: Actor, networkId: string): Promise<void> {
    const space = await this.spaces.find(tx, networkId);
    if (space?.kind !== 'network') throw new AppError('not-found', 'library.place-unknown');
    if (!validates(asReader(actor), { access: 'network', networkId, spaceId: networkId })) throw new AppError('forbidden', 'library.not-yours');
  }

  private today(): string {
    return parisDay(this.clock.now().toISOString());
  }
}
