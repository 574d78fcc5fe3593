import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { isAllowedRegister, planLimits, readPlan } from './plan';
import type { PlanEntry } from './plan';
import { PlanEdits, planOf, readPlanOf, UnfitPlan } from './plan-edits';
import { evenOrders, orderBetween } from './plan-order';
import { somePlanRules } from './plan.fixtures';

const id = (number: number): string => `entry-${String(number).padStart(4, '0')}`;
const idsOf = (entries: readonly PlanEntry[]): string[] => entries.flatMap((entry) => [entry.id, ...idsOf(entry.children)]);
const shape = (entries: readonly PlanEntry[]): unknown[] => entries.map((entry) => (entry.children.length > 0 ? [entry.id, shape(entry.children)] : entry.id));
const editsOf = (doc: Y.Doc): PlanEdits => new PlanEdits(doc, somePlanRules);

/** Copies that go their own way, then tell each other all. */
function meet(docs: readonly Y.Doc[]): void {
  for (const from of docs) for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}

describe('keys of order', () => {
  it('there is always one between two, and it never ends with the lowest digit', () => {
    const key = fc.string({ unit: fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz'), minLength: 1, maxLength: 6 }).map((text) => `${text}i`);
    fc.assert(fc.property(key, fc.option(key), (one, other) => {
      const between = orderBetween(one, other);
      if (other !== null && one >= other) return expect(between).toBeNull();
      expect(between !== null && between > one && (other === null || between < other)).toBe(true);
      expect(between?.endsWith('0')).toBe(false);
    }));
  });

  it('evenly apart they rise, however many', () => {
    for (const count of [1, 2, 35, 36, 1_000, 5_000]) {
      const orders = evenOrders(count);
      expect(orders.every((order, index) => index === 0 || order > (orders[index - 1] ?? ''))).toBe(true);
    }
  });

  it('a hundred entries put first one after the other keep short keys', () => {
    const doc = new Y.Doc();
    const edits = editsOf(doc);
    for (let number = 0; number < 400; number += 1) edits.add({ id: id(number), type: 'axis' }, { parent: '', before: number === 0 ? null : id(number - 1) });
    expect(readPlanOf(doc).map((entry) => entry.id)).toEqual(Array.from({ length: 400 }, (_, index) => id(399 - index)));
    expect(Math.max(...[...planOf(doc).entries()].filter(([key]) => key.endsWith('/place')).map(([, value]) => (value as string[])[1]?.length ?? 0))).toBeLessThanOrEqual(planLimits.order);
  });
});

describe('a plan', () => {
  it('is read as a tree with its fields, in order', () => {
    const doc = new Y.Doc();
    const edits = editsOf(doc);
    edits.add({ id: id(1), type: 'axis', fields: { title: 'Énergie' } }, { parent: '' });
    edits.add({ id: id(2), type: 'goal', fields: { title: 'Moins' } }, { parent: id(1) });
    edits.add({ id: id(3), type: 'goal' }, { parent: id(1), before: id(2) });
    edits.set(id(2), 'title', 'Moins de gaz');
    expect(readPlanOf(doc)).toEqual([
      { id: id(1), type: 'axis', fields: { title: 'Énergie' }, children: [{ id: id(3), type: 'goal', fields: {}, children: [] }, { id: id(2), type: 'goal', fields: { title: 'Moins de gaz' }, children: [] }] },
    ]);
    edits.remove(id(1));
    expect(readPlanOf(doc)).toEqual([]);
  });

  it('holds no type, field, value or place its kind has not', () => {
    const refused: [string, unknown][] = [
      [`${id(1)}/type`, 'mystery'], [`${id(1)}/colour`, 'red'], [`${id(1)}/title`, 'x'.repeat(201)], [`${id(1)}/title`, 3], [`${id(1)}/year`, 1.5], [`${id(1)}/place`, ['', '']],
      [`${id(1)}/place`, ['..', 'a']], [`${id(1)}/place`, [id(2), 'A']], [`${id(1)}/gone`, 'yes'], ['title', 'x'], [`${id(1)}/title/x`, 'x'], [`${id(1)}/__proto__`, 'x'], [`${id(1)}/constructor`, 'x'],
      [`${id(1)}/type`, 'constructor'], [`${id(1)}/tags`, [['x']]],
    ];
    for (const [key, value] of refused) expect([key, isAllowedRegister(somePlanRules, key, value)]).toEqual([key, false]);
    for (const [key, value] of [[`${id(1)}/tags`, ['a']], [`${id(1)}/year`, 2027], [`${id(1)}/done`, true], [`${id(1)}/title`, null]] as const) expect(isAllowedRegister(somePlanRules, key, value)).toBe(true);
    expect(() => editsOf(new Y.Doc()).set(id(1), 'colour', 'red')).toThrow(UnfitPlan);
  });

  it('survives whatever the map holds', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom(`${id(1)}/type`, `${id(1)}/place`, `${id(2)}/type`, `${id(2)}/place`)), fc.anything())), (registers) => {
      expect(() => JSON.stringify(readPlan(registers))).not.toThrow();
    }));
  });

  it('entries that would be below themselves, orphans and the too deep stand at the top', () => {
    const place = (number: number, parent: string): [string, unknown][] => [[`${id(number)}/type`, 'axis'], [`${id(number)}/place`, [parent, 'i']]];
    expect(shape(readPlan([...place(1, id(2)), ...place(2, id(3)), ...place(3, id(2))]))).toEqual([[id(2), [id(1), id(3)]]]);
    expect(shape(readPlan([...place(1, id(1)), ...place(2, id(9))]))).toEqual([id(1), id(2)]);
    const chain = Array.from({ length: 100 }, (_, index) => place(index, index === 0 ? '' : id(index - 1))).flat();
    const read = readPlan(chain);
    const depth = (entries: readonly PlanEntry[]): number => (entries.length === 0 ? 0 : 1 + Math.max(...entries.map((entry) => depth(entry.children))));
    expect(idsOf(read)).toHaveLength(100);
    expect(depth(read)).toBe(planLimits.depth);
  });
});

describe('people change one plan at the same time', () => {
  interface Step { who: number; what: 'add' | 'move' | 'set' | 'remove' | 'meet'; one: number; other: number; third: number }
  const step: fc.Arbitrary<Step> = fc.record({
    who: fc.nat(2), what: fc.constantFrom('add', 'move', 'move', 'move', 'set', 'remove', 'meet'), one: fc.nat(20), other: fc.nat(20), third: fc.nat(20),
  });

  const run = (docs: readonly Y.Doc[], steps: readonly Step[], removes: boolean): Set<string> => {
    const added = new Set<string>();
    let count = 0;
    for (const { who, what, one, other, third } of steps) {
      const doc = docs[who] as Y.Doc;
      const here = idsOf(readPlanOf(doc));
      const pick = (number: number): string => here[number % Math.max(1, here.length)] ?? '';
      const spot = { parent: other % 4 === 0 ? '' : pick(other), before: third % 3 === 0 ? null : pick(third) };
      if (what === 'meet') meet(docs);
      else if (what === 'add' || here.length === 0) {
        const fresh = id((count += 1));
        added.add(fresh);
        editsOf(doc).add({ id: fresh, type: 'action', fields: { title: fresh } }, spot);
      } else if (what === 'move') editsOf(doc).move(pick(one), spot);
      else if (what === 'set') editsOf(doc).set(pick(one), 'title', `${who} ${one}`);
      else if (removes) editsOf(doc).remove(pick(one));
    }
    meet(docs);
    return added;
  };

  const three = (): Y.Doc[] => [1, 2, 3].map((clientId) => Object.assign(new Y.Doc(), { clientID: clientId }));

  it('nothing is lost or doubled, nothing is below itself, and all read the same', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const docs = three();
      const added = run(docs, steps, false);
      const [first, ...others] = docs.map(readPlanOf);
      expect(idsOf(first ?? []).sort()).toEqual([...added].sort());
      others.forEach((other) => expect(other).toEqual(first));
    }));
  });

  it('also while entries are taken away: what is left is read once, the same by all', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const docs = three();
      run(docs, steps, true);
      const [first, ...others] = docs.map(readPlanOf);
      const ids = idsOf(first ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      others.forEach((other) => expect(other).toEqual(first));
    }));
  });

  it('what one adds under an entry another takes away is shown at the top', () => {
    const docs = three();
    editsOf(docs[0] as Y.Doc).add({ id: id(1), type: 'axis' }, { parent: '' });
    meet(docs);
    editsOf(docs[0] as Y.Doc).remove(id(1));
    editsOf(docs[1] as Y.Doc).add({ id: id(2), type: 'goal' }, { parent: id(1) });
    meet(docs);
    expect(shape(readPlanOf(docs[2] as Y.Doc))).toEqual([id(2)]);
  });
});
