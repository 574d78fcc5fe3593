import { asSystem, type Tx } from '@cohorte/platform/server';

/**
 * Lets the domain act itself for a moment inside a person's transaction, after the policy has said yes: handing over a lead, for
 * instance, takes away in its first step the right that row-level security would ask for in the second.
 */
export const elevated = <T>(tx: Tx, work: () => Promise<T>): Promise<T> => asSystem(tx, 'networks', work);

/** Changes of who belongs to one space happen one after the other, so that «the last one» is counted right. */
export const lockSpace = (tx: Tx, spaceId: string): Promise<unknown> =>
  tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('networks.space:' || $1, 0))`, [spaceId]);
