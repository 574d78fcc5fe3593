import { endpoint, identifier, nothing, shortText } from '@cohorte/platform/contract';
import * as z from 'zod';
import { filePage, fileProblems, fileRemarks, fileRoles } from './file';
import { fileTypeKeys } from './file-types';
import { resourceFields, resourceStates } from './resource';
import { formKeys } from './taxonomies';

/** Where files arrive, by the tus protocol (tus.io), below `/api`. */
export const uploadPath = 'library/uploads';

/** What the files of one deposit have in common; without a nature, each gets the one its type suggests. */
export const depositFields = resourceFields
  .pick({ licence: true, language: true, publisher: true, year: true, themes: true, segments: true, stages: true, sectors: true, territories: true, audiences: true, tags: true, access: true, spaceId: true })
  .extend({ form: z.enum(formKeys as [string, ...string[]]).nullable() });
export type DepositFields = z.output<typeof depositFields>;

export const fileLimits = endpoint({
  method: 'GET', path: '/library/file-limits', summary: 'How large a file may be, and how much room I have left',
  input: z.strictObject({}), output: z.object({ maxBytes: z.int(), leftBytes: z.int() }),
});

export const openDeposit = endpoint({
  method: 'POST', path: '/library/deposits', summary: 'Begin a deposit of several files, with what they have in common',
  input: z.strictObject({ requestId: identifier, fields: depositFields }), output: z.object({ id: identifier }),
});

export const listDeposits = endpoint({
  method: 'GET', path: '/library/deposits', summary: 'My last deposits of files',
  input: z.strictObject({}), output: z.object({ deposits: z.array(z.object({ id: identifier, madeAt: z.iso.datetime(), files: z.int(), waiting: z.int(), refused: z.int(), drafts: z.int() })) }),
});

/** Something that may be the same document, among what the depositor may read. */
export const duplicate = z.object({
  resourceId: identifier,
  slug: z.string(),
  title: z.string(),
  how: z.enum(['same-file', 'near-text', 'near-title']),
  /** The depositor may make the file a new version of it. */
  mayReplace: z.boolean(),
});
export type Duplicate = z.output<typeof duplicate>;

/** `sending`: not all bytes have come; `dropped`: taken back by its depositor, or become a version of another resource. */
export const depositedStates = ['sending', 'waiting', 'ready', 'refused', 'dropped'] as const;
export const duplicateChoices = ['new-version', 'distinct', 'cancel'] as const;

export const depositedFile = z.object({
  /** As the page named it in the metadata of the upload. */
  requestId: identifier,
  fileId: identifier.nullable(),
  resourceId: identifier.nullable(),
  slug: z.string().nullable(),
  /** Of the resource, for its next change. */
  version: z.int().nullable(),
  resourceState: z.enum(resourceStates).nullable(),
  title: z.string(),
  name: z.string(),
  size: z.int(),
  type: z.enum(fileTypeKeys).nullable(),
  state: z.enum(depositedStates),
  problem: z.enum(fileProblems).nullable(),
  remarks: z.array(z.enum(fileRemarks)),
  duplicates: z.array(duplicate),
  choice: z.enum(duplicateChoices).nullable(),
  /** The code of what stands against proposing it as it is now; null when nothing does. */
  missing: z.string().nullable(),
});
export type DepositedFile = z.output<typeof depositedFile>;

export const readDeposit = endpoint({
  method: 'GET', path: '/library/deposits/:depositId', summary: 'A deposit of mine and what became of each file',
  input: z.strictObject({ depositId: identifier }), output: z.object({ id: identifier, madeAt: z.iso.datetime(), fields: depositFields, files: z.array(depositedFile) }),
});

export const decideDuplicate = endpoint({
  method: 'POST', path: '/library/deposits/:depositId/files/:fileId/decision', summary: 'A file that may exist already: a new version of that, a distinct resource, or nothing',
  input: z.strictObject({ depositId: identifier, fileId: identifier, choice: z.enum(duplicateChoices), resourceId: identifier.optional(), note: shortText(300, 0).default('') }),
  output: nothing,
});

export const submitDeposit = endpoint({
  method: 'POST', path: '/library/deposits/:depositId/submission', summary: 'Propose or publish what is complete in a deposit, each for itself',
  input: z.strictObject({ depositId: identifier, then: z.enum(['submit', 'publish']), resourceIds: z.array(identifier).min(1).max(200) }),
  /** Null: done. Else the code of what stands against it. */
  output: z.object({ outcomes: z.array(z.object({ resourceId: identifier, problem: z.string().nullable() })) }),
});

export const findKnownFiles = endpoint({
  method: 'POST', path: '/library/files/known', summary: 'Which of these files exist already among what I may read, before sending them',
  input: z.strictObject({ sha256: z.array(z.string().regex(/^[0-9a-f]{64}$/)).min(1).max(200) }),
  output: z.object({ known: z.array(z.object({ sha256: z.string(), resourceId: identifier, slug: z.string(), title: z.string() })) }),
});

export const listPages = endpoint({
  method: 'GET', path: '/library/resources/:ref/pages', access: 'public', summary: 'The text of a resource’s file, page by page',
  input: z.strictObject({
    ref: z.string().regex(/^[a-z0-9][a-z0-9-]{1,119}$/), edition: z.coerce.number().int().min(1).max(10_000).optional(),
    role: z.enum(fileRoles).default('main'), from: z.coerce.number().int().min(1).max(10_000).default(1), count: z.coerce.number().int().min(1).max(20).default(5),
  }),
  output: z.object({ total: z.int(), pages: z.array(filePage) }),
});
