import { shortText, identifier } from '@cohorte/platform/contract';
import * as z from 'zod';

/** What a person may do with one whole draft, weakest first; each includes those before it. */
export const draftRights = ['reader', 'commenter', 'suggester', 'editor', 'manager'] as const;
export const draftRight = z.enum(draftRights);
export type DraftRight = z.output<typeof draftRight>;

/** What can be given to someone outside the owners: never the right to share further. */
export const grantableRights = ['reader', 'commenter', 'suggester', 'editor'] as const;
export const grantableRight = z.enum(grantableRights);
export type GrantableRight = z.output<typeof grantableRight>;

export const atLeast = (right: DraftRight | null, needed: DraftRight): boolean =>
  right !== null && draftRights.indexOf(right) >= draftRights.indexOf(needed);

export const strongest = (rights: readonly DraftRight[]): DraftRight | null =>
  rights.reduce<DraftRight | null>((best, right) => (atLeast(best, right) ? best : right), null);

/** `spaser`, `notes`, `synthesis`… the app registers its kinds; drafts knows none of them. */
export const draftKindCode = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/);
export const draftTitle = shortText(200);

/** Position in the draft's journal: rises by one with each accepted update. Exact up to 2^53. */
export const draftSeq = z.int().min(0);

export const draftSummary = z.object({
  id: identifier,
  kind: draftKindCode,
  title: z.string(),
  /** The structure that owns the draft, or a cohort for its notes. */
  ownerSpaceId: identifier,
  ownerName: z.string(),
  seq: draftSeq,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  right: draftRight,
});
export type Draft = z.output<typeof draftSummary>;

export const draftPerson = z.object({ personId: identifier, name: z.string() });
export type DraftPerson = z.output<typeof draftPerson>;

/** One heading of the document as it stands, with the guidance its kind gives for that section. */
export const outlineHeading = z.object({
  id: z.string().nullable(),
  level: z.int().min(1).max(4),
  title: z.string(),
  guidance: z.string().nullable(),
});
export type OutlineHeading = z.output<typeof outlineHeading>;

/** Someone, or a whole structure, invited into a draft by its owners. */
export const draftGrant = z.object({
  id: identifier,
  personId: identifier.nullable(),
  spaceId: identifier.nullable(),
  name: z.string(),
  right: grantableRight,
  createdAt: z.iso.datetime(),
});
export type DraftGrant = z.output<typeof draftGrant>;
