import type { Tx } from './database';

/**
 * Lets a domain act itself for a moment inside a person's transaction, after its policy has said yes; row-level security then sees
 * the domain, and the person again afterwards. A failure inside ends the whole transaction, so nothing is left elevated.
 */
export async function asSystem<T>(tx: Tx, domain: string, work: () => Promise<T>): Promise<T> {
  const [before] = await tx.query<{ system: string }[]>(`SELECT coalesce(current_setting('cohorte.system', true), '') AS system`);
  await tx.query(`SELECT set_config('cohorte.system', $1, true)`, [domain]);
  const done = await work();
  await tx.query(`SELECT set_config('cohorte.system', $1, true)`, [before?.system ?? '']);
  return done;
}
