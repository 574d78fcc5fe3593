import { endpoint, identifier } from '@cohorte/platform/contract';
import * as z from 'zod';
import { importNetwork } from './import.contract';
import { resourceFields, webLink } from './resource';

/** Entries of a feed that are read: feeds hold their last few dozen. */
export const feedEntriesMost = 100;
export const feedOutcomes = ['made', 'known', 'refused', 'gone'] as const;

/** Names an entry of a feed: the hash of what its publisher identifies it by. */
const entryKey = z.string().regex(/^[0-9a-f]{64}$/);
const aimed = { ...importNetwork, address: webLink };

export const feedEntry = z.object({
  key: entryKey,
  title: z.string(),
  summary: z.string(),
  link: z.string().nullable(),
  /** The day it was published, if it says one. */
  day: z.iso.date().nullable(),
  /** Imported before, or its link is a resource of the network already. */
  isKnown: z.boolean(),
  /** Of what is known, as far as the reader may open it. */
  slug: z.string().nullable(),
});
export type FeedEntryCard = z.output<typeof feedEntry>;

export const readFeed = endpoint({
  method: 'POST', path: '/library/feeds/reading', summary: 'Read an RSS or Atom feed: what it would make, and what is there already',
  input: z.strictObject(aimed), output: z.object({ title: z.string(), isCut: z.boolean(), entries: z.array(feedEntry) }),
});

/** What all entries that are taken have in common. */
export const feedFields = resourceFields.pick({ form: true, licence: true, language: true, themes: true }).extend({ access: z.enum(['public', 'network']) });
export type FeedFields = z.output<typeof feedFields>;

export const importFeed = endpoint({
  method: 'POST', path: '/library/feeds/imports', summary: 'Take entries of a feed in as resources; one that is known is left as it is',
  input: z.strictObject({ ...aimed, keys: z.array(entryKey).min(1).max(feedEntriesMost), then: z.enum(['keep', 'publish']), fields: feedFields }),
  output: z.object({ entries: z.array(z.object({ key: entryKey, outcome: z.enum(feedOutcomes), resourceId: identifier.nullable(), slug: z.string().nullable(), /** The code of why it is refused. */ reason: z.string().nullable() })) }),
});
