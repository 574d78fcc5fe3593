import { describe, expect, it } from '@jest/globals';
import type { DraftRight } from '../draft';
import { mayInWorkshop } from './workshop.policy';
import type { WorkshopAction } from './workshop.policy';

type Part = 'none' | 'facilitator' | 'in a group';
const actions = ['see', 'start', 'lead', 'finish', 'join'] as const;

describe('who may do what in a workshop', () => {
  it.each<[DraftRight | null, Part, WorkshopAction[]]>([
    [null, 'none', []],
    [null, 'facilitator', []],
    [null, 'in a group', []],
    ['reader', 'none', ['see', 'join']],
    ['reader', 'in a group', ['see', 'finish', 'join']],
    ['reader', 'facilitator', ['see', 'join']],
    ['commenter', 'in a group', ['see', 'finish', 'join']],
    ['suggester', 'facilitator', ['see', 'join']],
    ['editor', 'none', ['see', 'join']],
    ['editor', 'in a group', ['see', 'finish', 'join']],
    ['editor', 'facilitator', ['see', 'lead', 'finish', 'join']],
    ['manager', 'none', ['see', 'start', 'lead', 'finish', 'join']],
    ['manager', 'facilitator', ['see', 'start', 'lead', 'finish', 'join']],
  ])('a person with the right «%s», part «%s»: %s', (right, part, allowed) => {
    const who = { right, isFacilitator: part === 'facilitator', isInGroup: part === 'in a group' };
    expect(actions.filter((action) => mayInWorkshop(who, action))).toEqual(allowed);
  });
});
