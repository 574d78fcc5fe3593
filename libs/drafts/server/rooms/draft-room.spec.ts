import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { contentField, seedBlocks } from '../../contract';
import type { JournalAnswer, JournalEntry } from './draft-journal';
import { DraftRoom } from './draft-room';
import type { Relayed, RoomPorts } from './draft-room-ports';
import { StockedDraft } from './draft-stock';
import { seedUpdate } from '../draft-seed';

/** A journal in memory, whose commits last as long as the spec decides. */
class SlowJournal {
  readonly rows: { seq: number; bytes: Uint8Array; pushId: string }[];
  readonly commits: JournalEntry[][] = [];
  readonly relayed: Relayed[] = [];
  gate: Promise<void> = Promise.resolve();
  /** What is read was there when it was asked for; it arrives when the spec says. */
  reading: Promise<void> = Promise.resolve();

  constructor() {
    this.rows = [{ seq: 1, bytes: seedUpdate(seedBlocks({ sections: [] })).update, pushId: 'seed' }];
  }

  get ports(): RoomPorts {
    return {
      journal: { append: async (entries) => (await this.gate, this.append([...entries])) },
      history: {
        load: async () => ({ ...this.stored, writers: new Map() }),
        since: async (_id, seq) => {
          const found = this.rows.filter((row) => row.seq > seq);
          await this.reading;
          return found;
        },
        seqOfPush: async (_id, pushId) => this.rows.find((row) => row.pushId === pushId)?.seq ?? null,
      },
      stock: { of: async () => new StockedDraft(this.stored), keep: () => undefined, append: () => undefined, forget: () => undefined },
      relay: (rows) => void this.relayed.push(...rows),
    };
  }

  /** Another node appends, and tells its position. */
  appendElsewhere(pushId: string): number {
    const doc = new Y.Doc();
    this.rows.push({ seq: this.rows.length + 1, bytes: typing(doc), pushId });
    return this.rows.length;
  }

  private get stored() {
    return { seq: this.rows.length, snapshot: null, rows: [...this.rows] };
  }

  private append(entries: JournalEntry[]): JournalAnswer[] {
    this.commits.push(entries);
    return entries.map(({ bytes, pushId }) => {
      this.rows.push({ seq: this.rows.length + 1, bytes, pushId });
      return { outcome: 'saved', seq: this.rows.length };
    });
  }
}

function typing(doc: Y.Doc): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.getXmlFragment(contentField).insert(0, [new Y.XmlElement('paragraph')]);
  return Y.encodeStateAsUpdate(doc, before);
}

const push = (room: DraftRoom, clientId: number, pushId: string, update: Uint8Array) =>
  room.push({ personId: `person-${clientId}`, clientId, pushId, update, from: null });

describe('a room under load', () => {
  it('takes what arrived during a commit into the next one, in order', async () => {
    const journal = new SlowJournal();
    const room = await DraftRoom.open('d', journal.ports);
    const writers = Array.from({ length: 20 }, () => new Y.Doc());
    const saved = writers.map((doc, index) => push(room, doc.clientID, `p${index}`, typing(doc)));
    await saved[0];
    const more = writers.map((doc, index) => push(room, doc.clientID, `q${index}`, typing(doc)));
    await Promise.all([...saved, ...more]);
    expect(journal.commits.map((commit) => commit.length)).toEqual([20, 20]);
    expect(journal.relayed.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 2));
  });

  it('is only looked at when all it holds is durable', async () => {
    const journal = new SlowJournal();
    const room = await DraftRoom.open('d', journal.ports);
    let commit: () => void = () => undefined;
    journal.gate = new Promise((resolve) => (commit = resolve));
    const doc = new Y.Doc();
    const saving = push(room, doc.clientID, 'p', typing(doc));
    await new Promise((resolve) => setTimeout(resolve, 10));
    const looking = room.look((copy) => ({ seq: copy.seq, rows: journal.rows.length, has: Y.getState(copy.doc.store, doc.clientID) > 0 }));
    let looked = false;
    void looking.then(() => (looked = true));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect([looked, journal.relayed.length]).toEqual([false, 0]);
    commit();
    await saving;
    expect(await looking).toEqual({ seq: 2, rows: 2, has: true });
  });

  it('an update that is refused does not take its neighbours with it', async () => {
    const journal = new SlowJournal();
    const room = await DraftRoom.open('d', journal.ports);
    const [good, bad, late] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
    typing(bad);
    const heading = new Y.XmlElement('heading');
    late.getXmlFragment(contentField).insert(0, [heading]);
    const wrong = Y.encodeStateVector(late);
    const base = Y.encodeStateAsUpdate(late);
    heading.setAttribute('level', 9 as never);
    const outcomes = await Promise.allSettled([
      push(room, good.clientID, 'p1', typing(good)),
      push(room, bad.clientID, 'p2', typing(bad)),
      push(room, late.clientID, 'p3', base),
      push(room, late.clientID, 'p4', Y.encodeStateAsUpdate(late, wrong)),
      push(room, good.clientID, 'p5', typing(good)),
    ]);
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.outcome : (outcome.reason as Error).message))).toEqual(
      ['saved', 'resync', 'saved', 'drafts.update-refused', 'saved']);
    expect(journal.rows.map(({ pushId }) => pushId)).toEqual(['seed', 'p1', 'p3', 'p5']);
    const replayed = new Y.Doc();
    journal.rows.forEach((row) => Y.applyUpdate(replayed, row.bytes));
    expect(await room.look((copy) => copy.content.toString())).toBe(replayed.getXmlFragment(contentField).toString());
  });
});

describe('a room that hears of other nodes', () => {
  it('reads what was told while it was reading what was told before', async () => {
    const journal = new SlowJournal();
    const room = await DraftRoom.open('d', journal.ports);
    let arrive: () => void = () => undefined;
    journal.reading = new Promise((resolve) => (arrive = resolve));
    room.follow(journal.appendElsewhere('p1'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    room.follow(journal.appendElsewhere('p2'));
    const seen = room.rest(({ seq }) => seq);
    arrive();
    expect(await seen).toBe(3);
    expect(journal.relayed.map(({ seq }) => seq)).toEqual([2, 3]);
  });

  it('does not wait for a position nobody has reached', async () => {
    const journal = new SlowJournal();
    const room = await DraftRoom.open('d', journal.ports);
    room.follow(9);
    expect(await room.rest(({ seq }) => seq)).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(room.isQuiet).toBe(true);
  });
});
