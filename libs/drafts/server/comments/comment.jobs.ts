import { job } from '@cohorte/platform/server';
import * as z from 'zod';

/** Tells one person by mail what was said in one thread since the last letter. */
export const sendCommentLetter = job('drafts.send-comment-letter', z.object({ threadId: z.uuid(), personId: z.uuid() }));

/** Forgets the words of a deleted comment. */
export const forgetComment = job('drafts.forget-comment', z.object({ commentId: z.uuid() }));
