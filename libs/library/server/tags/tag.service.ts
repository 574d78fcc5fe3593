import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { asReader, canVocabulary, type changeTags, distinctTags, tagKey, type undoTagChange } from '../../contract';
import { holdTags, spellingsOf } from './spelled-tags';
import { replaced, takenBack } from './tag-correction';
import { type TaggedRow, TagWriting } from './tag-writing';
import { ofTheNetwork } from './tag.queries';

/** More would hold everybody who writes a tag up for too long. */
const resourcesMost = 2_000;

interface ChangeRow {
  readonly id: string;
  readonly resources: number;
  readonly changedBy: string | null;
  readonly networkId: string;
}

/** Puts the tags of a network in order: words become another, or nothing; the last change is taken back once. Every change stays written down. */
@Injectable()
export class TagService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly writing: TagWriting,
  ) {}

  change(actor: Actor, asked: InputOf<typeof changeTags>): Promise<{ resources: number }> {
    const keys = [...distinctTags(asked.words).keys()];
    return this.keep(actor, asked.networkId, async (tx) => {
      const former = await this.former(tx, actor, asked);
      if (former) return { resources: former.resources };
      const resources = await this.weigh(tx, asked.networkId, keys);
      if (!asked.dryRun) await this.carryOut(tx, actor, { ...asked, keys, resources });
      return { resources };
    });
  }

  undo(actor: Actor, { networkId, changeId }: InputOf<typeof undoTagChange>): Promise<void> {
    return this.keep(actor, networkId, (tx) => asSystem(tx, 'library', async () => {
      const [, undone] = await tx.query<[unknown, number]>(
        `UPDATE library_tag_change SET undone_by = $3, undone_at = $4 WHERE id = $2 AND network_id = $1 AND undone_at IS NULL AND seq = (SELECT max(seq) FROM library_tag_change WHERE network_id = $1)`,
        [networkId, changeId, actor.personId, this.clock.now()]);
      if (undone !== 1) throw new AppError('conflict', 'library.tag-change-gone');
      const corrected = await tx.query<(TaggedRow & { before: string[]; after: string[] })[]>(
        'SELECT r.id, r.tags, c.before, c.after FROM library_tag_correction c JOIN library_resource r ON r.id = c.resource_id WHERE c.change_id = $1 ORDER BY r.id FOR UPDATE OF r', [changeId]);
      const spelled = await this.spelledBefore(tx, networkId, corrected);
      await this.writing.write(tx, corrected.map(({ id, tags, before, after }) => ({ id, tags: takenBack(tags, { before, after }).map((tag) => spelled.get(tagKey(tag)) ?? tag) })));
    }));
  }

  /** A word taken out may have been written again since, in another way. */
  private spelledBefore(tx: Tx, networkId: string, corrected: readonly (TaggedRow & { before: string[] })[]): Promise<Map<string, string>> {
    return spellingsOf(tx, [...distinctTags(corrected.flatMap(({ before }) => before)).keys()], { networkId, ofIds: corrected.map(({ id }) => id) });
  }

  private async carryOut(tx: Tx, actor: Actor, { networkId, requestId, words, into, keys, resources }: InputOf<typeof changeTags> & { keys: string[]; resources: number }): Promise<void> {
    await asSystem(tx, 'library', async () => {
      const rows = await tx.query<TaggedRow[]>(`SELECT r.id, r.tags FROM library_resource r WHERE ${ofTheNetwork} AND r.tag_keys && $2::text[] ORDER BY r.id FOR UPDATE`, [networkId, keys]);
      if (rows.length > resourcesMost) throw new AppError('too-large', 'library.tags-too-many', { max: resourcesMost });
      const target = await this.spelled(tx, { networkId, keys, into });
      const corrected = rows.map((row) => ({ ...row, after: replaced(row.tags, new Set(keys), target) }));
      // Only the last change is taken back: what the former ones made of each resource is of no more use.
      await tx.query('DELETE FROM library_tag_correction WHERE change_id IN (SELECT id FROM library_tag_change WHERE network_id = $1)', [networkId]);
      await tx.query('INSERT INTO library_tag_change (id, network_id, words, into_word, resources, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [requestId, networkId, words, target, resources, actor.personId, this.clock.now()]);
      await tx.query(
        `INSERT INTO library_tag_correction (change_id, resource_id, before, after) SELECT $1, c.id, c.tags, c.after FROM jsonb_to_recordset($2::jsonb) AS c (id uuid, tags text[], after text[])`, [requestId, JSON.stringify(corrected)]);
      await this.writing.write(tx, corrected.map(({ id, after }) => ({ id, tags: after })));
    });
  }

  /** One of the words may be spelled anew; another that is there keeps its spelling. */
  private async spelled(tx: Tx, { networkId, keys, into }: { networkId: string; keys: readonly string[]; into: string | null }): Promise<string | null> {
    if (into === null || keys.includes(tagKey(into))) return into;
    return (await spellingsOf(tx, [tagKey(into)], { networkId, ofIds: [] })).get(tagKey(into)) ?? into;
  }

  /** Among those the actor may read: whoever counts must not learn of drafts of others. */
  private async weigh(tx: Tx, networkId: string, keys: readonly string[]): Promise<number> {
    const [{ count } = { count: 0 }] = await tx.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM library_resource r WHERE ${ofTheNetwork} AND r.tag_keys && $2::text[]`, [networkId, [...keys]]);
    if (count === 0) throw new AppError('conflict', 'library.tag-gone');
    return count;
  }

  private async former(tx: Tx, actor: Actor, { requestId, networkId }: InputOf<typeof changeTags>): Promise<ChangeRow | undefined> {
    const [former] = await asSystem(tx, 'library', () => tx.query<ChangeRow[]>('SELECT id, resources, changed_by AS "changedBy", network_id AS "networkId" FROM library_tag_change WHERE id = $1', [requestId]));
    if (former && (former.networkId !== networkId || former.changedBy !== actor.personId)) throw new AppError('conflict', 'library.request-used');
    return former;
  }

  private async keep<T>(actor: Actor, networkId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (!canVocabulary(asReader(actor), 'read', networkId)) throw new AppError('not-found', 'library.tags-not-found');
    if (!canVocabulary(asReader(actor), 'keep', networkId)) throw new AppError('forbidden', 'library.not-yours');
    return this.database.transaction(actor, async (tx) => {
      await holdTags(tx, networkId);
      return work(tx);
    });
  }
}
