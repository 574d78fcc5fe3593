import { Clock, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { tagKey } from '../../contract';
import { ResourceIndex } from '../resource-index';
import { ResourceEntity } from '../resource.entity';

export interface TaggedRow {
  readonly id: string;
  readonly tags: readonly string[];
}

/** Corrects the tags of many resources at once: the version readers see stays the same one, and whoever was writing meanwhile is told. */
@Injectable()
export class TagWriting {
  constructor(
    private readonly clock: Clock,
    private readonly index: ResourceIndex,
  ) {}

  /** As the system, with these rows held. */
  async write(tx: Tx, rows: readonly TaggedRow[]): Promise<void> {
    const written = JSON.stringify(rows.map(({ id, tags }) => ({ id, tags, keys: tags.map(tagKey) })));
    const ids = rows.map(({ id }) => id);
    await tx.query(
      `UPDATE library_resource r SET tags = n.tags, tag_keys = n.keys, version = r.version + 1, changed_at = $2 FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, tags text[], keys text[]) WHERE r.id = n.id`, [written, this.clock.now()]);
    await tx.query(
      `UPDATE library_version v SET fields = v.fields || jsonb_build_object('tags', to_jsonb(r.tags)) FROM library_resource r WHERE r.id = ANY ($1) AND v.resource_id = r.id AND v.number = r.edition`, [ids]);
    for (const row of await tx.getRepository(ResourceEntity).findBy({ id: In(ids), state: 'published' })) await this.index.follow(tx, row);
  }
}
