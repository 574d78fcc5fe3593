import { structureKinds } from '@cohorte/networks/contract';
import { identifier, shortText } from '@cohorte/platform/contract';
import * as z from 'zod';
import { resourceKinds } from './taxonomies';
import { useFacts } from './use-facts';

/** Who may read a toolbox once it is published. */
export const toolboxAccess = ['public', 'network', 'cohort'] as const;
export type ToolboxAccess = (typeof toolboxAccess)[number];

export const toolboxStates = ['draft', 'published'] as const;
export type ToolboxState = (typeof toolboxStates)[number];

/** More would be a library, not a selection. */
export const selectedMost = 60;

export const toolboxFields = z.strictObject({
  title: shortText(160, 3),
  introduction: z.string().trim().max(4_000).regex(/^[\P{Cc}\n\r\t]*$/u),
  access: z.enum(toolboxAccess),
});
export type ToolboxFields = z.output<typeof toolboxFields>;

export const reason = shortText(400, 0);

/** Structures of one kind that said so: never their names. */
const profile = z.object({ kind: z.enum(structureKinds), count: z.int() });

export const toolboxItem = z.object({
  resourceId: identifier,
  slug: z.string(),
  title: z.string(),
  kind: z.enum(resourceKinds),
  form: z.string(),
  publisher: z.string(),
  year: z.int().nullable(),
  summary: z.string(),
  /** Its own page says why it was retired. */
  isRetired: z.boolean(),
  isDue: z.boolean(),
  reason: z.string(),
  /** How many structures state each fact. */
  facts: z.record(z.enum(useFacts), z.int()),
  byWhom: z.array(profile),
});
export type ToolboxItem = z.output<typeof toolboxItem>;

export const candidate = toolboxItem.extend({
  nominatedBy: z.string().nullable(),
  /** What my structures stated. */
  mine: z.record(identifier, z.enum(useFacts)),
  mayWithdraw: z.boolean(),
});
export type Candidate = z.output<typeof candidate>;

export const toolboxCard = z.object({
  id: identifier, slug: z.string(), title: z.string(), introduction: z.string(), access: z.enum(toolboxAccess), state: z.enum(toolboxStates), spaceName: z.string(), items: z.int(), publishedAt: z.iso.datetime().nullable(),
});
export type ToolboxCard = z.output<typeof toolboxCard>;

export const toolboxPage = toolboxFields.extend({
  id: identifier,
  slug: z.string(),
  state: z.enum(toolboxStates),
  version: z.int(),
  spaceId: identifier,
  spaceName: z.string(),
  networkName: z.string(),
  publishedAt: z.iso.datetime().nullable(),
  /** The selection, in its order. */
  items: z.array(toolboxItem),
  /** What was nominated, the selected ones included; empty for whoever takes no part. */
  candidates: z.array(candidate),
  /** Structures the reader speaks for here. */
  structures: z.array(z.object({ id: identifier, name: z.string() })),
  snapshots: z.array(z.object({ id: identifier, title: z.string(), madeAt: z.iso.datetime() })),
  /** Set when what is shown is a snapshot. */
  snapshot: z.object({ id: identifier, title: z.string(), madeAt: z.iso.datetime() }).nullable(),
  may: z.object({ nominate: z.boolean(), vote: z.boolean(), run: z.boolean() }),
});
export type ToolboxPage = z.output<typeof toolboxPage>;
