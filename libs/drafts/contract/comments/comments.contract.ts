import { endpoint, identifier, nothing } from '@cohorte/platform/contract';
import * as z from 'zod';
import { commentBody, draftThread, mentionable, threadAnchor } from './comment';

const inDraft = { draftId: identifier };
const inThread = { ...inDraft, threadId: identifier };
const ofComment = { ...inDraft, commentId: identifier };

/** Made once by the browser for one act and kept for its retries: a second click or a lost answer makes no second comment. */
const requestId = identifier;

export const threadFilters = {
  status: z.enum(['open', 'resolved', 'all']),
  /** `mine`: begun or answered by me; `mentions`: naming me. */
  about: z.enum(['all', 'mine', 'mentions']),
};

export const listThreads = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/threads',
  summary: 'The threads of comments on a draft, latest first',
  input: z.strictObject({ ...inDraft, status: threadFilters.status.optional(), about: threadFilters.about.optional() }),
  output: z.object({ threads: z.array(draftThread) }),
});

export const readThread = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/threads/:threadId',
  summary: 'One thread with its comments',
  input: z.strictObject(inThread),
  output: draftThread,
});

export const startThread = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/threads',
  summary: 'Comment a passage',
  input: z.strictObject({ ...inDraft, requestId, ...threadAnchor.shape, body: commentBody }),
  output: draftThread,
});

export const replyToThread = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/threads/:threadId/comments',
  summary: 'Answer in a thread',
  input: z.strictObject({ ...inThread, requestId, body: commentBody }),
  output: draftThread,
});

export const editComment = endpoint({
  method: 'PATCH',
  path: '/drafts/:draftId/comments/:commentId',
  summary: 'Change one’s own comment',
  input: z.strictObject({ ...ofComment, body: commentBody }),
  output: draftThread,
});

export const deleteComment = endpoint({
  method: 'DELETE',
  path: '/drafts/:draftId/comments/:commentId',
  summary: 'Delete one’s own comment; it can be restored for a few minutes',
  input: z.strictObject(ofComment),
  output: nothing,
});

export const restoreComment = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/comments/:commentId/restoration',
  summary: 'Bring back the comment one has just deleted',
  input: z.strictObject(ofComment),
  output: draftThread,
});

export const resolveThread = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/threads/:threadId/resolution',
  summary: 'Settle a thread',
  input: z.strictObject(inThread),
  output: draftThread,
});

export const reopenThread = endpoint({
  method: 'DELETE',
  path: '/drafts/:draftId/threads/:threadId/resolution',
  summary: 'Open a settled thread again',
  input: z.strictObject(inThread),
  output: draftThread,
});

export const readThreads = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/readings',
  summary: 'I have read a thread, or all of them without one, up to this moment',
  input: z.strictObject({ ...inDraft, threadId: identifier.optional(), upto: z.iso.datetime() }),
  output: nothing,
});

export const listMentionable = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/mentionable',
  summary: 'Who can be named in a comment: those who may answer it',
  input: z.strictObject(inDraft),
  output: z.object({ people: z.array(mentionable) }),
});

const commentNotices = z.object({ repliesByMail: z.boolean() });

export const readCommentNotices = endpoint({
  method: 'GET',
  path: '/comment-notices',
  summary: 'What I am told of by mail; whoever names me always reaches me',
  input: z.strictObject({}),
  output: commentNotices,
});

export const changeCommentNotices = endpoint({
  method: 'PUT',
  path: '/comment-notices',
  summary: 'Choose whether answers in my threads come by mail',
  input: z.strictObject({ repliesByMail: z.boolean() }),
  output: commentNotices,
});
