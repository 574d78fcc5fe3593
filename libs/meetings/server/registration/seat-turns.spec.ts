import { SeatTurns } from './seat-turns';

it('acts on one meeting follow each other, one that fails holds up none, and other meetings do not wait', async () => {
  const turns = new SeatTurns();
  const said: string[] = [];
  const act = (meeting: string, word: string, fails = false) =>
    turns.take(meeting, async () => {
      said.push(`${word} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      said.push(`${word} ends`);
      if (fails) throw new Error(word);
    });
  const outcomes = await Promise.allSettled([act('a', 'one', true), act('a', 'two'), act('b', 'three')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(said.filter((word) => !word.startsWith('three'))).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  expect(said.indexOf('three begins')).toBeLessThan(said.indexOf('two ends'));
});
