import type { PollState, PollVisibility } from './poll';
import { pollSight, showsMore } from './poll-sight';

const seen = (visibility: PollVisibility, state: PollState, hasAnswered: boolean, namesHidden = false) =>
  Object.entries(pollSight({ visibility, state, namesHidden }, { seesEverything: false, hasAnswered })).flatMap(([what, shown]) => (shown ? [what] : []));

it.each([
  ['all', 'open', false, ['totals', 'lines', 'names']],
  ['totals', 'open', false, ['totals']],
  ['totals', 'closed', true, ['totals']],
  ['after-answer', 'open', false, []],
  ['after-answer', 'open', true, ['totals', 'lines', 'names']],
  ['after-answer', 'closed', false, ['totals', 'lines', 'names']],
  ['after-answer', 'decided', false, ['totals', 'lines', 'names']],
  ['after-answer', 'cancelled', false, []],
] as const)('%s, %s, answered %s: %j', (visibility, state, hasAnswered, shown) => {
  expect(seen(visibility, state, hasAnswered)).toEqual(shown);
});

it('hidden names are hidden for good, and from nobody who runs the poll', () => {
  expect(seen('all', 'decided', true, true)).toEqual(['totals', 'lines']);
  expect(pollSight({ visibility: 'totals', state: 'open', namesHidden: true }, { seesEverything: true, hasAnswered: false })).toEqual({ totals: true, lines: true, names: true });
});

it.each([
  [{ visibility: 'all', namesHidden: true }, { visibility: 'all', namesHidden: false }, true],
  [{ visibility: 'totals', namesHidden: false }, { visibility: 'after-answer', namesHidden: false }, true],
  [{ visibility: 'after-answer', namesHidden: false }, { visibility: 'all', namesHidden: false }, false],
  [{ visibility: 'all', namesHidden: false }, { visibility: 'totals', namesHidden: true }, false],
] as const)('from %j to %j shows more: %s', (before, after, more) => {
  expect(showsMore(before, after)).toBe(more);
});
