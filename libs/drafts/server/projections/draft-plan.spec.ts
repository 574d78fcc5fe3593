import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { contentField, PlanEdits, planOf, readPlanOf, readUpdate, rulesOfKind } from '../../contract';
import type { DraftKind, KindRules, PlanEntry } from '../../contract';
import { aDocument, updatesOf, write } from '../../contract/drafts.fixtures';
import { somePlanRules } from '../../contract/plan/plan.fixtures';
import { projectionOf } from './draft-projection';
import { DraftCopy } from '../rooms/draft-copy';
import { seedUpdate, UnfitDocument } from '../draft-seed';
import { DraftState } from '../rooms/draft-state';
import type { Verdict } from '../rooms/draft-state';

const kind = (given: Partial<DraftKind> = {}): DraftKind => ({ code: 'scheme', titleKey: 'k', outline: { sections: [] }, ...given });
const planned = rulesOfKind(kind({ plan: somePlanRules }));
const unplanned = rulesOfKind(kind());

/** The room's knowledge of this document, as if opened from its snapshot. */
function stateOf(doc: Y.Doc, rules: KindRules): DraftState {
  const bytes = Y.encodeStateAsUpdate(doc);
  const state = DraftState.from({ seq: 1, snapshot: { uptoSeq: 1, bytes, stateVector: Y.encodeStateVector(doc) }, rows: [], writers: new Map() }, rules);
  state.learnPlaces([bytes]);
  return state;
}

const verdictOn = (state: DraftState, update: Uint8Array): Verdict | string => {
  const read = readUpdate(update);
  return read.ok ? state.take(read) : read.reason;
};

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

const idsOf = (entries: readonly PlanEntry[]): string[] => entries.flatMap((entry) => [entry.id, ...idsOf(entry.children)]);

/** One honest change of the plan, chosen by numbers so that it can be shrunk. */
function change(doc: Y.Doc, { what, one, other }: { what: number; one: number; other: number }): void {
  const edits = new PlanEdits(doc, somePlanRules);
  const ids = idsOf(readPlanOf(doc));
  const id = ids[one % Math.max(1, ids.length)];
  const parent = ids[other % Math.max(1, ids.length)] ?? '';
  if (what === 0 || !id) edits.add({ id: `entry-${what}-${one}-${other}-${ids.length}`, type: 'action', fields: { title: `n° ${one}`, year: one, done: other % 2 === 0, tags: ['a', 'b'] } }, { parent });
  else if (what === 1) edits.move(id, { parent });
  else if (what === 2) edits.set(id, 'title', other % 3 === 0 ? null : `titre ${other}`);
  else edits.remove(id);
}

const steps = fc.array(fc.record({ what: fc.nat(3), one: fc.nat(20), other: fc.nat(20) }), { maxLength: 25 });

describe('a kind that declares a plan', () => {
  it('every honest change of it is taken, alone or replayed, undone or not, and the journal reads as the tree', () => {
    fc.assert(fc.property(steps, (changes) => {
      const doc = aDocument('Texte');
      const state = stateOf(doc, planned);
      const rows = [Y.encodeStateAsUpdate(doc)];
      const undo = new Y.UndoManager(planOf(doc), { trackedOrigins: new Set(['plan']), captureTimeout: 0 });
      for (const step of changes) {
        const updates = updatesOf(doc, () => (step.other % 5 === 4 && undo.canUndo() ? void undo.undo() : change(doc, step)));
        for (const update of updates) {
          expect(verdictOn(state, update)).toBe('new');
          rows.push(update);
        }
      }
      const reopened = stateOf(doc, planned);
      const more = updatesOf(doc, () => change(doc, { what: 0, one: 1, other: 1 }));
      more.forEach((update) => expect(verdictOn(reopened, update)).toBe('new'));
      const replayed = DraftCopy.from({ seq: rows.length, snapshot: null, rows: [...rows, ...more].map((bytes, index) => ({ seq: index + 1, bytes })) });
      expect(projectionOf(replayed).plan).toEqual(readPlanOf(doc));
    }));
  });

  it('text and plan change in one update', () => {
    const doc = aDocument('Texte');
    const state = stateOf(doc, planned);
    const [update] = updatesOf(doc, () => doc.transact(() => {
      write(doc, { what: 'text', where: 0, how: 3 });
      change(doc, { what: 0, one: 1, other: 1 });
    }));
    expect(verdictOn(state, update as Uint8Array)).toBe('new');
  });

  const hostile: [string, string, (plan: Y.Map<unknown>) => void][] = [
    ['a type it has not', 'plan-not-allowed', (plan) => plan.set('entry-0001/type', 'mystery')],
    ['a field it has not', 'plan-not-allowed', (plan) => plan.set('entry-0001/colour', 'red')],
    ['a line too long', 'plan-not-allowed', (plan) => plan.set('entry-0001/title', 'x'.repeat(201))],
    ['a key of another form', 'plan-not-allowed', (plan) => plan.set('__proto__', 'x')],
    ['a nested map', 'plan-not-allowed', (plan) => plan.set('entry-0001/title', new Y.Map())],
    ['a nested text', 'plan-not-allowed', (plan) => plan.set('entry-0001/title', new Y.Text('x'))],
    ['bytes', 'content-not-allowed', (plan) => plan.set('entry-0001/title', Uint8Array.of(1))],
    ['an object', 'value-not-allowed', (plan) => plan.set('entry-0001/title', { a: 1 })],
    ['a number with a comma', 'value-not-allowed', (plan) => plan.set('entry-0001/year', 1.5)],
    ['another value over one that is there', 'plan-not-allowed', (plan) => plan.set('entry-0000/year', 'bientôt')],
    ['another type over one that is there', 'plan-not-allowed', (plan) => plan.set('entry-0000/type', 'mystery')],
  ];
  it.each(hostile)('refuses %s', (_, expected, act) => {
    const doc = aDocument('Texte');
    new PlanEdits(doc, somePlanRules).add({ id: 'entry-0000', type: 'action', fields: { year: 2027 } }, { parent: '' });
    const state = stateOf(doc, planned);
    const forged = copyOf(doc);
    const [update] = updatesOf(forged, () => act(planOf(forged)));
    const verdict = verdictOn(state, update as Uint8Array);
    expect(typeof verdict === 'object' ? verdict.refused : verdict).toBe(expected);
    const [honest] = updatesOf(doc, () => new PlanEdits(doc, somePlanRules).set('entry-0000', 'year', 2028));
    expect(verdictOn(state, honest as Uint8Array)).toBe('new');
  });

  it('starts with the plan its kind gives', () => {
    const { update } = seedUpdate({ type: 'doc', content: [{ type: 'paragraph' }] }, { plan: somePlanRules, planSeed: [{ type: 'axis', fields: { title: 'Énergie' }, children: [{ type: 'goal' }] }] });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    expect(readPlanOf(doc)).toMatchObject([{ type: 'axis', fields: { title: 'Énergie' }, children: [{ type: 'goal', children: [] }] }]);
  });
});

describe('a kind without a plan', () => {
  it('refuses any, even an empty trace of one, and knows the text as before', () => {
    const doc = aDocument('Texte');
    const state = stateOf(doc, unplanned);
    const acts = [(fork: Y.Doc) => change(fork, { what: 0, one: 1, other: 1 }), (fork: Y.Doc) => fork.transact(() => (planOf(fork).set('entry-0001/title', 'x'), planOf(fork).delete('entry-0001/title')))];
    for (const act of acts) {
      const fork = copyOf(doc);
      const [update] = updatesOf(fork, act);
      expect(verdictOn(state, update as Uint8Array)).toEqual({ refused: 'root-unknown' });
    }
    const [honest] = updatesOf(doc, () => write(doc, { what: 'text', where: 0, how: 3 }));
    expect(verdictOn(state, honest as Uint8Array)).toBe('new');
  });
});

describe('a kind that declares its blocks', () => {
  const rules = rulesOfKind(kind({ nodes: ['paragraph', 'heading'] }));
  it('takes these, refuses the others, and neither starts with one', () => {
    const doc = aDocument('Texte');
    const state = stateOf(doc, rules);
    const add = (name: string) => updatesOf(doc, () => doc.getXmlFragment(contentField).insert(0, [new Y.XmlElement(name)]))[0] as Uint8Array;
    expect(verdictOn(state, add('heading'))).toBe('new');
    expect(verdictOn(state, add('table'))).toEqual({ refused: 'block-not-allowed' });
    expect(() => seedUpdate({ type: 'doc', content: [{ type: 'table' }] }, { nodes: ['paragraph'] })).toThrow(UnfitDocument);
  });
});
