import { endpoint, identifier, nothing, shortText } from '@cohorte/platform/contract';
import * as z from 'zod';
import { type Facet, facets, facetTerms, type ListedFacet, listedFacets, resourceOrders } from './facets';
import { accessLevels, resourceCard, resourceFields, resourcePage } from './resource';
import { tagWord } from './tag';
import { keysOf } from './taxonomies';

/** In an address as `theme=eau,energie`. */
const listIn = (value: z.ZodType<string, string>) => z.string().max(600).transform((text) => text.split(',').filter(Boolean)).pipe(z.array(value).max(40)).optional();
const listOf = (facet: ListedFacet) => listIn(z.enum(keysOf(facetTerms[facet]) as [string, ...string[]]));

const facetInput = Object.fromEntries(listedFacets.map((facet) => [facet, listOf(facet)])) as Record<ListedFacet, ReturnType<typeof listOf>>;

/** A slug or an identifier. */
const reference = z.string().regex(/^[a-z0-9][a-z0-9-]{1,119}$/);

export const listResources = endpoint({
  method: 'GET',
  path: '/library/resources',
  access: 'public',
  summary: 'Resources the reader may know, filtered, with how they share out among facets',
  input: z.strictObject({
    q: z.string().trim().max(200).optional(),
    ...facetInput,
    tag: listIn(tagWord),
    order: z.enum(resourceOrders).default('recent'),
    page: z.coerce.number().int().min(1).max(1_000).default(1),
  }),
  output: z.object({
    total: z.int(),
    resources: z.array(resourceCard),
    /** How the question was bent to find something; both empty when it was not. */
    understood: z.object({ corrected: z.array(z.object({ said: z.string(), nearest: z.string() })), without: z.array(z.string()) }),
    counts: z.array(z.object({ facet: z.enum(facets as [Facet, ...Facet[]]), value: z.string(), count: z.int() })),
  }),
});

export const openResource = endpoint({
  method: 'GET',
  path: '/library/resources/:ref',
  access: 'public',
  summary: 'A resource: what, for whom, at which step, its text and its versions',
  input: z.strictObject({ ref: reference, edition: z.coerce.number().int().min(1).max(10_000).optional() }),
  output: resourcePage,
});

/** Places where the reader may deposit, and what they decide there. */
export const depositPlace = z.object({ access: z.enum(accessLevels), spaceId: identifier, name: z.string(), networkId: identifier, mayPublish: z.boolean() });
export type DepositPlaceCard = z.output<typeof depositPlace>;

export const openDesk = endpoint({
  method: 'GET',
  path: '/library/desk',
  summary: 'My deposits, what waits for my decision, and where I may deposit',
  input: z.strictObject({}),
  output: z.object({ places: z.array(depositPlace), mine: z.array(resourceCard), waiting: z.array(resourceCard.extend({ ownerName: z.string().nullable(), submittedAt: z.iso.datetime().nullable() })) }),
});

const written = z.object({ id: identifier, slug: z.string(), version: z.int() });

export const depositResource = endpoint({
  method: 'POST',
  path: '/library/resources',
  summary: 'Deposit a resource: kept as a draft, proposed to the animation, or published by who may',
  input: z.strictObject({
    /** Made by the page once: sending the same form twice makes one resource. */
    requestId: identifier,
    then: z.enum(['keep', 'submit', 'publish']),
    fields: resourceFields,
  }),
  output: written,
});

export const editResource = endpoint({
  method: 'PUT',
  path: '/library/resources/:resourceId',
  summary: 'Change a resource; with a note, what was published becomes a new version',
  input: z.strictObject({ resourceId: identifier, version: z.int().min(1), fields: resourceFields, note: shortText(300, 0) }),
  output: written,
});

const act = { resourceId: identifier, version: z.int().min(1) };

export const submitResource = endpoint({ method: 'POST', path: '/library/resources/:resourceId/submission', summary: 'Propose my draft to who decides', input: z.strictObject(act), output: nothing });
export const publishResource = endpoint({ method: 'POST', path: '/library/resources/:resourceId/publication', summary: 'Publish a resource', input: z.strictObject(act), output: nothing });
export const sendBackResource = endpoint({
  method: 'POST', path: '/library/resources/:resourceId/return', summary: 'Give a proposal back to its depositor, saying what is missing', input: z.strictObject({ ...act, note: shortText(500, 3) }), output: nothing,
});
export const retireResource = endpoint({
  method: 'POST', path: '/library/resources/:resourceId/retirement', summary: 'Retire a resource: its page stays, with the reason', input: z.strictObject({ ...act, note: shortText(500, 3) }), output: nothing,
});
export const restoreResource = endpoint({ method: 'POST', path: '/library/resources/:resourceId/restoration', summary: 'Put a retired resource back', input: z.strictObject(act), output: nothing });
export const removeResource = endpoint({ method: 'DELETE', path: '/library/resources/:resourceId', summary: 'Throw away what I have not published', input: z.strictObject({ resourceId: identifier }), output: nothing });
