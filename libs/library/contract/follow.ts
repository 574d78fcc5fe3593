import { endpoint, identifier, nothing } from '@cohorte/platform/contract';
import * as z from 'zod';
import { resourceCard } from './resource';
import { canResource, type Reader, type ResourceStanding } from './resource.policy';

const one = { resourceId: identifier };

export const openFollow = endpoint({
  method: 'GET', path: '/library/resources/:resourceId/follow', summary: 'Whether I am told of new versions of a resource',
  input: z.strictObject(one), output: z.object({ follows: z.boolean(), mayFollow: z.boolean() }),
});

export const setFollow = endpoint({
  method: 'PUT', path: '/library/resources/:resourceId/follow', summary: 'Be told of new versions of a resource, and when it is retired; or not any more',
  input: z.strictObject({ ...one, follows: z.boolean() }), output: nothing,
});

export const listFollows = endpoint({
  method: 'GET', path: '/library/follows', summary: 'Resources whose new versions I am told of',
  input: z.strictObject({}), output: z.object({ resources: z.array(resourceCard) }),
});

/** Who may read what is published may be told what becomes of it; of what is retired nothing comes any more. */
export const canFollow = (reader: Reader, resource: ResourceStanding): boolean => reader.personId !== null && resource.state === 'published' && canResource(reader, 'read', resource);
