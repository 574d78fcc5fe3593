import { endpoint, identifier, nothing } from '@cohorte/platform/contract';
import * as z from 'zod';
import { canResource, isOfNetwork, type Reader, type ResourceStanding, validates } from './resource.policy';

/** What somebody tells of their use of a resource. */
export const resourceComment = z.object({
  id: identifier,
  body: z.string(),
  /** Null once the person has erased their account. */
  authorName: z.string().nullable(),
  structureName: z.string().nullable(),
  edition: z.int(),
  writtenAt: z.iso.datetime(),
  mayRemove: z.boolean(),
});
export type ResourceComment = z.output<typeof resourceComment>;

export const listComments = endpoint({
  method: 'GET', path: '/library/resources/:resourceId/comments', summary: 'What people of the network did with a resource',
  input: z.strictObject({ resourceId: identifier }), output: z.object({ comments: z.array(resourceComment), mayWrite: z.boolean() }),
});

export const addComment = endpoint({
  method: 'POST', path: '/library/resources/:resourceId/comments', summary: 'Tell what we used a resource for',
  input: z.strictObject({ resourceId: identifier, body: z.string().trim().min(3).max(1_500).regex(/^[\P{Cc}\n\r\t]*$/u), /** Be told of its new versions, too. */ follow: z.boolean().default(false) }), output: z.object({ id: identifier }),
});

export const removeComment = endpoint({
  method: 'DELETE', path: '/library/resources/:resourceId/comments/:commentId', summary: 'Take back what I told, or moderate', input: z.strictObject({ resourceId: identifier, commentId: identifier }), output: nothing,
});

/** Told among people of the network, about what they may read. */
export const canReadComments = (reader: Reader, resource: ResourceStanding): boolean => canResource(reader, 'read', resource) && isOfNetwork(reader, resource.networkId);

export const canComment = (reader: Reader, resource: ResourceStanding): boolean => resource.state === 'published' && canReadComments(reader, resource);

/** One takes back one's own words; whoever decides of the resource moderates. */
export const canRemoveComment = (reader: Reader, resource: ResourceStanding, authorId: string): boolean =>
  canReadComments(reader, resource) && (reader.personId === authorId || validates(reader, resource));
