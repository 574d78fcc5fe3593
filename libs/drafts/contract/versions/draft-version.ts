import { identifier, shortText } from '@cohorte/platform/contract';
import * as z from 'zod';
import { draftPerson, draftSeq } from '../draft';

/** Why a position of the journal is worth coming back to; `auto` is the end of a session of work, stored nowhere. */
export const versionKind = z.enum(['auto', 'named', 'restored', 'before-restore']);
export type VersionKind = z.output<typeof versionKind>;

export const versionName = shortText(120);

/** A session of work ends after this long without an edit, and is cut when it lasts longer than the second. */
export const sessionLimits = { pauseMinutes: 15, lastsHours: 2 } as const;

/** A position of the journal and what was done since the version before it. */
export const draftVersion = z.object({
  seq: draftSeq,
  kind: versionKind,
  name: z.string().nullable(),
  namedBy: identifier.nullable(),
  /** Of a restoration: the position whose text came back. */
  restores: draftSeq.nullable(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  /** Those who wrote since the version before, most edits first; none is the application's first text. */
  writers: z.array(identifier),
  wordsAdded: z.int(),
  wordsRemoved: z.int(),
});
export type DraftVersion = z.output<typeof draftVersion>;

/** Words that moved keep their author; `restored` ones are those a restoration brought back. */
export const changeKinds = ['inserted', 'deleted', 'restored', 'moved-here', 'moved-away', 'formatted', 'changed'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Part of a line that one person wrote; null is the application's own first text. */
export const lineAuthor = z.object({ personId: identifier.nullable(), share: z.number().min(0).max(1), lastAt: z.iso.datetime() });
export type LineAuthor = z.output<typeof lineAuthor>;

/** A position worth showing: its own moment, and its name when it has one. */
export const versionMoment = z.object({ seq: draftSeq, at: z.iso.datetime(), name: z.string().nullable() });
export type VersionMoment = z.output<typeof versionMoment>;

export const versionText = z.object({
  version: versionMoment,
  /** The position the draft has now. */
  head: draftSeq,
  /** Like the draft's own HTML; each line says its place among `lines` in `data-line`. */
  html: z.string(),
  words: z.int(),
  lines: z.array(z.array(lineAuthor)),
  people: z.array(draftPerson),
});
export type VersionText = z.output<typeof versionText>;

export const versionComparison = z.object({
  from: versionMoment,
  to: versionMoment,
  head: draftSeq,
  /** What stands at either position: `data-change`, `data-author`, `data-at` and, one number a change, `data-number`. */
  html: z.string(),
  changes: z.int(),
  wordsAdded: z.int(),
  wordsRemoved: z.int(),
  people: z.array(draftPerson),
});
export type VersionComparison = z.output<typeof versionComparison>;

/** What one person gave to a draft. Moved words count for nobody; words brought back count for who wrote them first. */
export const draftContribution = z.object({
  personId: identifier,
  name: z.string(),
  wordsStanding: z.int(),
  charactersStanding: z.int(),
  wordsRemoved: z.int(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
});
export type DraftContribution = z.output<typeof draftContribution>;
