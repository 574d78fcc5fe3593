import type { DepositedFile } from '@cohorte/library/contract';
import { groupOf, rowOf, sameRows, stateOfDeposited } from './deposit-row';
import type { LocalFile } from './local-file';
import type { QueuedFile } from './upload-queue';

const local: LocalFile = { requestId: 'r1', file: new File(['x'], 'guide.pdf'), name: 'guide.pdf', size: 10, print: 'guide.pdf|10|1', unfit: null, title: 'Guide', form: 'guide', isFormSaid: false, url: null };
const queued = (over: Partial<QueuedFile>): QueuedFile => ({ id: 'r1', size: 10, carried: null, state: 'sending', sent: 4, failures: 0, problem: null, ...over });
const deposited: DepositedFile = {
  requestId: 'r1', fileId: 'f', resourceId: 'x', slug: 'guide', version: 1, resourceState: 'draft', title: 'Guide', name: 'guide.pdf', size: 10, type: 'pdf', state: 'ready', problem: null, remarks: [], duplicates: [],
  choice: null, missing: null,
};
const near = { resourceId: 'y', slug: 'y', title: 'Guide', how: 'near-title' as const, mayReplace: true };

it.each([
  ['reading', { state: 'waiting' }], ['refused', { state: 'refused', problem: 'macro' }], ['decide', { duplicates: [near] }], ['complete', { duplicates: [near], choice: 'distinct' }],
  ['incomplete', { missing: 'library.rights-unchecked' }], ['complete', {}], ['submitted', { resourceState: 'submitted' }], ['published', { resourceState: 'published', duplicates: [near] }],
  ['dropped', { state: 'dropped' }], ['dropped', { duplicates: [near], choice: 'new-version' }], ['reading', { state: 'waiting', duplicates: [near] }],
] as [string, Partial<DepositedFile>][])('%s', (state, over) => {
  expect(stateOfDeposited({ ...deposited, ...over })).toBe(state);
});

it('before it arrived a file is what its queue says; once there, what the server says', () => {
  const states = [
    rowOf(local, {}), rowOf({ ...local, file: null }, {}), rowOf({ ...local, unfit: { code: 'file-empty', details: {} } }, {}), rowOf(local, { queued: queued({}), deposited: { ...deposited, state: 'sending' } }),
    rowOf(local, { queued: queued({ state: 'refused', problem: { kind: 'refused', code: 'library.quota-exceeded', details: { leftMegabytes: 3 } } }) }), rowOf(local, { queued: queued({ state: 'sent' }) }), rowOf(local, { queued: queued({ state: 'sent' }), deposited }),
  ].map(({ state, problem }) => `${state} ${problem}`.trim());
  expect(states).toEqual(['chosen', 'absent', 'unfit library.file-empty', 'sending', 'denied library.quota-exceeded', 'reading', 'complete']);
});

it('a line that did not change stays the same object', () => {
  const [before] = [[rowOf(local, { queued: queued({}) }), rowOf({ ...local, requestId: 'r2' }, { queued: queued({}) })]];
  const after = sameRows(before, [rowOf(local, { queued: queued({}) }), rowOf({ ...local, requestId: 'r2' }, { queued: queued({ sent: 9 }) })]);
  expect([after[0] === before[0], after[1] === before[1]]).toEqual([true, false]);
});

it('what needs somebody is told apart', () => {
  expect((['denied', 'decide', 'sending', 'complete'] as const).map((state) => groupOf({ state }))).toEqual(['todo', 'todo', 'going', 'done']);
});
