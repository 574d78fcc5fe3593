import { partsOf } from './marked-text';

it('a text is cut where its marks are, and nothing of it is lost', () => {
  expect(partsOf('Béton de chanvre', [[0, 5], [9, 16]])).toEqual([
    { text: 'Béton', isMarked: true }, { text: ' de ', isMarked: false }, { text: 'chanvre', isMarked: true }]);
  expect(partsOf('Béton', [])).toEqual([{ text: 'Béton', isMarked: false }]);
  expect(partsOf('Béton', [[3, 2], [2, 99]]).map(({ text }) => text).join('')).toBe('Béton');
});
