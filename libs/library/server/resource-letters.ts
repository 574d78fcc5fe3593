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
  readonly edition: number;
  /** What its last version changes, in its author's words. */
  readonly versionNote: string;
  readonly retiredNote: string;
  may(actor: Actor, action: ResourceAction): boolean;
}

/** What whoever writes letters asks of the library. */
@Injectable()
export class ResourceLetters {
  constructor(private readonly spaces: Spaces) {}

  async factsOf(tx: Tx, resourceId: string): Promise<ResourceLetterFacts | null> {
    const row = await tx.getRepository(ResourceEntity).findOneBy({ id: resourceId });
    if (!row) return null;
    const { title, slug, state, reviewOn, returnedNote, retiredNote, ownerId, edition } = row;
    const [version] = await tx.query<{ note: string }[]>('SELECT note FROM library_version WHERE resource_id = $1 AND number = $2', [resourceId, edition]);
    return { title, path: `/ressources/${slug}`, state, reviewOn, returnedNote, retiredNote, ownerId, edition, versionNote: version?.note ?? '', may: (actor, action) => canResource(asReader(actor), action, row) };
  }

  /** Those who asked to be told of its new versions, or one of them; as a system. */
  async followersOf(tx: Tx, resourceId: string, personId: string | null = null): Promise<string[]> {
    const rows = await tx.query<{ personId: string }[]>('SELECT person_id AS "personId" FROM library_follow WHERE resource_id = $1 AND ($2::uuid IS NULL OR person_id = $2) ORDER BY person_id', [resourceId, personId]);
    return rows.map((row) => row.personId);
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
