import { byUse, moved } from './use-facts';

it('what is in force in two structures comes before what five have read', () => {
  const named = (name: string, facts: object) => ({ name, facts });
  const candidates = [named('read by five', { read: 5 }), named('nobody', {}), named('in force in two', { 'in-force': 2 }), named('adapted by two, read by one', { adapted: 2, read: 1 })];
  expect(byUse(candidates).map(({ name }) => name)).toEqual(['in force in two', 'read by five', 'adapted by two, read by one', 'nobody']);
});

it('an element moves up, down, and nowhere when there is none', () => {
  expect([moved(['a', 'b', 'c'], 2, 0), moved(['a', 'b', 'c'], 0, 1), moved(['a'], 4, 0)]).toEqual([['c', 'a', 'b'], ['b', 'a', 'c'], ['a']]);
});
