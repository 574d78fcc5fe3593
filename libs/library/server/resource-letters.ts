import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { asReader, canResource, type ResourceAction } from '../contract';
import { ResourceEntity } from './resource.entity';

/** A resource as its letters need it, whatever the transaction acts as: who may be told is asked with `may`. */
export interface ResourceLetterFacts {
  readonly title: string;
  readonly path: string;
  readonly state: ResourceEntity['state'];
  readonly reviewOn: string | null;
  readonly returnedNote: string;
  readonly ownerId: string | null;
  may(actor: Actor, action: ResourceAction): boolean;
}

/** What whoever writes letters asks of the library. */
@Injectable()
export class ResourceLetters {
  constructor(private readonly spaces: Spaces) {}

  async factsOf(tx: Tx, resourceId: string): Promise<ResourceLetterFacts | null> {
    const row = await tx.getRepository(ResourceEntity).findOneBy({ id: resourceId });
    if (!row) return null;
    const { title, slug, state, reviewOn, returnedNote, ownerId } = row;
    return { title, path: `/ressources/${slug}`, state, reviewOn, returnedNote, ownerId, may: (actor, action) => canResource(asReader(actor), action, row) };
  }

  /** Those who decide of it: the animators of its network, or the leads of the structure that keeps it to itself. */
  async decidersOf(tx: Tx, resourceId: string): Promise<string[]> {
    const row = await tx.getRepository(ResourceEntity).findOneBy({ id: resourceId });
    if (!row) return [];
    const [spaceId, role] = row.access === 'structure' ? [row.spaceId, 'lead'] : [row.networkId, 'animator'];
    const people = await this.spaces.peopleOf(tx, spaceId);
    return [...new Set(people.filter((person) => person.role === role && person.structureId === null).map(({ personId }) => personId))];
  }
}
