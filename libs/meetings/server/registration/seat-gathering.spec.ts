import { groupMost, SeatGathering } from './seat-gathering';
import { SeatTurns } from './seat-turns';

const soon = () => new Promise((resolve) => setImmediate(resolve));

/** Answers each word in capitals, refuses those that begin with «no», and notes who was decided together. */
function gathering() {
  const groups: string[][] = [];
  const gathered = new SeatGathering<string, string>(new SeatTurns(), async (meeting, words) => {
    groups.push(words.map((word) => `${meeting} ${word}`));
    await soon();
    if (words.includes('fire')) throw new Error('fire');
    return words.map((word) => (word.startsWith('no') ? { status: 'rejected', reason: new Error(word) } : { status: 'fulfilled', value: word.toUpperCase() }));
  });
  return { groups, gathered };
}

it('those who come while others are decided are decided together, in their order, meeting by meeting, each with an answer of their own', async () => {
  const { groups, gathered } = gathering();
  const first = gathered.ask('a', 'one');
  await Promise.resolve();
  const later = Promise.allSettled([gathered.ask('a', 'two'), gathered.ask('a', 'no'), gathered.ask('a', 'three'), gathered.ask('b', 'four')]);
  expect(await first).toBe('ONE');
  expect(await later).toMatchObject([{ value: 'TWO' }, { reason: { message: 'no' } }, { value: 'THREE' }, { value: 'FOUR' }]);
  expect(groups).toEqual(expect.arrayContaining([['a one'], ['a two', 'a no', 'a three'], ['b four']]));
  expect(groups).toHaveLength(3);
});

it('nobody is left without an answer: more than fit in a group wait for the next, a failure reaches its own group only', async () => {
  const { groups, gathered } = gathering();
  const many = Array.from({ length: groupMost + 5 }, (_, index) => gathered.ask('a', `word ${index}`));
  const burning = gathered.ask('b', 'fire');
  await expect(burning).rejects.toThrow('fire');
  expect(await gathered.ask('b', 'after')).toBe('AFTER');
  expect(await Promise.all(many)).toHaveLength(groupMost + 5);
  expect(groups.filter(([one]) => one?.startsWith('a')).map(({ length }) => length)).toEqual([groupMost, 5]);
});
