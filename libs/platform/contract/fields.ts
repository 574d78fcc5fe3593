import * as z from 'zod';

/** Fields met in every domain, so that the same mistake gets the same words everywhere. */
export const identifier = z.uuid();
export const language = z.enum(['fr', 'en']);
/** The addresses that `z.email()` accepts, for a form that says so before it is sent. */
export const emailPattern = /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ pattern: emailPattern }));

/** One line of text: trimmed, no control characters (they would travel into mail headers and calendars). */
export const shortText = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^\P{Cc}*$/u);
