import { slugOf } from '@cohorte/networks/contract';
import { asSystem, type Tx } from '@cohorte/platform/server';

/** Addresses of the library's own pages. */
const pages = ['nouvelle', 'a-valider', 'mes-depots'];

/** An address for a title: two alike get two, whoever is first; an address never changes afterwards. */
export async function freeSlug(tx: Tx, table: 'library_resource', title: string): Promise<string> {
  const base = slugOf(title).padEnd(2, '-1');
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${table}:${base}`]);
  const rows = await asSystem(tx, 'library', () => tx.query<{ slug: string }[]>(`SELECT slug FROM ${table} WHERE slug = $1 OR slug LIKE $1 || '-%'`, [base]));
  const used = new Set([...pages, ...rows.map(({ slug }) => slug)]);
  let number = 1;
  while (used.has(number === 1 ? base : `${base}-${number}`)) number += 1;
  return number === 1 ? base : `${base}-${number}`;
}
