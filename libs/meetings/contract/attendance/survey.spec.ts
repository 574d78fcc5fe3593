import { isSurveyOpen, type SurveyRow, surveyTotals } from './survey';

const said = (useful: number, words = '', name: string | null = null): SurveyRow => ({ useful, pace: 'right', words, name });

it('four answers say nothing, five say totals', () => {
  expect(surveyTotals([said(4), said(4), said(3), said(2)])).toBeNull();
  expect(surveyTotals([said(4), said(4), said(3), said(2), said(1)])).toMatchObject({ useful: { 1: 1, 2: 1, 3: 1, 4: 2 }, pace: { right: 5 } });
});

it('words come without names unless signed, in an order that tells nothing', () => {
  const totals = surveyTotals([said(4, 'Zut'), said(4), said(4), said(3, 'À garder : les groupes', 'Sophie Martin'), said(4, 'Bravo')]);
  expect(totals?.words).toEqual([{ words: 'À garder : les groupes', name: 'Sophie Martin' }, { words: 'Bravo', name: null }, { words: 'Zut', name: null }]);
});

it.each([['2026-03-26T14:59:59Z', false], ['2026-03-26T15:00:00Z', true], ['2026-04-25T14:59:59Z', true], ['2026-04-25T15:00:00Z', false]])('at %s it is open: %s', (now, open) => {
  expect(isSurveyOpen({ endsAt: new Date('2026-03-26T15:00:00Z'), cancelledAt: null }, new Date(now))).toBe(open);
});

it('a meeting that did not take place is not spoken of', () => {
  expect(isSurveyOpen({ endsAt: new Date('2026-03-26T15:00:00Z'), cancelledAt: new Date() }, new Date('2026-03-27T15:00:00Z'))).toBe(false);
});
