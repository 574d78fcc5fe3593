import { HeldRows } from './held-rows';

const after = (...takes: (readonly [number, number])[]): HeldRows => {
  const held = new HeldRows();
  held.startAt(10);
  for (const [first, last] of takes) held.take(first, last);
  return held;
};

describe('which rows of the journal are held', () => {
  it('counts on while nothing is missing, and rows that come twice change nothing', () => {
    const held = after([11, 13], [12, 14], [3, 4], [15, 15]);
    expect([held.upto, held.hasHole]).toEqual([15, false]);
  });

  it('stops before a hole, and goes on once it is filled, in whatever order', () => {
    expect(after([13, 14], [17, 17]).upto).toBe(10);
    expect(after([13, 14]).hasHole).toBe(true);
    const filled = after([13, 14], [17, 17], [11, 12], [15, 16]);
    expect([filled.upto, filled.hasHole]).toEqual([17, false]);
  });

  it('starts where a join says, with the rows that came before its answer', () => {
    const held = after([13, 14], [21, 22]);
    held.startAt(20);
    expect([held.upto, held.hasHole]).toEqual([22, false]);
    held.take(25, 25);
    held.clear();
    expect([held.upto, held.hasHole]).toEqual([0, false]);
  });
});
