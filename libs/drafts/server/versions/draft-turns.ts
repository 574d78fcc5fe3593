import { setImmediate as nextTurn } from 'node:timers/promises';

/** Long enough to get on, short enough that no keystroke of a live room waits for it. */
const turnMs = 8;

/** Divides long work into short turns: between two of them, rooms are served. */
export class Turns {
  private since = performance.now();

  /** Waits for the others' turn when this one has lasted long enough. */
  async pause(): Promise<void> {
    if (performance.now() - this.since < turnMs) return;
    await nextTurn();
    this.since = performance.now();
  }
}
