import { People } from '@cohorte/identity/server';
import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import { AppError, type InputOf, type OutputOf, plain } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, newId, SearchSynonyms, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type addSynonyms, asReader, canVocabulary, type changeSynonyms, groupsMost, type listSynonyms, type removeSynonyms, startingSynonyms, type VocabularyAction } from '../../contract';

interface GroupRow {
  readonly id: string;
  readonly networkId: string;
  readonly members: string[];
  readonly version: number;
  readonly changedBy: string | null;
  readonly changedAt: Date;
}

const columns = 'id, network_id AS "networkId", members, version, changed_by AS "changedBy", changed_at AS "changedAt"';

/** The words that mean the same, kept by those who animate a network, one list a network; every change stays in its log. */
@Injectable()
export class SynonymService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly spaces: Spaces,
    private readonly search: SearchSynonyms,
  ) {}

  list(actor: Actor, networkId: string): Promise<OutputOf<typeof listSynonyms>> {
    return this.database.transaction(actor, async (tx) => {
      const networkName = await this.allow(tx, actor, { action: 'read', networkId });
      const rows = await tx.query<GroupRow[]>(`SELECT ${columns} FROM library_synonym WHERE network_id = $1 ORDER BY lower(members[1]), id LIMIT ${groupsMost}`, [networkId]);
      const names = await this.people.namesOf(tx, rows.flatMap(({ changedBy }) => changedBy ?? []));
      return {
        networkName, mayKeep: canVocabulary(asReader(actor), 'keep', networkId),
        groups: rows.map(({ id, members, version, changedBy, changedAt }) => ({ id, members, version, changedBy: names.get(changedBy ?? '') ?? null, changedAt: changedAt.toISOString() })),
      };
    });
  }

  /** The same request twice adds one group. */
  async add(actor: Actor, { networkId, requestId, members }: InputOf<typeof addSynonyms>): Promise<{ id: string }> {
    await this.keep(actor, networkId, async (tx) => {
      const [former] = await tx.query<{ networkId: string; changedBy: string | null }[]>('SELECT network_id AS "networkId", changed_by AS "changedBy" FROM library_synonym WHERE id = $1', [requestId]);
      if (former && (former.networkId !== networkId || former.changedBy !== actor.personId)) throw new AppError('conflict', 'library.request-used');
      if (!former) await this.insert(tx, { id: requestId, networkId, members, by: actor.personId });
    });
    return { id: requestId };
  }

  /** A group of the starting list is left out as soon as one of its words stands in the network’s own. */
  start(actor: Actor, networkId: string): Promise<number> {
    return this.keep(actor, networkId, (tx) => this.startIn(tx, networkId, actor.personId));
  }

  /** Inside a transaction of the application’s own: the demonstration. */
  startIn(tx: Tx, networkId: string, by: string): Promise<number> {
    return asSystem(tx, 'library', async () => {
      const rows = await tx.query<{ word: string }[]>('SELECT unnest(members) AS word FROM library_synonym WHERE network_id = $1', [networkId]);
      const known = new Set(rows.map(({ word }) => plain(word)));
      const missing = startingSynonyms.filter((members) => !members.some((word) => known.has(plain(word))));
      for (const members of missing) await this.insert(tx, { id: newId(), networkId, members, by });
      return missing.length;
    });
  }

  change(actor: Actor, { networkId, groupId, version, members }: InputOf<typeof changeSynonyms>): Promise<void> {
    return this.keep(actor, networkId, async (tx) => {
      const group = await this.locked(tx, networkId, groupId);
      if (group.version !== version) throw new AppError('conflict', 'library.synonyms-changed');
      await tx.query('UPDATE library_synonym SET members = $2, version = version + 1, changed_by = $3, changed_at = $4 WHERE id = $1', [groupId, members, actor.personId, this.clock.now()]);
      await this.log(tx, { group, after: members, by: actor.personId });
      await this.search.put(tx, groupId, members);
    });
  }

  remove(actor: Actor, { networkId, groupId }: InputOf<typeof removeSynonyms>): Promise<void> {
    return this.keep(actor, networkId, async (tx) => {
      const group = await this.locked(tx, networkId, groupId);
      await tx.query('DELETE FROM library_synonym WHERE id = $1', [groupId]);
      await this.log(tx, { group, after: null, by: actor.personId });
      await this.search.remove(tx, groupId);
    });
  }

  /** Who keeps them may see at once what it changes. */
  private async keep<T>(actor: Actor, networkId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const done = await this.database.transaction(actor, async (tx) => {
      await this.allow(tx, actor, { action: 'keep', networkId });
      return asSystem(tx, 'library', () => work(tx));
    });
    await this.search.settle();
    return done;
  }

  private async allow(tx: Tx, actor: Actor, { action, networkId }: { action: VocabularyAction; networkId: string }): Promise<string> {
    const space = canVocabulary(asReader(actor), 'read', networkId) ? await asSystem(tx, 'library', () => this.spaces.find(tx, networkId)) : null;
    if (!space) throw new AppError('not-found', 'library.synonyms-not-found');
    if (!canVocabulary(asReader(actor), action, networkId)) throw new AppError('forbidden', 'library.not-yours');
    return space.name ?? '';
  }

  private async insert(tx: Tx, { id, networkId, members, by }: { id: string; networkId: string; members: readonly string[]; by: string }): Promise<void> {
    const [{ groups } = { groups: 0 }] = await tx.query<{ groups: number }[]>('SELECT count(*)::integer AS groups FROM library_synonym WHERE network_id = $1', [networkId]);
    if (groups >= groupsMost) throw new AppError('conflict', 'library.synonyms-full', { max: groupsMost });
    await tx.query('INSERT INTO library_synonym (id, network_id, members, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5)', [id, networkId, members, by, this.clock.now()]);
    await this.log(tx, { group: { id, networkId, members: null }, after: members, by });
    await this.search.put(tx, id, members);
  }

  private async locked(tx: Tx, networkId: string, groupId: string): Promise<GroupRow> {
    const [group] = await tx.query<GroupRow[]>(`SELECT ${columns} FROM library_synonym WHERE id = $1 AND network_id = $2 FOR UPDATE`, [groupId, networkId]);
    if (!group) throw new AppError('not-found', 'library.synonyms-not-found');
    return group;
  }

  private async log(tx: Tx, { group, after, by }: { group: { id: string; networkId: string; members: readonly string[] | null }; after: readonly string[] | null; by: string }): Promise<void> {
    await tx.query('INSERT INTO library_synonym_change (group_id, network_id, before, after, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6)', [group.id, group.networkId, group.members, after, by, this.clock.now()]);
  }
}
