import { trackOpinion, usefulOf } from './track-survey';

const totals = (useful: [number, number, number, number], right: number) =>
  ({ useful: { 1: useful[0], 2: useful[1], 3: useful[2], 4: useful[3] }, pace: { 'too-slow': 0, right, 'too-fast': 0 }, words: [] });

describe('what was said of a whole track', () => {
  it('sums the meetings that are shown', () => {
    const shown = [{ answers: 6, totals: totals([0, 1, 2, 3], 4) }, { answers: 5, totals: totals([1, 1, 1, 2], 5) }];
    expect(trackOpinion(shown)).toEqual({ meetings: 2, answers: 11, useful: 8, rightPace: 9 });
    expect(usefulOf(totals([3, 1, 2, 5], 0))).toBe(7);
  });

  it('leaves out, also of the sum, a meeting with too few answers: a subtraction would tell them', () => {
    expect(trackOpinion([{ answers: 6, totals: totals([0, 0, 3, 3], 6) }, { answers: 2, totals: null }])).toEqual({ meetings: 1, answers: 6, useful: 6, rightPace: 6 });
    expect(trackOpinion([{ answers: 4, totals: null }])).toBeNull();
    expect(trackOpinion([])).toBeNull();
  });
});
