import { slugOf } from '@cohorte/networks/contract';
import { asSystem, type Tx } from '@cohorte/platform/server';

/** Addresses of the library's own pages. */
const pages = ['nouvelle', 'importer', 'deposer', 'a-valider', 'a-entretenir', 'mes-depots'];

/** An address that was one already stays as it is. */
const asGiven = /^[a-z0-9][a-z0-9-]{1,119}$/;

/** An address for a title: two alike get two, whoever is first; an address never changes afterwards. */
export async function freeSlug(tx: Tx, table: 'library_resource' | 'library_toolbox', title: string): Promise<string> {
  const base = asGiven.test(title) ? title : slugOf(title).padEnd(2, '-1');
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${table}:${base}`]);
  const rows = await asSystem(tx, 'library', () => tx.query<{ slug: string }[]>(`SELECT slug FROM ${table} WHERE slug = $1 OR slug LIKE $1 || '-%'`, [base]));
  const used = new Set([...pages, ...rows.map(({ slug }) => slug)]);
  let number = 1;
  while (used.has(number === 1 ? base : `${base}-${number}`)) number += 1;
  return number === 1 ? base : `${base}-${number}`;
}
