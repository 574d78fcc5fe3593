import { endpoint, identifier, nothing, shortText } from '@cohorte/platform/contract';
import * as z from 'zod';
import { resourceCard, webLink } from './resource';
import { legalChange, resourceUpkeep } from './upkeep';

export const openUpkeep = endpoint({
  method: 'GET',
  path: '/library/upkeep',
  summary: 'Published resources of mine, or that I decide, which should be read again, and the texts said to have changed',
  input: z.strictObject({}),
  output: z.object({
    resources: z.array(resourceCard.extend({ version: z.int(), upkeep: resourceUpkeep })),
    changes: z.array(legalChange.extend({ networkName: z.string(), citing: z.int() })),
    /** Networks where the reader may say that a text changed. */
    networks: z.array(z.object({ id: identifier, name: z.string() })),
  }),
});

const aimed = { resourceId: identifier, version: z.int().min(1) };

export const confirmResource = endpoint({
  method: 'POST',
  path: '/library/resources/:resourceId/confirmation',
  summary: 'Say that a resource was read again today and still holds, and when to look at it next',
  input: z.strictObject({ ...aimed, reviewOn: z.iso.date().nullable() }),
  output: nothing,
});

export const followMovedLink = endpoint({
  method: 'POST',
  path: '/library/resources/:resourceId/link',
  summary: 'Take the address at which the link of a resource answers from now on',
  input: z.strictObject({ ...aimed, link: webLink }),
  output: nothing,
});

export const reportLegalChange = endpoint({
  method: 'POST',
  path: '/library/legal-changes',
  summary: 'Say that a legal text changed: every resource that cites it and was not checked since is to be read again',
  input: z.strictObject({ networkId: identifier, article: shortText(80), changedOn: z.iso.date(), note: shortText(300, 3), link: webLink.nullable() }),
  output: z.object({ id: identifier, citing: z.int() }),
});

export const withdrawLegalChange = endpoint({
  method: 'DELETE',
  path: '/library/legal-changes/:changeId',
  summary: 'Take back that a text changed',
  input: z.strictObject({ changeId: identifier }),
  output: nothing,
});
