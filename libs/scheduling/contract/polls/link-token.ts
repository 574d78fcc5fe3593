import * as z from 'zod';

/** The secret part of a personal link: 256 bits in base64url. */
export const linkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
