import * as z from 'zod';
import { endpoint, nothing } from '../../contract';
import { FixedClock } from '../clock';
import { RateLimit } from './rate-limit';

const limited = endpoint({ method: 'POST', path: '/answers', access: 'public', summary: '', input: z.strictObject({}), output: nothing, perAddress: { max: 2, minutes: 10 } });
const free = endpoint({ method: 'GET', path: '/answers', access: 'public', summary: '', input: z.strictObject({}), output: nothing });
const start = new Date('2026-03-01T08:00:00Z');

it('lets so many calls of one address through, says how long to wait, and begins again then', () => {
  const clock = new FixedClock(start);
  const limit = new RateLimit(clock);
  const call = (address: string) => () => limit.take(limited, address);
  expect([call('a'), call('a'), call('b')].map((one) => one())).toHaveLength(3);
  clock.set(new Date(start.getTime() + 4 * 60_000));
  expect(call('a')).toThrow(expect.objectContaining({ kind: 'too-many', details: { retryInMinutes: 6 } }) as Error);
  expect(call('b')).not.toThrow();
  clock.set(new Date(start.getTime() + 10 * 60_000));
  expect(call('a')).not.toThrow();
});

it('counts nothing where nothing is declared', () => {
  const limit = new RateLimit(new FixedClock(start));
  for (let call = 0; call < 50; call += 1) limit.take(free, 'a');
});
