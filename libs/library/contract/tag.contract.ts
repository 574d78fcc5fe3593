import { endpoint, identifier, nothing, shortText } from '@cohorte/platform/contract';
import * as z from 'zod';
import { tagLongest, tagWord } from './tag';

/** Tags changed by one act. */
const wordsMost = 20;
/** Offered while one types. */
export const offeredTags = 8;

export const completeTags = endpoint({
  method: 'GET',
  path: '/library/networks/:networkId/tag-completions',
  summary: 'Tags that begin as one types, among those of resources I may read; those used most when nothing is typed',
  input: z.strictObject({ networkId: identifier, q: shortText(tagLongest, 0).default('') }),
  output: z.object({ tags: z.array(z.string()).max(offeredTags) }),
});

export const listTags = endpoint({
  method: 'GET',
  path: '/library/networks/:networkId/tags',
  summary: 'The tags of a network, each with how many resources hold it among those I may read',
  input: z.strictObject({ networkId: identifier }),
  output: z.object({
    networkName: z.string(),
    mayKeep: z.boolean(),
    tags: z.array(z.object({ tag: z.string(), resources: z.int() })),
    /** The last change, while it can be taken back. */
    last: z.object({ id: identifier, words: z.array(z.string()), into: z.string().nullable(), resources: z.int(), by: z.string().nullable(), at: z.iso.datetime() }).nullable(),
  }),
});

export const changeTags = endpoint({
  method: 'POST',
  path: '/library/networks/:networkId/tag-changes',
  summary: 'Rename a tag, merge several into one, or take them out; first only say how many resources it touches',
  input: z.strictObject({
    networkId: identifier,
    /** Made by the page once: sending it twice changes once. */
    requestId: identifier,
    words: z.array(tagWord).min(1).max(wordsMost),
    /** Null: they are taken out. */
    into: tagWord.nullable(),
    dryRun: z.boolean(),
  }),
  /** Of those I may read. */
  output: z.object({ resources: z.int() }),
});

export const undoTagChange = endpoint({
  method: 'DELETE',
  path: '/library/networks/:networkId/tag-changes/:changeId',
  summary: 'Take the last change of tags back, once',
  input: z.strictObject({ networkId: identifier, changeId: identifier }),
  output: nothing,
});
