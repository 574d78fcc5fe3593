import { randomBytes } from 'node:crypto';

/** Made with the row of places, long before anyone knows who will ask. */
export const newSeed = (): string => randomBytes(16).toString('hex');
