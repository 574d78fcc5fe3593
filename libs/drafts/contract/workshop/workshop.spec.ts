import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groupOf, progressOf, sharedOut, timeLeft, timerAfter } from './workshop';
import type { TimerAct, WorkshopGroup, WorkshopTimer } from './workshop';

const noon = Date.parse('2024-10-17T12:00:00.000Z');
const running = (minutes: number): WorkshopTimer => ({ endsAt: new Date(noon + minutes * 60_000).toISOString(), leftSeconds: null });
const held = (seconds: number): WorkshopTimer => ({ endsAt: null, leftSeconds: seconds });

describe('the timer of a workshop', () => {
  it.each<[string, WorkshopTimer | null, TimerAct, number, WorkshopTimer | null]>([
    ['starts from now', null, 'start', 10, running(10)],
    ['starts again over one that runs', running(3), 'start', 5, running(5)],
    ['is held with what is left', running(3), 'pause', 0, held(180)],
    ['held twice stays as it is', held(42), 'pause', 0, held(42)],
    ['is not held once the time is up', running(-1), 'pause', 0, running(-1)],
    ['goes on from what was left', held(90), 'resume', 0, running(1.5)],
    ['already running is not resumed', running(2), 'resume', 0, running(2)],
    ['gains minutes while running', running(2), 'add', 5, running(7)],
    ['gains minutes from now once it is over', running(-10), 'add', 5, running(5)],
    ['gains minutes while held', held(30), 'add', 1, held(90)],
    ['begins when minutes are added to none', null, 'add', 1, running(1)],
    ['that is not there cannot be held', null, 'pause', 0, null],
    ['is taken away', running(2), 'stop', 0, null],
    ['never lasts more than three hours', running(170), 'add', 60, running(180)],
  ])('%s', (_, timer, act, minutes, expected) => {
    expect(timerAfter(timer, act, noon, minutes)).toEqual(expected);
  });

  it('held and resumed loses at most a second', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 0, max: 3_600_000 }), (left, away) => {
      const before: WorkshopTimer = { endsAt: new Date(noon + left).toISOString(), leftSeconds: null };
      const paused = timerAfter(before, 'pause', noon, 0) as WorkshopTimer;
      const again = timerAfter(paused, 'resume', noon + away, 0) as WorkshopTimer;
      const drift = timeLeft(again, noon + away) - left;
      expect(drift).toBeGreaterThanOrEqual(0);
      expect(drift).toBeLessThan(1_000);
    }));
  });
});

const group = (id: string, people: string[], done = false): WorkshopGroup => ({
  id, name: id, sectionIds: [], people: people.map((personId) => ({ personId, name: personId })),
  done: done ? { at: new Date(noon).toISOString(), by: { personId: 'x', name: 'x' } } : null,
});

describe('the groups of a workshop', () => {
  it('know where a person sits, and how many have finished', () => {
    const groups = [group('a', ['ada']), group('b', ['basile', 'chloé'], true)];
    expect(groupOf(groups, 'chloé')?.id).toBe('b');
    expect(groupOf(groups, 'diane')).toBeNull();
    expect(progressOf(groups)).toEqual({ done: 1, all: 2 });
  });

  it('are shared out evenly: sizes differ by one at most when they began equal, and nobody sits twice', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.uniqueArray(fc.uuid(), { maxLength: 80 }), (count, people) => {
      const groups = Array.from({ length: count }, (_, index) => ({ id: `g${index}`, size: 0 }));
      const places = sharedOut(groups, [...people, ...people]);
      const sizes = groups.map(({ id }) => [...places.values()].filter((place) => place === id).length);
      expect(places.size).toBe(people.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }));
  });

  it('fill the smallest first, and nobody is placed when there is none', () => {
    expect([...sharedOut([{ id: 'a', size: 3 }, { id: 'b', size: 1 }], ['p', 'q', 'r'])]).toEqual([['p', 'b'], ['q', 'b'], ['r', 'a']]);
    expect(sharedOut([], ['p']).size).toBe(0);
  });
});
