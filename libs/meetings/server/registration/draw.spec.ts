import { createHash } from 'node:crypto';
import { drawOrder } from '../../contract';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const tickets = Array.from({ length: 20 }, (_, index) => ({ number: index + 1 }));
const orderOf = (seed: string, drawn = tickets): number[] => drawOrder(seed, drawn, sha256).map(({ number }) => number);

it('a draw gives the same order to whoever does it again with the published seed, whatever order they begin with', () => {
  expect(orderOf('graine', tickets.toReversed())).toEqual(orderOf('graine'));
  expect(orderOf('graine').toSorted((a, b) => a - b)).toEqual(tickets.map(({ number }) => number));
});

it('another seed gives another order', () => {
  expect(orderOf('autre')).not.toEqual(orderOf('graine'));
});
