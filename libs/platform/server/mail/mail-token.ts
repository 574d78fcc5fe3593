import { createHash, createHmac, randomBytes } from 'node:crypto';

/** The row a mailed link stands for; a new nonce kills every former link. */
export interface MailTokenRow {
  readonly id: string;
  readonly nonce: string;
}

/** The secret part of a mailed link, recomputed by whoever holds the secret; `purpose` is `<domain>.<thing>`, so that no token opens anything else. */
export const mailTokenOf = (secret: string, purpose: string, row: MailTokenRow): string =>
  createHmac('sha256', secret).update(`${purpose}:${row.id}:${row.nonce}`).digest('base64url');

/** What the database keeps of a token. */
export const mailTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

export const newMailNonce = (): string => randomBytes(16).toString('hex');
