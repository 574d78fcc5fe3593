import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as Y from 'yjs';
import { contentField, readUpdate } from '../../contract';
import { aDocument, write } from '../../contract/drafts.fixtures';
import type { WritingStep } from '../../contract/drafts.fixtures';
import { standingIn } from './draft-standing';
import { DraftState } from './draft-state';
import type { Verdict } from './draft-state';
import { hostileUpdate } from './draft-state.fixtures';
import type { HostileStruct } from './draft-state.fixtures';

interface Turn {
  /** Who acts; what they have heard before: every so manieth of what they may hear. */
  readonly who: number;
  readonly hears: number;
  readonly act: WritingStep | 'undo' | 'redo' | HostileStruct;
}

interface Row {
  readonly update: Uint8Array;
  readonly needs: readonly number[];
}

const number = fc.nat(400);
const step: fc.Arbitrary<WritingStep> = fc.record({ what: fc.constantFrom('block', 'text', 'text', 'text', 'mark', 'attribute', 'delete', 'delete', 'break'), where: fc.nat(12), how: fc.nat(30) });
const letters: fc.Arbitrary<HostileStruct> = fc.record({ what: fc.constant(0), left: number, right: number, parent: number, back: fc.constant(0), how: number });
const blocks: fc.Arbitrary<HostileStruct> = fc.record({ what: fc.constant(1), left: number, right: number, parent: number, back: fc.constant(0), how: fc.constant(0) });
const people = 4;
const honestTurns = fc.array(fc.record<Turn>({ who: fc.nat(people - 1), hears: fc.nat(3), act: fc.oneof({ weight: 6, arbitrary: step }, fc.constantFrom('undo', 'redo')) }), { minLength: 5, maxLength: 40 });
const anyTurns = fc.array(fc.record<Turn>({ who: fc.nat(people - 1), hears: fc.nat(3), act: fc.oneof(step, letters, blocks) }), { minLength: 8, maxLength: 40 });

/** A draft several people write in, each of whom hears of the others late and in another order, and the room that lets in or refuses. */
class Play {
  readonly rows: Row[] = [];
  readonly verdicts: (Verdict | string)[] = [];
  asked = 0;
  private readonly seed = Y.encodeStateAsUpdate(aDocument('Bonjour à tous', 5));
  private readonly server = this.copy(4);
  private readonly state = DraftState.from({ seq: 1, snapshot: { uptoSeq: 1, bytes: this.seed, stateVector: Y.encodeStateVector(this.server) }, rows: [], writers: new Map() });
  private readonly writers = Array.from({ length: people }, (_, index) => ({ doc: this.copy(10 + index), heard: new Set<number>(), undo: null as unknown as Y.UndoManager }));

  constructor() {
    this.state.learnPlaces([this.seed]);
    this.writers.forEach((writer) => {
      writer.undo = new Y.UndoManager(writer.doc.getXmlFragment(contentField), { captureTimeout: 0, trackedOrigins: new Set([null]) });
      writer.doc.on('update', (update: Uint8Array, origin: unknown) => void (origin !== 'heard' && this.push(update, writer.heard)));
    });
  }

  take({ who, hears, act }: Turn): void {
    const writer = this.writers[who] as (typeof this.writers)[number];
    this.hear(writer, hears);
    if (act === 'undo') writer.undo.undo();
    else if (act === 'redo') writer.undo.redo();
    else if ('where' in act) write(writer.doc, act);
    else this.push(hostileUpdate(this.server, 90 + who, [act]), new Set(this.rows.keys()));
  }

  /** What somebody reads who heard of everything in this order. */
  readIn(order: readonly number[]): string {
    const doc = this.copy(3);
    const waiting = [...order];
    const heard = new Set<number>();
    while (waiting.length > 0) {
      const next = waiting.findIndex((row) => (this.rows[row] as Row).needs.every((need) => heard.has(need)));
      const [row] = waiting.splice(next, 1) as [number];
      Y.applyUpdate(doc, (this.rows[row] as Row).update);
      heard.add(row);
    }
    expect(doc.store.pendingStructs).toBeNull();
    return doc.getXmlFragment(contentField).toString();
  }

  private push(update: Uint8Array, heard: Set<number>): void {
    const read = readUpdate(update);
    if (!read.ok) return void this.verdicts.push(read.reason);
    let verdict = this.state.take(read);
    if (verdict === 'unsure') {
      const tree = this.copy(2);
      [...this.rows.map((row) => row.update), update].forEach((bytes) => Y.applyUpdate(tree, bytes));
      verdict = this.state.take(read, standingIn(tree));
      this.asked += 1;
    }
    this.verdicts.push(verdict);
    if (verdict !== 'new') return;
    Y.applyUpdate(this.server, update);
    this.rows.push({ update, needs: this.needsOf(update, heard) });
    heard.add(this.rows.length - 1);
  }

  /** Whom it leans on, not whom its writer had heard: a hostile one may pretend. */
  private needsOf(update: Uint8Array, heard: Set<number>): number[] {
    return [...heard].filter((row) => leansOn(update, (this.rows[row] as Row).update));
  }

  private hear(writer: (typeof this.writers)[number], hears: number): void {
    this.rows.forEach(({ update, needs }, row) => {
      if (writer.heard.has(row) || (row + hears) % 4 === 0 || !needs.every((need) => writer.heard.has(need))) return;
      Y.applyUpdate(writer.doc, update, 'heard');
      writer.heard.add(row);
    });
  }

  private copy(clientId: number): Y.Doc {
    const doc = new Y.Doc();
    doc.clientID = clientId;
    Y.applyUpdate(doc, this.seed);
    return doc;
  }
}

/** Does any item of the one need an item of the other, or come after it in the same writer's work? */
function leansOn(update: Uint8Array, other: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  const theirs = Y.decodeUpdate(other).structs;
  const holds = (id: Y.ID | null, length = 1): boolean =>
    id !== null && theirs.some((struct) => struct.id.client === id.client && struct.id.clock < id.clock + length && id.clock < struct.id.clock + struct.length);
  const deleted = [...ds.clients].some(([client, ranges]) => ranges.some(({ clock, len }) => holds(Y.createID(client, clock), len)));
  return deleted || structs.some((struct) => theirs.some(({ id }) => id.client === struct.id.client && id.clock < struct.id.clock)
    || (struct instanceof Y.Item && [struct.origin, struct.rightOrigin, struct.parent instanceof Y.ID ? struct.parent : null].some((id) => holds(id))));
}

describe('neighbours that may have stood side by side', () => {
  it('are those of every honest edit, whoever heard of what when, undone and redone', () => {
    let asked = 0;
    fc.assert(fc.property(honestTurns, (turns) => {
      const play = new Play();
      turns.forEach((turn) => play.take(turn));
      asked += play.asked;
      expect(play.verdicts.filter((verdict) => verdict !== 'new' && verdict !== 'known')).toEqual([]);
    }), { numRuns: 150 });
    expect(asked).toBeLessThan(15);
  });

  it('let nothing in that is read differently by those who hear of it in another order', () => {
    fc.assert(fc.property(anyTurns, fc.array(fc.nat(1_000), { minLength: 40, maxLength: 40 }), (turns, shuffle) => {
      const play = new Play();
      turns.forEach((turn) => play.take(turn));
      const orders = [1, 7, 13].map((turned) => [...play.rows.keys()].sort((one, other) => ((shuffle[one % 40] ?? 0) * turned) % 101 - ((shuffle[other % 40] ?? 0) * turned) % 101));
      const read = play.readIn([...play.rows.keys()]);
      for (const order of orders) expect(play.readIn(order)).toBe(read);
    }), { numRuns: 250 });
  });
});
