import { identifier } from '@cohorte/platform/contract';
import * as z from 'zod';
import { draftPerson } from '../draft';

/** How much a comment and its passage may hold, in characters. */
export const commentLimits = {
  body: 4_000,
  quote: 500,
  /** Kept on either side of the passage, to know it again among twins. */
  context: 60,
  mentions: 20,
  /** An encoded Y.RelativePosition: two numbers and a name. */
  anchorBytes: 256,
  threadsPerDraft: 2_000,
  commentsPerThread: 500,
  /** Nobody reads faster than this. */
  commentsPerMinute: 30,
} as const;

export const threadStatus = z.enum(['open', 'resolved']);
export type ThreadStatus = z.output<typeof threadStatus>;

/** Several lines; no other control character, which no keyboard types. */
const lines = (max: number, min = 0) => z.string().min(min).max(max).regex(/^(?:\P{Cc}|[\n\t])*$/u);

export const commentBody = z.string().trim().pipe(lines(commentLimits.body, 1));

/** Where a thread stands: two Y.RelativePosition in base64, and the words themselves in case the positions get lost. */
export const threadAnchor = z.strictObject({
  anchorStart: z.base64().min(1).max(Math.ceil(commentLimits.anchorBytes / 3) * 4),
  anchorEnd: z.base64().min(1).max(Math.ceil(commentLimits.anchorBytes / 3) * 4),
  quote: lines(commentLimits.quote, 1),
  prefix: lines(commentLimits.context),
  suffix: lines(commentLimits.context),
});
export type ThreadAnchor = z.output<typeof threadAnchor>;

/** The name is null once the person's account is erased. */
export const commentPerson = z.object({ personId: identifier, name: z.string().nullable() });
export type CommentPerson = z.output<typeof commentPerson>;

/** A deleted comment keeps its place, its author and no word. */
export const draftComment = z.object({
  id: identifier,
  author: commentPerson,
  body: z.string(),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  isDeleted: z.boolean(),
});
export type DraftComment = z.output<typeof draftComment>;

export const draftThread = z.object({
  id: identifier,
  draftId: identifier,
  anchorStart: z.string(),
  anchorEnd: z.string(),
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  status: threadStatus,
  resolvedBy: commentPerson.nullable(),
  resolvedAt: z.iso.datetime().nullable(),
  createdBy: identifier,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Up to when whoever asks has read it; null is never. */
  readAt: z.iso.datetime().nullable(),
  comments: z.array(draftComment),
  /** Those whom the comments name, by their tokens. */
  mentioned: z.array(commentPerson),
});
export type DraftThread = z.output<typeof draftThread>;

/** Somebody else has written here since this person last read it. */
export const isUnread = ({ comments, readAt }: Pick<DraftThread, 'comments' | 'readAt'>, personId: string): boolean =>
  comments.some(({ author, createdAt, isDeleted }) => !isDeleted && author.personId !== personId && (readAt === null || createdAt > readAt));

/** The moment of the last word of a thread: what has been read once it was shown. */
export const lastWordAt = ({ comments, createdAt }: Pick<DraftThread, 'comments' | 'createdAt'>): string =>
  comments.reduce((latest, comment) => (comment.createdAt > latest ? comment.createdAt : latest), createdAt);

/** Who can be named in a comment: whoever may answer it. */
export const mentionable = draftPerson;

// A comment names someone by id, never by name: an erased person leaves no name behind in others' words.
const tokenPattern = /@\{([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}/g;

export const mentionToken = (personId: string): string => `@{${personId}}`;

/** The people a comment names, each once, in their order. */
export const mentionsIn = (body: string): string[] => [...new Set([...body.matchAll(tokenPattern)].map((found) => found[1] as string))];

export type BodyPart = { readonly text: string } | { readonly personId: string };

/** A comment's words, with the people it names apart. */
export function bodyParts(body: string): BodyPart[] {
  const parts: BodyPart[] = [];
  let at = 0;
  for (const found of body.matchAll(tokenPattern)) {
    if (found.index > at) parts.push({ text: body.slice(at, found.index) });
    parts.push({ personId: found[1] as string });
    at = found.index + found[0].length;
  }
  if (at < body.length) parts.push({ text: body.slice(at) });
  return parts;
}

/** A comment as plain text, people by their name. */
export const bodyAsText = (body: string, nameOf: (personId: string) => string): string =>
  bodyParts(body).map((part) => ('text' in part ? part.text : `@${nameOf(part.personId)}`)).join('');
