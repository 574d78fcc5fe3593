import * as z from 'zod';
import { endpoint } from '../endpoint';
import { identifier } from '../fields';
import { queryLengthMax } from './search-query';

/** As far as results are turned over: beyond, the question is too wide to be read. */
const offsetMax = 200;
const facetsMax = 12;
const valuesMax = 20;

const facetName = z.string().regex(/^[a-z][a-zA-Z-]{0,29}$/);
const chosenFacets = z.record(facetName, z.array(z.string().min(1).max(80)).max(valuesMax)).refine((facets) => Object.keys(facets).length <= facetsMax, 'too-many');

/** In an address as `{"theme":["eau"]}`. */
const facetsInAddress = z
  .string()
  .max(2_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'invalid' });
      return z.NEVER;
    }
  })
  .pipe(chosenFacets);

/** What is typed or pasted in the box: of a long text the beginning is looked for. */
const question = z
  .string()
  .max(10_000)
  .transform((text) => text.slice(0, queryLengthMax));

/** One of the tabs of the results: what one domain publishes. */
const domain = z.string().regex(/^[a-z]{1,30}$/);

/** Offsets in the text beside them, end excluded. */
const marks = z.array(z.tuple([z.int(), z.int()]));

export const searchHit = z.object({
  id: identifier,
  domain: z.string(),
  kind: z.string(),
  title: z.string(),
  titleMarks: marks,
  path: z.string(),
  /** Two lines that say why it was found; the page they are on when the text has pages. */
  extract: z.object({ text: z.string(), marks, page: z.int().nullable() }).nullable(),
});
export type SearchHit = z.output<typeof searchHit>;

/** How the question was bent to find something. */
export const searchStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('as-asked') }),
  z.object({ kind: z.literal('corrected'), words: z.array(z.object({ said: z.string(), nearest: z.string() })) }),
  z.object({ kind: z.literal('without'), words: z.array(z.string()) }),
]);
export type SearchStepTold = z.output<typeof searchStep>;

export const searchAnswer = z.object({
  hits: z.array(searchHit),
  step: searchStep,
  hasMore: z.boolean(),
  total: z.int(),
  /** There are more than `total`: counting stops where nobody reads any more. */
  isMore: z.boolean(),
  /** For the tabs, whatever tab and facets are chosen. */
  domains: z.array(z.object({ domain: z.string(), entries: z.int() })),
  /** Of each facet as if it were not chosen itself, most entries first. */
  facets: z.array(z.object({ facet: z.string(), value: z.string(), entries: z.int() })),
});
export type SearchAnswer = z.output<typeof searchAnswer>;

export const search = endpoint({
  method: 'GET',
  path: '/search',
  access: 'public',
  summary: 'What answers a question among all that one may know, how it was understood, and how the answers share out',
  input: z.strictObject({ q: question, domain: domain.optional(), facets: facetsInAddress.optional(), offset: z.coerce.number().int().min(0).max(offsetMax).default(0) }),
  output: searchAnswer,
});

export const completeSearch = endpoint({
  method: 'GET',
  path: '/search/completions',
  access: 'public',
  summary: 'While one types: the titles that answer already',
  input: z.strictObject({ q: question, domain: domain.optional() }),
  output: z.object({ hits: z.array(searchHit.omit({ extract: true })) }),
});
