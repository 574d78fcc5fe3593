import { Pace, sumOf } from './sending-sum';

it('what is refused weighs nothing; the batch is over when nothing can go by itself', () => {
  const files = [{ state: 'sent', size: 100, sent: 100 }, { state: 'refused', size: 900, sent: 0 }, { state: 'sending', size: 100, sent: 50 }] as const;
  expect(sumOf(files)).toMatchObject({ count: 3, bytes: 200, sent: 150, isOver: false });
  expect(sumOf([files[0], files[1], { state: 'failed', size: 100, sent: 50 }]).isOver).toBe(true);
  expect(sumOf([]).isOver).toBe(false);
});

it('what is left follows the speed of the last seconds; too early, or still, it says nothing', () => {
  const pace = new Pace();
  pace.mark(0, 0);
  pace.mark(1_000, 500);
  expect(pace.left(10_000)).toBeNull();
  pace.mark(4_000, 2_000);
  expect(pace.left(10_000)).toBe(16);
  for (let second = 5; second <= 40; second += 1) pace.mark(second * 1_000, 2_000 + (second - 4) * 100);
  expect(pace.left(10_000)).toBe(44);
  pace.forget();
  pace.mark(50_000, 6_000);
  pace.mark(60_000, 6_000);
  expect(pace.left(10_000)).toBeNull();
});
