import { describe, expect, it } from '@jest/globals';
import { mayComment } from './comment.policy';
import type { CommentAction } from './comment.policy';
import type { DraftRight } from '../draft';

const actions: CommentAction[] = ['read', 'write', 'change', 'resolve', 'reopen'];
const allowed = (right: DraftRight | null, by: string) => actions.filter((action) => mayComment({ personId: 'me', right }, action, { by }));

describe('who may do what with a comment', () => {
  it.each<[string, DraftRight | null, string, CommentAction[]]>([
    ['a stranger', null, 'other', []],
    ['a stranger who once wrote it', null, 'me', []],
    ['a reader', 'reader', 'other', []],
    ['a reader who once wrote it', 'reader', 'me', []],
    ['a commenter, of another’s', 'commenter', 'other', ['read', 'write', 'reopen']],
    ['a commenter, of their own', 'commenter', 'me', ['read', 'write', 'change', 'resolve', 'reopen']],
    ['a suggester, of another’s', 'suggester', 'other', ['read', 'write', 'reopen']],
    ['an editor, of another’s', 'editor', 'other', ['read', 'write', 'resolve', 'reopen']],
    ['a manager, of another’s', 'manager', 'other', ['read', 'write', 'resolve', 'reopen']],
    ['a manager, of their own', 'manager', 'me', ['read', 'write', 'change', 'resolve', 'reopen']],
  ])('%s', (_, right, by, expected) => {
    expect(allowed(right, by)).toEqual(expected);
  });
});
