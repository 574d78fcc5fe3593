import { AppError, type InputOf, type OutputOf } from '@cohorte/platform/contract';
import { Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type Actor, type affiliateStructure, animates, type endAffiliation, type findStructures, holds, type StructureCard } from '../contract';
import { Belonging } from './belonging';
import { elevated } from './elevation';
import { SpaceQueries } from './space.queries';
import { StructureQueries } from './structure.queries';
import { StructureRegister } from './structure-register';

/** Use cases between networks: a structure exists once and affiliates to several. */
@Injectable()
export class AffiliationService {
  constructor(
    private readonly database: Database,
    private readonly spaces: SpaceQueries,
    private readonly queries: StructureQueries,
    private readonly register: StructureRegister,
    private readonly belonging: Belonging,
  ) {}

  find(actor: Actor, input: InputOf<typeof findStructures>): Promise<OutputOf<typeof findStructures>> {
    return this.database.transaction(actor, async (tx) => {
      await this.spaces.allowed(tx, actor, 'govern', input.networkId);
      return { structures: await elevated(tx, () => this.queries.outside(tx, input.networkId, input.text)) };
    });
  }

  affiliate(actor: Actor, { networkId, structureId }: InputOf<typeof affiliateStructure>): Promise<Record<string, never>> {
    return this.database.transaction(actor, async (tx) => {
      await this.spaces.allowed(tx, actor, 'govern', networkId);
      const structure = await elevated(tx, () => this.structure(tx, structureId));
      if (!this.mayTakeIn(actor, structure)) throw new AppError('forbidden', 'networks.affiliation-needs-lead', { name: structure.card.name });
      await this.register.affiliate(tx, networkId, structureId);
      await this.belonging.tell(tx, structureId, structure.personIds);
      return {};
    });
  }

  end(actor: Actor, { networkId, structureId }: InputOf<typeof endAffiliation>): Promise<Record<string, never>> {
    return this.database.transaction(actor, async (tx) => {
      await this.spaces.allowed(tx, actor, 'govern', networkId);
      const space = await this.spaces.allowed(tx, actor, 'read', structureId);
      if (!space.networkIds.includes(networkId)) throw new AppError('not-found', 'networks.space-unknown');
      const [busy] = await tx.query<{ name: string }[]>(
        `SELECT s.name FROM networks_membership m JOIN networks_space s ON s.id = m.space_id
          WHERE m.structure_id = $1 AND m.ended_at IS NULL AND s.network_id = $2 ORDER BY s.name LIMIT 1`,
        [structureId, networkId],
      );
      if (busy) throw new AppError('conflict', 'networks.structure-in-cohort', { cohort: busy.name });
      const people = await this.spaces.peopleOf(tx, structureId);
      await tx.query('DELETE FROM networks_affiliation WHERE network_id = $1 AND structure_id = $2', [networkId, structureId]);
      await this.belonging.tell(tx, structureId, people.map((person) => person.personId));
      return {};
    });
  }

  /** An animator comes to see the people of a structure: taking one in that others look after needs one of those. */
  private mayTakeIn(actor: Actor, structure: { card: StructureCard; networkIds: readonly string[]; personIds: readonly string[] }): boolean {
    const isFree = structure.networkIds.length === 0 || structure.personIds.length === 0;
    return isFree || animates(actor, structure.networkIds) || holds(actor, structure.card.id, 'lead');
  }

  private async structure(tx: Tx, structureId: string) {
    const [card] = await this.queries.byIds(tx, [structureId]);
    const space = await this.spaces.find(tx, structureId);
    if (!card || !space) throw new AppError('not-found', 'networks.space-unknown');
    const people = await this.spaces.peopleOf(tx, structureId);
    return { card, networkIds: space.networkIds, personIds: people.map((person) => person.personId) };
  }
}
