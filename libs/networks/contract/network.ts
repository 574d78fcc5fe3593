import * as z from 'zod';
import { identifier } from '@cohorte/platform/contract';

/** A regional network as its members see it in lists. */
export const networkCard = z.object({ id: identifier, name: z.string(), slug: z.string(), region: z.string() });
export type NetworkCard = z.output<typeof networkCard>;

const slugLength = 60;

/** «RAN CoPER Normandie» → `ran-coper-normandie`; never empty. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, slugLength).replace(/-+$/, '');
  return slug || 'reseau';
}
