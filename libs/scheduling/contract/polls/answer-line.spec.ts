import { answerAt, bestAnswer, hasAnswered, lineOf, withAnswer } from './answer-line';

it('a line keeps each answer at the place of its slot, and nothing elsewhere', () => {
  const line = withAnswer(withAnswer('', 3, 'if-need-be'), 1, 'yes');
  expect(line).toBe('-y-i');
  expect([0, 1, 2, 3, 4].map((place) => answerAt(line, place))).toEqual([null, 'yes', null, 'if-need-be', null]);
  expect(withAnswer(line, 1, null)).toBe('---i');
  expect(lineOf(['no', null])).toBe('n-');
});

it('of a structure’s people, the most welcome answer counts', () => {
  expect(bestAnswer([null, 'no', 'if-need-be'])).toBe('if-need-be');
  expect(bestAnswer(['no', null])).toBe('no');
  expect(bestAnswer([null])).toBeNull();
});

it.each([
  [['yes', null], false, true], [['no', 'if-need-be'], false, true], [['no', 'no'], false, false], [[null, null], false, false], [['no', 'no'], true, true],
] as const)('%j, confirmed that none suits: %s, is an answer: %s', (answers, noneFits, answered) => {
  expect(hasAnswered(answers, noneFits)).toBe(answered);
});
