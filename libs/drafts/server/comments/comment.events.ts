import { event } from '@cohorte/platform/server';
import * as z from 'zod';

/** Someone said something in a thread, or changed what they had said. */
export const commentWritten = event('drafts.comment-written', z.object({ commentId: z.uuid(), isNew: z.boolean() }));

/** Its words are kept a few minutes more, in case it was a slip. */
export const commentDeleted = event('drafts.comment-deleted', z.object({ commentId: z.uuid() }));
