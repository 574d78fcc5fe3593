import { canNotice, noticeActions } from './notice.policy';

const table: [string, { personId: string | null; shown: boolean }, readonly string[]][] = [
  ['one’s own notice', { personId: 'p', shown: true }, noticeActions],
  ['one’s own that has not left yet', { personId: 'p', shown: false }, []],
  ['someone else’s', { personId: 'q', shown: true }, []],
  ['that of a guest without account', { personId: null, shown: true }, []],
];

describe('who may do what with a notice', () => {
  it.each(table)('%s', (_which, of, allowed) => {
    expect(noticeActions.filter((action) => canNotice({ personId: 'p' }, action, of))).toEqual(allowed);
  });
});
