import { clockWords, newsOf } from './workshop-clock';

const noon = Date.parse('2024-10-17T12:00:00.000Z');
const running = (seconds: number) => ({ endsAt: new Date(noon + seconds * 1_000).toISOString(), leftSeconds: null });

describe('the timer in words', () => {
  it.each([[0, '0:00'], [9, '0:09'], [65, '1:05'], [600, '10:00'], [3_720, '1:02:00']])('%i seconds is %s', (seconds, words) => {
    expect(clockWords(seconds)).toBe(words);
  });
});

describe('what is said of the timer', () => {
  it('is its start, its last minute and its end', () => {
    expect(newsOf(null, running(300), noon)).toEqual({ say: 'started', later: [{ say: 'minute', in: 240_000 }, { say: 'over', in: 300_000 }] });
  });

  it('is not its start when the page finds it running, nor a last minute that has begun', () => {
    expect(newsOf(undefined, running(30), noon)).toEqual({ say: null, later: [{ say: 'over', in: 30_000 }] });
  });

  it('is nothing while it is held, over, or not there', () => {
    const silent = { say: null, later: [] };
    expect(newsOf(running(30), { endsAt: null, leftSeconds: 30 }, noon)).toEqual(silent);
    expect(newsOf(null, null, noon)).toEqual(silent);
    expect(newsOf(undefined, running(-5), noon)).toEqual(silent);
  });

  it('goes on after it was held, without starting again', () => {
    expect(newsOf({ endsAt: null, leftSeconds: 90 }, running(90), noon)).toEqual({ say: null, later: [{ say: 'minute', in: 30_000 }, { say: 'over', in: 90_000 }] });
  });
});
