import { People } from '@cohorte/identity/server';
import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import { type OutputOf, parisDay } from '@cohorte/platform/contract';
import { Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { accessLevels, asReader, canDeposit, canResource, type DepositPlaceCard, type openDesk, type Reader, validates } from '../contract';
import { cardFiles } from './files/file-row';
import { toCard } from './resource-row';
import { ResourceEntity } from './resource.entity';

const most = 200;

/** Where one deposits, what one deposited, what waits for one's decision. */
@Injectable()
export class ResourceDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly spaces: Spaces,
    private readonly people: People,
  ) {}

  open(actor: Actor): Promise<OutputOf<typeof openDesk>> {
    return this.database.transaction(actor, async (tx) => {
      const today = parisDay(this.clock.now().toISOString());
      const resources = tx.getRepository(ResourceEntity);
      const mine = await resources.find({ where: { ownerId: actor.personId }, order: { changedAt: 'DESC' }, take: most });
      const submitted = await resources.find({ where: { state: 'submitted' }, order: { submittedAt: 'ASC' }, take: most });
      const waiting = submitted.filter((row) => canResource(asReader(actor), 'publish', row));
      const names = await this.people.namesOf(tx, waiting.flatMap(({ ownerId }) => ownerId ?? []));
      const files = await cardFiles(tx, [...mine, ...waiting].map(({ id }) => id));
      return {
        places: await this.places(tx, asReader(actor)),
        mine: mine.filter((row) => canResource(asReader(actor), 'read', row)).map((row) => toCard(row, today, files)),
        waiting: waiting.map((row) => ({ ...toCard(row, today, files), ownerName: names.get(row.ownerId ?? '') ?? null, submittedAt: row.submittedAt?.toISOString() ?? null })),
      };
    });
  }

  private async places(tx: Tx, reader: Reader): Promise<DepositPlaceCard[]> {
    const ids = new Set(reader.roles.flatMap((held) => [held.spaceId, ...(held.networkIds ?? [])]));
    const found: DepositPlaceCard[] = [];
    for (const spaceId of ids) {
      const space = await this.spaces.find(tx, spaceId);
      const networkId = space?.networkIds[0];
      if (!space || !networkId) continue;
      const levels = accessLevels.filter((access) => (space.kind === 'network' ? access === 'public' || access === 'network' : access === space.kind));
      for (const access of levels) {
        if (canDeposit(reader, { networkId, spaceId, access })) found.push({ access, spaceId, networkId, name: space.name, mayPublish: validates(reader, { access, networkId, spaceId }) });
      }
    }
    return found.toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
  }
}
