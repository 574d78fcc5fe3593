import { Clock, Events, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { StructureCard } from '../contract';
import { Belonging } from './belonging';
import { lockSpace } from './elevation';
import { membershipChanged, structureJoinedCohort, structureLeftCohort } from './networks.events';
import { type NamedSpace, SpaceQueries, type SpacePerson } from './space.queries';
import { SpaceEntity } from './space.entity';

/** The door of spaces for other domains: cohorts of structures, in the caller's transaction and with the caller's rights. */
@Injectable()
export class Spaces {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly belonging: Belonging,
    private readonly queries: SpaceQueries,
  ) {}

  /** Makes the space of a cohort; those who animate the network animate it. */
  async createCohortSpace(tx: Tx, cohort: { networkId: string; name: string }): Promise<string> {
    const id = newId();
    await tx.getRepository(SpaceEntity).insert({ id, kind: 'cohort', networkId: cohort.networkId, name: cohort.name, createdAt: this.clock.now() });
    const animators = await this.belonging.holdersOf(tx, cohort.networkId, 'animator');
    for (const { personId } of animators) if (personId) await this.belonging.join(tx, { spaceId: id, personId, role: 'animator' });
    return id;
  }

  async renameCohortSpace(tx: Tx, spaceId: string, name: string): Promise<void> {
    await tx.getRepository(SpaceEntity).update({ id: spaceId, kind: 'cohort' }, { name });
  }

  /** Answers false when the structure took part already. */
  async addStructureToSpace(tx: Tx, spaceId: string, structureId: string): Promise<boolean> {
    await lockSpace(tx, spaceId);
    const added = await tx.query<{ id: string }[]>(
      `INSERT INTO networks_membership (id, space_id, structure_id, role, since)
       SELECT $1::uuid, $2::uuid, $3::uuid, 'member', $4::timestamptz
        WHERE NOT EXISTS (SELECT FROM networks_membership WHERE space_id = $2 AND structure_id = $3 AND ended_at IS NULL)
       RETURNING id`,
      [newId(), spaceId, structureId, this.clock.now()],
    );
    if (added.length === 0) return false;
    await this.events.publish(tx, structureJoinedCohort, { spaceId, structureId });
    await this.tellStructure(tx, spaceId, structureId);
    return true;
  }

  /** The structure's people lose the cohort; what the structure did there stays. */
  async removeStructureFromSpace(tx: Tx, spaceId: string, structureId: string): Promise<boolean> {
    await lockSpace(tx, spaceId);
    const [present] = await tx.query<{ id: string }[]>(
      'SELECT id FROM networks_membership WHERE space_id = $1 AND structure_id = $2 AND ended_at IS NULL',
      [spaceId, structureId],
    );
    if (!present) return false;
    await tx.query('UPDATE networks_membership SET ended_at = $2 WHERE id = $1', [present.id, this.clock.now()]);
    await this.events.publish(tx, structureLeftCohort, { spaceId, structureId });
    await this.tellStructure(tx, spaceId, structureId);
    return true;
  }

  find(tx: Tx, spaceId: string): Promise<NamedSpace | null> {
    return this.queries.find(tx, spaceId);
  }

  namesOf(tx: Tx, spaceIds: readonly string[]): Promise<Map<string, string>> {
    return this.queries.namesOf(tx, spaceIds);
  }

  structuresOf(tx: Tx, spaceId: string): Promise<StructureCard[]> {
    return this.queries.structuresOf(tx, spaceId);
  }

  cohortsOf(tx: Tx, networkId: string): Promise<{ id: string; name: string }[]> {
    return this.queries.cohortsOf(tx, networkId);
  }

  peopleOf(tx: Tx, spaceId: string): Promise<SpacePerson[]> {
    return this.queries.peopleOf(tx, spaceId);
  }

  /** Whether this person belonged to the space once and does not any more; a guest who never did has not left. */
  hasLeft(tx: Tx, spaceId: string, personId: string): Promise<boolean> {
    return this.queries.hasLeft(tx, spaceId, personId);
  }

  supportNames(tx: Tx, groupIds: readonly string[]): Promise<Map<string, string>> {
    return this.queries.supportNames(tx, groupIds);
  }

  awaitingLead(tx: Tx, structureIds: readonly string[]): Promise<Set<string>> {
    return this.queries.awaitingLead(tx, structureIds);
  }

  private async tellStructure(tx: Tx, spaceId: string, structureId: string): Promise<void> {
    const people = await this.queries.peopleOf(tx, structureId);
    if (people.length > 0) await this.events.publish(tx, membershipChanged, { spaceId, personIds: [...new Set(people.map((person) => person.personId))] });
  }
}
