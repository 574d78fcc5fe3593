import { describe, expect, it } from '@jest/globals';
import { concerning, sectionsHolding } from './workshop-sections';

const headings = [
  { id: 'axis', level: 1 }, { id: 'goal', level: 2 }, { id: 'action', level: 3 }, { id: 'other-goal', level: 2 },
  { id: 'next-axis', level: 1 }, { id: null, level: 2 }, { id: 'deep', level: 4 },
];

describe('the sections that hold a passage', () => {
  it.each([
    ['under a first-level heading', 0, ['axis']],
    ['under a second-level heading', 1, ['goal', 'axis']],
    ['under a third-level heading', 2, ['goal', 'axis']],
    ['under the next second-level heading', 3, ['other-goal', 'axis']],
    ['under another axis', 4, ['next-axis']],
    ['under a heading without a name, its axis', 6, ['next-axis']],
    ['before any heading', -1, []],
  ])('%s', (_, index, sections) => {
    expect(sectionsHolding(headings, index)).toEqual(sections);
  });

  it('a document that starts at level 2 needs no axis', () => {
    expect(sectionsHolding([{ id: 'a', level: 2 }, { id: 'b', level: 2 }], 1)).toEqual(['b']);
  });

  it('the innermost section speaks first', () => {
    const groups = [{ name: 'axis', of: ['axis'] }, { name: 'goal', of: ['goal'] }];
    expect(concerning(['goal', 'axis'], groups, ({ of }) => of)?.name).toBe('goal');
    expect(concerning(['other-goal', 'axis'], groups, ({ of }) => of)?.name).toBe('axis');
    expect(concerning(['elsewhere'], groups, ({ of }) => of)).toBeNull();
  });
});
