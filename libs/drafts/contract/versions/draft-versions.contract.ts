import { endpoint, identifier, nothing } from '@cohorte/platform/contract';
import * as z from 'zod';
import { draftPerson, draftSeq } from '../draft';
import { draftContribution, draftVersion, versionComparison, versionName, versionText } from './draft-version';

/** Positions travel in addresses too, as text. */
const position = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const ofDraft = { draftId: identifier };

export const listVersions = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/versions',
  summary: 'The versions of a draft, latest first, with who wrote in each',
  input: z.strictObject({ ...ofDraft, before: position.optional() }),
  output: z.object({
    head: draftSeq,
    versions: z.array(draftVersion),
    people: z.array(draftPerson),
    /** Ask for those before this position; null at the end. */
    next: draftSeq.nullable(),
  }),
});

export const readVersion = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/version',
  summary: 'The text at one position of the journal, with who wrote each line',
  input: z.strictObject({ ...ofDraft, seq: position }),
  output: versionText,
});

export const readAuthorship = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/authorship',
  summary: 'The text as it stands, with who wrote each line',
  input: z.strictObject(ofDraft),
  output: versionText,
});

export const compareVersions = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/comparison',
  summary: 'What changed between two positions, and by whom; without `to`, up to now',
  input: z.strictObject({ ...ofDraft, from: position, to: position.optional() }),
  output: versionComparison,
});

export const nameVersion = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/version-names',
  summary: 'Give a position a name, or another one; without `seq`, the text as it stands',
  input: z.strictObject({ ...ofDraft, seq: z.int().min(1).optional(), name: versionName }),
  output: z.object({ seq: draftSeq, name: z.string() }),
});

export const unnameVersion = endpoint({
  method: 'DELETE',
  path: '/drafts/:draftId/version-names',
  summary: 'Take the name of a position away; the text of that moment stays in the journal',
  input: z.strictObject({ ...ofDraft, seq: position }),
  output: nothing,
});

export const restoreVersion = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/restorations',
  summary: 'Bring the text of a position back, as a new version',
  input: z.strictObject({ ...ofDraft, seq: z.int().min(1) }),
  output: z.object({
    /** The position the restoration has; `before` is the one to restore to undo it. */
    seq: draftSeq,
    before: draftSeq,
  }),
});

export const listContributions = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/contributions',
  summary: 'What each person wrote in a draft',
  input: z.strictObject(ofDraft),
  output: z.object({ contributions: z.array(draftContribution) }),
});
