import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { Arrivals } from './arrivals.mjs';
import { Frames } from './frames.mjs';
import { Histogram } from './histogram.mjs';

/** A writer's keystrokes, one update each. */
function typed(text) {
  const doc = new Y.Doc();
  const updates = [];
  doc.on('update', (update) => updates.push(update));
  for (const letter of text) doc.getText('content').insert(doc.getText('content').length, letter);
  return { clientId: doc.clientID, updates };
}

const editor = (clientId) => ({ clientId, role: 'editor', draft: 'one' });
const near = (ms) => [ms * 0.98, ms * 1.02];

describe('what the load saw', () => {
  it('a keystroke counts once for each who hears it, from when it was typed, however the server merged or repeated it', () => {
    const { clientId, updates } = typed('abc');
    const frames = new Frames();
    const arrivals = new Arrivals(frames);
    arrivals.note({ updates: [updates[0]] }, 0, 110);
    arrivals.note({ updates: [Y.mergeUpdates(updates)] }, 0, 150);
    const seen = arrivals.measure([editor(1), editor(2)], new Map([[clientId, { draft: 'one', first: 0, times: [100, 120, 140] }]]));
    expect(seen.editor.size).toBe(3);
    const [low, high] = near(10);
    expect(seen.editor.quantile(0.5)).toBeGreaterThan(low);
    expect(seen.editor.quantile(0.5)).toBeLessThan(high);
    expect(seen.missing).toBe(3);
    expect(seen.expected).toBe(6);
  });

  it('nobody is timed on what they typed themselves, nor on what was typed before the measure began', () => {
    const { clientId, updates } = typed('ab');
    const arrivals = new Arrivals(new Frames());
    updates.forEach((update) => arrivals.note({ updates: [update] }, 0, 200));
    updates.forEach((update) => arrivals.note({ updates: [update] }, 1, 200));
    const seen = arrivals.measure([editor(clientId), editor(2)], new Map([[clientId, { draft: 'one', first: 1, times: [190] }]]));
    expect(seen.editor.size).toBe(1);
    expect(seen.missing).toBe(0);
  });

  it('the same bytes are read once, whoever of this process receives them', () => {
    const frames = new Frames();
    let read = 0;
    const parse = () => ({ updates: [], turn: (read += 1) });
    expect(frames.read(Buffer.from('same'), parse)).toBe(frames.read(Buffer.from('same'), parse));
    expect(read).toBe(1);
  });

  it('quantiles are within a fiftieth of the truth, and nothing measured is not nought', () => {
    const histogram = new Histogram();
    for (let ms = 1; ms <= 1_000; ms += 1) histogram.add(ms);
    expect(Math.abs(histogram.quantile(0.95) - 950)).toBeLessThan(20);
    expect(new Histogram().quantile(0.5)).toBeNull();
  });
});
