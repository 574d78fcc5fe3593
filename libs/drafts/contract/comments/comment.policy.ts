import { allows } from '../draft.policy';
import type { DraftRight } from '../draft';

/** Whoever acts on a comment or a thread, and what they may do with its draft. */
export interface Commenting {
  readonly personId: string;
  readonly right: DraftRight | null;
}

export type CommentAction = 'read' | 'write' | 'change' | 'resolve' | 'reopen';

/**
 * Comments are the writers' talk among themselves: mere readers see none of it. Anyone who may comment reads, writes and reopens;
 * one's words are one's own; a thread is settled by whoever began it or by those who can change the text it asks to change.
 */
export function mayComment(who: Commenting, action: CommentAction, thing: { readonly by: string } = { by: '' }): boolean {
  if (!allows(who.right, 'comment')) return false;
  const isOwn = thing.by === who.personId;
  if (action === 'change') return isOwn;
  if (action === 'resolve') return isOwn || allows(who.right, 'edit');
  return true;
}
