import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as Y from 'yjs';
import { aDocument, updatesOf, write } from '../drafts.fixtures';
import type { WritingStep } from '../drafts.fixtures';
import { firstMissing } from './update-gap';
import { readUpdate } from './update-gate';

const step: fc.Arbitrary<WritingStep> = fc.record({
  what: fc.constantFrom('block', 'text', 'mark', 'attribute', 'delete', 'break'),
  where: fc.nat(30),
  how: fc.nat(30),
});

/** What Yjs itself would keep waiting. */
function waitsInYjs(doc: Y.Doc, update: Uint8Array): boolean {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(copy, update);
  return copy.store.pendingStructs !== null || copy.store.pendingDs !== null;
}

function gapIn(doc: Y.Doc, update: Uint8Array): boolean {
  const read = readUpdate(update);
  if (!read.ok) throw new Error(read.reason);
  return firstMissing(read, (client) => Y.getState(doc.store, client)) !== null;
}

describe('an update whose predecessors are missing', () => {
  it('is recognised exactly when Yjs would keep it waiting', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 25 }), fc.infiniteStream(fc.boolean()), (steps, coin) => {
        const writer = aDocument();
        const start = Y.encodeStateAsUpdate(writer);
        const server = new Y.Doc();
        Y.applyUpdate(server, start);
        for (const update of updatesOf(writer, () => steps.forEach((next) => write(writer, next)))) {
          const waits = waitsInYjs(server, update);
          expect(gapIn(server, update)).toBe(waits);
          if (!waits && coin.next().value) Y.applyUpdate(server, update);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('names the writer and the clock that are lacking', () => {
    const writer = aDocument('a', 7);
    const [, second] = updatesOf(writer, () => ['block', 'block'].forEach(() => write(writer, { what: 'block', where: 0, how: 0 })));
    const read = readUpdate(second as Uint8Array);
    if (!read.ok) throw new Error(read.reason);
    expect(firstMissing(read, () => 0)).toEqual({ client: 7, clock: 0 });
  });

  it('is complete when nothing is missing, whatever the order of its writers', () => {
    const one = aDocument('a', 9);
    const two = new Y.Doc();
    two.clientID = 3;
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
    write(two, { what: 'text', where: 0, how: 1 });
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
    write(one, { what: 'text', where: 0, how: 1 });
    expect(gapIn(new Y.Doc(), Y.encodeStateAsUpdate(one))).toBe(false);
  });

  it('two writers who wait for each other are a gap, not an endless loop', () => {
    const ring = Uint8Array.of(2, 1, 7, 0, 0x84, 8, 0, 1, 97, 1, 8, 0, 0x84, 7, 0, 1, 97, 0);
    expect(gapIn(new Y.Doc(), ring)).toBe(true);
  });
});
