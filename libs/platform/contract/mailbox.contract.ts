import * as z from 'zod';
import { endpoint, nothing } from './endpoint';
import { emailAddress, identifier } from './fields';

export const letterAttachment = z.object({ filename: z.string(), contentType: z.string(), text: z.string() });

export const letter = z.object({
  id: identifier,
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  sentAt: z.iso.datetime(),
  messageId: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  attachments: z.array(letterAttachment),
});
export type Letter = z.output<typeof letter>;

/** The mailbox of this machine: exists on loopback without a mail server only. */
export const listLetters = endpoint({
  method: 'GET',
  path: '/mailbox',
  access: 'public',
  summary: 'Letters kept on this machine, newest first',
  input: z.strictObject({ to: emailAddress.optional() }),
  output: z.object({ letters: z.array(letter) }),
});

export const emptyMailbox = endpoint({
  method: 'DELETE',
  path: '/mailbox',
  access: 'public',
  summary: 'Throw away the letters kept on this machine',
  input: z.strictObject({}),
  output: nothing,
});
