import type { Tx } from './database';

/** The domain each open transaction acts as, empty for a person; transactions opened elsewhere are asked. */
const acting = new WeakMap<Tx, string>();

/** Told once, when the transaction opens. */
export const actsAs = (tx: Tx, domain: string): void => void acting.set(tx, domain);

/**
 * Lets a domain act itself for a moment inside a person's transaction, after its policy has said yes; row-level security then sees
 * the domain, and the person again afterwards. A failure inside ends the whole transaction, so nothing is left elevated. Row-level
 * security knows people and domains, not which domain: inside another one's moment there is nothing to change.
 */
export async function asSystem<T>(tx: Tx, domain: string, work: () => Promise<T>): Promise<T> {
  const before = acting.get(tx) ?? (await asked(tx));
  if (before !== '') return work();
  await become(tx, domain);
  const done = await work();
  await become(tx, before);
  return done;
}

async function become(tx: Tx, domain: string): Promise<void> {
  await tx.query(`SELECT set_config('cohorte.system', $1, true)`, [domain]);
  acting.set(tx, domain);
}

async function asked(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ system: string }[]>(`SELECT coalesce(current_setting('cohorte.system', true), '') AS system`);
  return row?.system ?? '';
}
