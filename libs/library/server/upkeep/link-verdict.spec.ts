import { type LinkStanding, type LinkTry, verdict } from './link-verdict';

const at = (day: number): Date => new Date(Date.UTC(2026, 2, day, 9));
const fails: LinkTry = { kind: 'fails', reason: 'http-404' };
const days = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 86_400_000;

/** Tries one after the other, each on its day. */
const after = (...tries: [day: number, tried: LinkTry][]): LinkStanding => {
  const last = tries.reduce<LinkStanding | null>((former, [day, tried]) => verdict(former, tried, at(day)), null);
  if (!last) throw new Error('no try');
  return last;
};

describe('a link dies slowly', () => {
  it.each<[string, [number, LinkTry][], string]>([
    ['one failure', [[1, fails]], 'failing'],
    ['three failures on three days', [[1, fails], [2, fails], [3, fails]], 'failing'],
    ['two failures ten days apart', [[1, fails], [11, fails]], 'failing'],
    ['three failures over seven days', [[1, fails], [3, fails], [8, fails]], 'dead'],
    ['an answer in between begins anew', [[1, fails], [3, { kind: 'answers' }], [8, fails], [9, fails]], 'failing'],
    ['a refusal in between proves nothing', [[1, fails], [3, { kind: 'closed-to-us', reason: 'http-403' }], [8, fails], [9, fails]], 'dead'],
    ['a refusal alone is unknown, however often', [[1, { kind: 'closed-to-us', reason: 'http-429' }], [8, { kind: 'closed-to-us', reason: 'http-429' }], [15, { kind: 'closed-to-us', reason: 'http-429' }]], 'unknown'],
  ])('%s', (_name, tries, expected) => expect(after(...tries).state).toBe(expected));

  it('comes back at its first answer', () => {
    expect(after([1, fails], [3, fails], [8, fails], [15, { kind: 'answers' }])).toMatchObject({ state: 'alive', failures: 0, failingSince: null });
  });
});

describe('when it is tried again', () => {
  it('a week later when all is well, sooner while it fails, and such that the third failure can be the last', () => {
    expect(days(at(1), after([1, { kind: 'answers' }]).nextAt)).toBe(7);
    const first = after([1, fails]);
    const second = verdict(first, fails, first.nextAt);
    const third = verdict(second, fails, second.nextAt);
    expect([days(at(1), first.nextAt), days(at(1), second.nextAt), third.state, days(second.nextAt, third.nextAt)]).toEqual([2, 7, 'dead', 7]);
  });

  it('never before the time its server asks for', () => {
    expect(days(at(1), after([1, { kind: 'closed-to-us', reason: 'http-429', retryAfterSeconds: 30 * 86_400 }]).nextAt)).toBe(30);
  });
});

it('a move is proposed, and is no failure', () => {
  expect(after([1, fails], [3, { kind: 'moved', to: 'https://exemple.fr/nouvelle' }])).toMatchObject({ state: 'moved', movedTo: 'https://exemple.fr/nouvelle', failures: 0 });
});
