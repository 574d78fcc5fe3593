import { fromParisClock, toParisClock } from './paris-moment';

it.each(['2024-10-22T12:00:00.000Z', '2024-12-22T12:00:00.000Z', '2026-03-29T01:30:00.000Z'])('%s is written on the clock of Paris and read back the same', (iso) => {
  expect(fromParisClock(toParisClock(iso))).toBe(iso);
});

it('an empty or unfinished field is no instant', () => {
  expect([fromParisClock(''), fromParisClock('2024-10-22'), toParisClock(null)]).toEqual([null, null, '']);
});
