import { disposition, rangeOf } from './byte-range';

it.each([
  [undefined, null], ['bytes=0-', { from: 0, to: 99 }], ['bytes=10-19', { from: 10, to: 19 }], ['bytes=90-500', { from: 90, to: 99 }], ['bytes=-10', { from: 90, to: 99 }], ['bytes=-500', { from: 0, to: 99 }],
  ['bytes=100-', 'unsatisfiable'], ['bytes=-0', 'unsatisfiable'], ['bytes=9-3', null], ['bytes=-', null], ['bytes=0-1,5-6', null], ['lines=0-1', null], ['bytes=abc', null], ['bytes=99999999999999999-', null],
])('of a hundred bytes, %s', (header, range) => expect(rangeOf(header, 100)).toEqual(range));

it('a name of any script travels in a header that no sign can break', () => {
  const header = disposition('attachment', 'Évaluation "n° 1" — l’été\r\nX: 1.pdf');
  expect(header).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/);
  expect(header).not.toMatch(/[\r\n]/);
  expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toContain('Évaluation "n° 1" — l’été');
});
