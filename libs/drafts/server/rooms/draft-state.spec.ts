import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as Y from 'yjs';
import { contentField, documentLimits, isAllowedAttribute, isNodeName, readUpdate } from '../../contract';
import { aDocument, updatesOf, write } from '../../contract/drafts.fixtures';
import type { WritingStep } from '../../contract/drafts.fixtures';
import { project } from '../projections/draft-projection';
import { DraftState } from './draft-state';
import type { Verdict } from './draft-state';
import { hostileUpdate } from './draft-state.fixtures';
import type { HostileStruct } from './draft-state.fixtures';
import { treeOf } from '../projections/draft-tree';

const steps: fc.Arbitrary<WritingStep> = fc.record({ what: fc.constantFrom('block', 'text', 'mark', 'attribute', 'delete', 'break'), where: fc.nat(30), how: fc.nat(30) });
const number = fc.nat(400);
const hostile: fc.Arbitrary<HostileStruct> = fc.record({ what: number, left: number, right: number, parent: number, back: number, how: number });

/** The room's knowledge of what this document holds, as if opened from its snapshot. */
function stateOf(doc: Y.Doc): DraftState {
  const bytes = Y.encodeStateAsUpdate(doc);
  const state = DraftState.from({ seq: 1, snapshot: { uptoSeq: 1, bytes, stateVector: Y.encodeStateVector(doc) }, rows: [], writers: new Map() });
  state.learnPlaces([bytes]);
  return state;
}

function verdictOn(state: DraftState, update: Uint8Array): Verdict | string {
  const read = readUpdate(update);
  return read.ok ? state.take(read) : read.reason;
}

const inText = (parent: unknown): boolean => parent instanceof Y.XmlText;
const inBlock = (parent: unknown): boolean => parent instanceof Y.XmlElement;

function fits({ content, parent, parentSub }: Y.Item, root: unknown): boolean {
  if (content instanceof Y.ContentAny) return parentSub !== null && allowed(parent, parentSub, content.arr);
  if (parentSub !== null) return false;
  if (!(content instanceof Y.ContentType)) return inText(parent);
  return inBlock(parent) || (parent === root && content.type instanceof Y.XmlElement);
}

const allowed = (parent: unknown, key: string, values: readonly unknown[]): boolean =>
  parent instanceof Y.XmlElement && isNodeName(parent.nodeName) && values.every((value) => isAllowedAttribute(parent.nodeName as 'heading', key, value));

/** Asked of the tree itself, once it is there: does every living item stand where its kind may? */
function strays(doc: Y.Doc): string[] {
  const root = doc.getXmlFragment(contentField);
  const living = [...doc.store.clients.values()].flat().filter((item): item is Y.Item => item instanceof Y.Item && !item.deleted);
  return living.filter((item) => !fits(item, root)).map(({ id, content, parent }) => `${id.client}:${id.clock} ${content.constructor.name} in ${String(parent?.constructor.name)}`);
}

/** What hangs in a list must say that it is in it: a reader walks the list, a rule asks the item. */
function torn(doc: Y.Doc): string[] {
  const root = doc.getXmlFragment(contentField);
  const types: Y.AbstractType<unknown>[] = [root as Y.AbstractType<unknown>];
  const found: string[] = [];
  for (let type = types.pop(); type; type = types.pop()) {
    for (let item = (type as unknown as { _start: Y.Item | null })._start; item; item = item.right) {
      if (item.parent !== type) found.push(`${item.id.client}:${item.id.clock}`);
      if (item.content instanceof Y.ContentType) types.push(item.content.type as Y.AbstractType<unknown>);
    }
  }
  return found;
}

describe('what a room lets in without holding the draft', () => {
  it('is every honest edit, from any editor, whatever was deleted and collected before', () => {
    fc.assert(
      fc.property(fc.array(steps, { minLength: 1, maxLength: 30 }), fc.nat(29), (edits, cut) => {
        const doc = aDocument();
        const early = edits.slice(0, cut);
        early.forEach((step) => write(doc, step));
        const state = stateOf(doc);
        for (const update of updatesOf(doc, () => edits.slice(cut).forEach((step) => write(doc, step)))) expect(verdictOn(state, update)).toBe('new');
        expect(Y.decodeStateVector(state.stateVector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));
      }),
      { numRuns: 150 },
    );
  });

  it('replays without a failure and leaves every item where its kind may stand, whoever wrote it and however', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 12 }), fc.array(fc.tuple(hostile, fc.array(hostile, { maxLength: 3 })), { minLength: 1, maxLength: 25 }), (edits, updates) => {
        const doc = aDocument();
        edits.forEach((step) => write(doc, step));
        let state = stateOf(doc);
        updates.forEach(([first, rest], index) => {
          const update = hostileUpdate(doc, 7 + (index % 2), [first, ...rest]);
          if (verdictOn(state, update) !== 'new') return;
          Y.applyUpdate(doc, update);
          expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
          if (index % 5 === 4) state = stateOf(doc);
        });
        expect([strays(doc), torn(doc)]).toEqual([[], []]);
        const replayed = new Y.Doc();
        Y.applyUpdate(replayed, Y.encodeStateAsUpdate(doc));
        const [one, other] = [doc, replayed].map((copy) => project(treeOf(copy.getXmlFragment(contentField)), 1));
        expect(other).toEqual(one);
      }),
      { numRuns: 250 },
    );
  });

  it('is forgotten whole when an update is refused half way', () => {
    const doc = aDocument('Bonjour', 5);
    const state = stateOf(doc);
    const before = state.stateVector();
    const wild = new Y.Doc();
    Y.applyUpdate(wild, Y.encodeStateAsUpdate(doc));
    wild.clientID = 9;
    const made = updatesOf(wild, () => wild.transact(() => {
      const root = wild.getXmlFragment(contentField);
      root.insert(1, [new Y.XmlElement('paragraph')]);
      let parent: Y.XmlFragment = root;
      for (let depth = 0; depth < documentLimits.depth + 2; depth += 1) {
        const block = new Y.XmlElement('blockquote');
        parent.insert(0, [block]);
        parent = block;
      }
    }));
    expect(made.map((update) => verdictOn(state, update))).toEqual(['too-deep']);
    expect(state.stateVector()).toEqual(before);
    const good = new Y.Doc();
    Y.applyUpdate(good, Y.encodeStateAsUpdate(doc));
    good.clientID = 9;
    for (const update of updatesOf(good, () => good.getXmlFragment(contentField).insert(1, [new Y.XmlElement('paragraph')]))) expect(verdictOn(state, update)).toBe('new');
  });
});
