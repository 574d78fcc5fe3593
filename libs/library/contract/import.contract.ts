import { endpoint, identifier } from '@cohorte/platform/contract';
import * as z from 'zod';
import { fileRoles, fileStates } from './file';

export const importOutcomes = ['new', 'changed', 'same', 'refused'] as const;
/** What a file would be to its resource: the first in its place, another, the very same, or not taken. */
export const importFileOutcomes = ['new', 'version', 'same', 'refused'] as const;
/** What a draft that an import makes or finds will be: out at once, out once its file is read, or a draft for its owner to finish. */
export const importEnds = ['published', 'once-read', 'draft'] as const;

/** What readers see of a version that an import made. */
export const importNote = 'Import';
/** An archive holds the main file and the subtitles of as many resources as a table has lines. */
export const importFilesMost = 4_000;

/** Into which network: whoever imports animates it. */
export const importNetwork = { networkId: identifier };

const code = z.string();

/** A file beside the table, told by the page that unpacked it: its bytes come later, if they are needed. */
const announcedFile = z.strictObject({
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{1,119}$/),
  role: z.enum(fileRoles),
  name: z.string().min(1).max(400),
  size: z.int().min(0),
  /** Null where the browser cannot tell: it is sent, and compared when it has come. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/).nullable(),
});
export type AnnouncedFile = z.output<typeof announcedFile>;

const importedFile = z.object({
  role: z.enum(fileRoles),
  name: z.string(),
  outcome: z.enum(importFileOutcomes),
  /** Of the file that stands there already, when it is the same. */
  state: z.enum(fileStates).nullable(),
  /** Why it is not taken: a code and what its sentence needs. */
  problem: z.object({ code, details: z.object({ maxMegabytes: z.number() }) }).nullable(),
});
export type ImportedFile = z.output<typeof importedFile>;

const importedLine = z.object({
  line: z.int(),
  title: z.string(),
  slug: z.string(),
  /** Once it is there: what its files are sent to. */
  resourceId: identifier.nullable(),
  outcome: z.enum(importOutcomes),
  /** Told of drafts; null of what is out already. */
  end: z.enum(importEnds).nullable(),
  /** Columns that were not understood. */
  problems: z.array(z.string()),
  /** The code of why it is refused, or stays a draft. */
  reason: code.nullable(),
  files: z.array(importedFile),
});
export type ImportedLine = z.output<typeof importedLine>;

export const importResources = endpoint({
  method: 'POST',
  path: '/library/imports',
  summary: 'Take a table of resources in, or only say line by line what would happen, to its files too',
  input: z.strictObject({ ...importNetwork, text: z.string().min(1).max(900_000), files: z.array(announcedFile).max(importFilesMost).default([]), dryRun: z.boolean() }),
  output: z.object({ lines: z.array(importedLine) }),
});
