import * as Y from 'yjs';
import { contentField, planField } from '../../contract';
import { insertNodes } from '../draft-seed';
import type { Turns } from './draft-turns';
import { attributesAt } from './version-attributes';
import { planRestoration } from './version-plan';
import { standsAt } from './version-replay';
import type { VersionReplay } from './version-replay';
import { childrenOf, passagesOf } from './version-texts';
import type { Child } from './version-texts';
import { VersionWalk } from './version-walk';

/** Below what one update may weigh, with room for what it is wrapped in. */
const bytesPerPush = 400_000;

/**
 * The updates that bring the text of a position back, and the plan beside it, written by a new writer on top of the replay's last position. What stands at
 * both keeps its place and its identity, so that comments and carets in it survive; only what left comes back and what came leaves.
 */
export async function restoration(replay: VersionReplay, seq: number, turns: Turns): Promise<{ updates: Uint8Array[]; clientId: number }> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(replay.doc));
  const steps: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => void steps.push(update));
  for (const step of new Restoration(replay, seq).steps(replay.content, doc.getXmlFragment(contentField))) {
    doc.transact(step);
    await turns.pause();
  }
  const plan = planRestoration(replay, seq);
  doc.transact(() => plan.forEach(({ key, value }) => doc.getMap(planField).set(key, value)));
  const clientId = doc.clientID;
  doc.destroy();
  return { updates: inPushes(steps), clientId };
}

class Restoration {
  constructor(
    private readonly replay: VersionReplay,
    private readonly seq: number,
  ) {}

  /** Walks both orders, which Yjs keeps the same: one step a block turns what stands now into what stood then. */
  *steps(past: Y.XmlFragment, present: Y.XmlFragment): Generator<() => void> {
    let index = 0;
    for (const { type, piece } of childrenOf(this.replay, past)) {
      const at = index;
      const then = standsAt(piece, this.seq);
      const now = piece.death === null;
      if (then && now) yield () => this.child(type, present.get(at));
      else if (then) yield () => this.recreate(type, present, at);
      else if (now) yield () => present.delete(at);
      if (then) index += 1;
    }
  }

  private child(past: Child['type'], present: unknown): void {
    if (past instanceof Y.XmlText && present instanceof Y.XmlText) return this.text(past, present);
    if (!(past instanceof Y.XmlElement) || !(present instanceof Y.XmlElement)) return;
    this.attributes(past, present);
    for (const step of this.steps(past, present)) step();
  }

  private recreate(past: Child['type'], parent: Y.XmlFragment, index: number): void {
    if (past instanceof Y.XmlElement) return insertNodes(parent, index, [...this.then().alone(past)]);
    const text = new Y.XmlText();
    parent.insert(index, [text]);
    this.text(past, text);
  }

  private attributes(past: Y.XmlElement, present: Y.XmlElement): void {
    const [then, now] = [attributesAt(this.replay, past, this.seq).values, attributesAt(this.replay, past, this.replay.seq).values];
    for (const key of Object.keys(now)) if (then[key] === undefined) present.removeAttribute(key);
    for (const [key, value] of Object.entries(then)) if (JSON.stringify(value) !== JSON.stringify(now[key])) present.setAttribute(key, value as string);
  }

  /** The letters first, then their marks. */
  private text(past: Y.XmlText, present: Y.XmlText): void {
    this.letters(past, present);
    let index = 0;
    const now = runsOf(present);
    for (const { text = '', held = {} } of this.then().text(past)) {
      this.format(present, now, { index, length: text.length, held });
      index += text.length;
    }
  }

  private then(): VersionWalk {
    return new VersionWalk(this.replay, this.seq, this.seq);
  }

  private letters(past: Y.XmlText, present: Y.XmlText): void {
    let index = 0;
    for (const { piece, text } of passagesOf(this.replay, past)) {
      const then = standsAt(piece, this.seq);
      const now = piece.death === null;
      if (then && !now) present.insert(index, text);
      else if (!then && now) present.delete(index, text.length);
      if (then) index += text.length;
    }
  }

  private format(present: Y.XmlText, now: readonly Run[], wanted: { index: number; length: number; held: Readonly<Record<string, unknown>> }): void {
    const end = wanted.index + wanted.length;
    for (const { from, to, attributes } of now) {
      const [start, stop] = [Math.max(from, wanted.index), Math.min(to, end)];
      const change = stop > start ? difference(attributes, wanted.held) : {};
      if (Object.keys(change).length > 0) present.format(start, stop - start, change);
    }
  }
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly attributes: Record<string, unknown>;
}

function runsOf(text: Y.XmlText): Run[] {
  let at = 0;
  return (text.toDelta() as { insert?: unknown; attributes?: Record<string, unknown> }[]).map(({ insert, attributes }) => {
    const from = at;
    at += typeof insert === 'string' ? insert.length : 1;
    return { from, to: at, attributes: attributes ?? {} };
  });
}

/** What to set, and null for what to take off. */
function difference(is: Record<string, unknown>, wanted: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const off = Object.keys(is).filter((key) => wanted[key] === undefined).map((key): [string, unknown] => [key, null]);
  const on = Object.entries(wanted).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(is[key]));
  return Object.fromEntries([...off, ...on]);
}

function inPushes(steps: readonly Uint8Array[]): Uint8Array[] {
  const groups: Uint8Array[][] = [];
  let weight = Number.POSITIVE_INFINITY;
  for (const step of steps) {
    if (weight + step.byteLength > bytesPerPush) [weight, groups[groups.length]] = [0, []];
    groups.at(-1)?.push(step);
    weight += step.byteLength;
  }
  return groups.map((group) => (group.length === 1 ? (group[0] as Uint8Array) : Y.mergeUpdates(group)));
}
