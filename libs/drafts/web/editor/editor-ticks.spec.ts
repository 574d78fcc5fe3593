import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Transaction } from '@tiptap/pm/state';
import { EditorTicks } from './editor-ticks';

const transaction = (docChanged: boolean, empty = true, storedMarksSet = false) => ({ docChanged, selection: { empty } as Transaction['selection'], storedMarksSet });

describe('what stands around the text', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('does not look while a keystroke is painted, but soon after, and not once a key', () => {
    const ticks = new EditorTicks();
    for (let key = 0; key < 5; key += 1) {
      ticks.heard(transaction(true));
      jest.advanceTimersByTime(20);
    }
    expect([ticks.look(), ticks.rest()]).toEqual([0, 0]);
    jest.advanceTimersByTime(60);
    expect(ticks.look()).toBe(1);
    jest.advanceTimersByTime(400);
    expect([ticks.look(), ticks.rest()]).toEqual([1, 1]);
  });

  it('looks with the next frame at a caret that moved, at what was done to a selection, and at marks for what comes next', () => {
    for (const told of [transaction(false), transaction(true, false), transaction(true, true, true)]) {
      const ticks = new EditorTicks();
      ticks.heard(told);
      jest.advanceTimersByTime(20);
      expect(ticks.look()).toBe(1);
    }
  });
});
