import { endpoint, identifier, nothing } from '@cohorte/platform/contract';
import * as z from 'zod';
import { groupsMost, synonymMembers } from './synonym';

export const listSynonyms = endpoint({
  method: 'GET',
  path: '/library/networks/:networkId/synonyms',
  summary: 'The words that mean the same in the search, as a network keeps them',
  input: z.strictObject({ networkId: identifier }),
  output: z.object({
    networkName: z.string(),
    mayKeep: z.boolean(),
    groups: z.array(z.object({ id: identifier, members: z.array(z.string()), version: z.int(), changedBy: z.string().nullable(), changedAt: z.iso.datetime() })).max(groupsMost),
  }),
});

export const addSynonyms = endpoint({
  method: 'POST',
  path: '/library/networks/:networkId/synonyms',
  summary: 'Say that words mean the same: looking for one finds the others at once',
  input: z.strictObject({ networkId: identifier, requestId: identifier, members: synonymMembers }),
  output: z.object({ id: identifier }),
});

export const startSynonyms = endpoint({
  method: 'POST',
  path: '/library/networks/:networkId/synonyms/start',
  summary: 'Take over the short forms of public purchasing that are not there yet',
  input: z.strictObject({ networkId: identifier }),
  output: z.object({ added: z.int() }),
});

export const changeSynonyms = endpoint({
  method: 'PUT',
  path: '/library/networks/:networkId/synonyms/:groupId',
  summary: 'Change the words of a group',
  input: z.strictObject({ networkId: identifier, groupId: identifier, version: z.int().min(1), members: synonymMembers }),
  output: nothing,
});

export const removeSynonyms = endpoint({
  method: 'DELETE',
  path: '/library/networks/:networkId/synonyms/:groupId',
  summary: 'Take a group out: its words are looked for each by itself again',
  input: z.strictObject({ networkId: identifier, groupId: identifier }),
  output: nothing,
});
