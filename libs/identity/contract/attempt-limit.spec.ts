import { limits, minutesToWait } from './attempt-limit';

const now = new Date('2024-10-17T12:00:00Z');
const minutesAgo = (...minutes: number[]) => minutes.map((count) => new Date(now.getTime() - count * 60_000));

describe('how long to wait before another attempt', () => {
  const threeInTen = { max: 3, minutes: 10 };

  it.each([
    ['nothing was tried', [], 0],
    ['there is room left', [1, 2], 0],
    ['the window is full: until the oldest leaves it', [1, 2, 4], 6],
    ['old attempts no longer count', [1, 2, 11, 30], 0],
    ['more than the limit were let in: until enough have left', [1, 2, 3, 4], 7],
    ['the order of attempts does not matter', [4, 1, 2], 6],
    ['the wait rounds up, and is never zero', [9.999, 9.5, 9.2], 1],
  ])('%s', (_why, minutes, wait) => {
    expect(minutesToWait(threeInTen, minutesAgo(...minutes), now)).toBe(wait);
  });

  it('leaves room for three hundred people of one town hall within ten minutes', () => {
    expect(limits.codesPerNetworkAddress.minutes).toBe(10);
    expect(limits.codesPerNetworkAddress.max).toBeGreaterThanOrEqual(300);
  });
});
