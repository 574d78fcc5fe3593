import { createHash, createHmac, randomBytes } from 'node:crypto';

/** Recomputed by whoever holds the secret, from what the row keeps; a new nonce kills every former link. */
export const tokenOf = (secret: string, invitation: { id: string; nonce: string }): string =>
  createHmac('sha256', secret).update(`networks.invitation:${invitation.id}:${invitation.nonce}`).digest('base64url');

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export const newNonce = (): string => randomBytes(16).toString('hex');
