import { People } from '@cohorte/identity/server';
import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import { AppError, type InputOf, type OutputOf } from '@cohorte/platform/contract';
import { asSystem, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { asReader, canVocabulary, type completeTags, type listTags, offeredTags, tagKey } from '../../contract';

/** A list is read at one glance, or filtered; beyond, tags are no help any more. */
const listedMost = 1_000;

/** What a structure keeps to itself keeps its words: they are in no list of the network. */
export const ofTheNetwork = `r.network_id = $1 AND r.access <> 'structure'`;

interface ChangeRow {
  readonly id: string;
  readonly words: string[];
  readonly into: string | null;
  readonly resources: number;
  readonly by: string | null;
  readonly at: Date;
}

/** Tags as their reader may know them: those of resources they may read, and counted among these. */
@Injectable()
export class TagQueries {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly spaces: Spaces,
  ) {}

  async complete(actor: Actor, { networkId, q }: InputOf<typeof completeTags>): Promise<OutputOf<typeof completeTags>> {
    if (!canVocabulary(asReader(actor), 'read', networkId)) throw new AppError('not-found', 'library.tags-not-found');
    const begun = tagKey(q).replaceAll(/[\\%_]/g, '\\$&');
    return this.database.transaction(actor, async (tx) => {
      const rows = await tx.query<{ tag: string }[]>(
        `SELECT min(t.label) AS tag FROM library_resource r CROSS JOIN LATERAL unnest(r.tags, r.tag_keys) AS t (label, key)
          WHERE r.network_id = $1 AND (t.key LIKE $2 || '%' OR t.key LIKE '% ' || $2 || '%') GROUP BY t.key ORDER BY (t.key LIKE $2 || '%') DESC, count(*) DESC, t.key LIMIT ${offeredTags}`, [networkId, begun]);
      return { tags: rows.map(({ tag }) => tag) };
    });
  }

  list(actor: Actor, networkId: string): Promise<OutputOf<typeof listTags>> {
    return this.database.transaction(actor, async (tx) => {
      const reader = asReader(actor);
      const space = canVocabulary(reader, 'read', networkId) ? await asSystem(tx, 'library', () => this.spaces.find(tx, networkId)) : null;
      if (!space) throw new AppError('not-found', 'library.tags-not-found');
      const tags = await tx.query<{ tag: string; resources: number }[]>(
        `SELECT min(t.label) AS tag, count(*)::int AS resources FROM library_resource r CROSS JOIN LATERAL unnest(r.tags, r.tag_keys) AS t (label, key)
          WHERE ${ofTheNetwork} GROUP BY t.key ORDER BY t.key LIMIT ${listedMost}`, [networkId]);
      const mayKeep = canVocabulary(reader, 'keep', networkId);
      return { networkName: space.name, mayKeep, tags, last: mayKeep ? await this.last(tx, networkId) : null };
    });
  }

  private async last(tx: Tx, networkId: string): Promise<OutputOf<typeof listTags>['last']> {
    const [row] = await tx.query<ChangeRow[]>(
      `SELECT id, words, into_word AS "into", resources, changed_by AS by, changed_at AS at FROM library_tag_change c
        WHERE network_id = $1 AND undone_at IS NULL AND seq = (SELECT max(seq) FROM library_tag_change WHERE network_id = $1)`, [networkId]);
    if (!row) return null;
    const names = await this.people.namesOf(tx, row.by ? [row.by] : []);
    return { ...row, by: names.get(row.by ?? '') ?? null, at: row.at.toISOString() };
  }
}
