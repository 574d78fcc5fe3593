import { IDBFactory } from 'fake-indexeddb';
import { DraftOutbox } from './draft-outbox';
import type { OutboxEdit } from './draft-outbox';

const edit = (pushId: string, order: number, change: Partial<OutboxEdit> = {}): OutboxEdit => ({
  pushId, order, personId: 'p', draftId: 'd', update: new Uint8Array([order]), edits: 1, ...change,
});
const ids = (edits: readonly { pushId: string }[]): string[] => edits.map((found) => found.pushId);

describe('the outbox of this browser', () => {
  let outbox: DraftOutbox;

  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    globalThis.structuredClone ??= ((value: unknown) => (typeof value === 'object' && !Array.isArray(value) ? { ...value } : value)) as typeof structuredClone;
    outbox = new DraftOutbox();
  });

  it('still holds an edit when another tab opens', async () => {
    await outbox.append([edit('b', 2), edit('a', 1)], 'strict');
    expect(ids(await new DraftOutbox().waiting('p', 'd'))).toEqual(['a', 'b']);
  });

  it('lets go of an edit on acknowledgement only', async () => {
    await outbox.append([edit('a', 1), edit('b', 2)], 'relaxed');
    await outbox.acknowledged('a');
    expect(ids(await outbox.waiting('p', 'd'))).toEqual(['b']);
  });

  it('replaces edits by what they were merged into', async () => {
    const before = [edit('a', 1), edit('b', 2)];
    await outbox.append(before, 'relaxed');
    await outbox.replace(before, [edit('ab', 1, { edits: 2 })]);
    expect(await outbox.waiting('p', 'd')).toMatchObject([{ pushId: 'ab', edits: 2 }]);
  });

  it('shows nobody the work of another person or draft', async () => {
    await outbox.append([edit('a', 1), edit('b', 2, { personId: 'q' }), edit('c', 3, { draftId: 'e' })], 'relaxed');
    expect(ids(await outbox.waiting('p', 'd'))).toEqual(['a']);
    expect(ids((await outbox.unsentOf('p')).edits)).toEqual(['a', 'c']);
  });

  it('keeps refused work aside and forgets the state that contains it', async () => {
    await outbox.keep({ personId: 'p', draftId: 'd', title: 't', ownerName: 'o', right: 'editor', upto: 3, state: new Uint8Array([1]), at: 1 });
    await outbox.append([edit('a', 1)], 'relaxed');
    await outbox.refuse([{ ...edit('a', 1), code: 'drafts.update-refused', at: 1 }]);
    expect(await outbox.waiting('p', 'd')).toEqual([]);
    expect(await outbox.refused('p', 'd')).toMatchObject([{ pushId: 'a', code: 'drafts.update-refused' }]);
    expect(await outbox.kept('p', 'd')).toBeNull();
    await outbox.forgetRefused('p', 'd');
    expect(await outbox.refused('p', 'd')).toEqual([]);
  });

  it('wipes one person and leaves the other', async () => {
    await outbox.append([edit('a', 1), edit('b', 2, { personId: 'q' })], 'relaxed');
    await outbox.wipe('p');
    expect((await outbox.unsentOf('p')).edits).toEqual([]);
    expect(ids((await outbox.unsentOf('q')).edits)).toEqual(['b']);
  });

  it('orders edits even when the clock of the device goes back', () => {
    const first = outbox.nextOrder();
    expect(outbox.nextOrder()).toBeGreaterThan(first);
  });

  it('says so where the browser keeps nothing', async () => {
    const bare = new DraftOutbox(async () => null);
    await bare.append([edit('a', 1)], 'strict');
    expect(await bare.keeps()).toBe(false);
    expect(await bare.waiting('p', 'd')).toEqual([]);
  });
});
