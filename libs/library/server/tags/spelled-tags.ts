import { asSystem, type Tx } from '@cohorte/platform/server';
import { distinctTags } from '../../contract';

/** Tags of a network are written and merged one after the other: two spellings never come in at once, and none comes back while it is merged. */
export async function holdTags(tx: Tx, networkId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('library.tags:' || $1, 0))`, [networkId]);
}

export interface SpelledTags {
  readonly tags: string[];
  readonly tagKeys: string[];
}

interface Spelled {
  readonly networkId: string;
  /** Resources that have no say: those being written. */
  readonly ofIds: readonly string[];
}

/**
 * How a network spells words, by what they are compared by; those it does not use are missing. What a cohort or a structure keeps to itself spells
 * nothing for others: its words could be guessed by their capitals.
 */
export async function spellingsOf(tx: Tx, keys: readonly string[], { networkId, ofIds }: Spelled): Promise<Map<string, string>> {
  const rows = await asSystem(tx, 'library', () => tx.query<{ key: string; label: string | null }[]>(
    `SELECT k.key, (SELECT r.tags[array_position(r.tag_keys, k.key)] FROM library_resource r
       WHERE r.network_id = $1 AND r.access IN ('public', 'network') AND r.tag_keys @> ARRAY[k.key] AND r.id <> ALL ($3::uuid[]) LIMIT 1) AS label
       FROM unnest($2::text[]) AS k (key)`, [networkId, [...keys], [...ofIds]]));
  return new Map(rows.flatMap(({ key, label }) => (label === null ? [] : [[key, label] as const])));
}

/** Tags as they are kept: each once, spelled as whoever wrote it first in the network. */
export async function spelledTags(tx: Tx, { tags, ...spelled }: Spelled & { readonly tags: readonly string[] }): Promise<SpelledTags> {
  const written = distinctTags(tags);
  if (written.size === 0) return { tags: [], tagKeys: [] };
  await holdTags(tx, spelled.networkId);
  const known = await spellingsOf(tx, [...written.keys()], spelled);
  return { tags: [...written].map(([key, tag]) => known.get(key) ?? tag), tagKeys: [...written.keys()] };
}
