import { noticeTopics } from './notice-kind';
import { preferenceTable, wants } from './preference';

describe('what a person wants to be told', () => {
  it('is everything, until they say no', () => {
    expect(wants([], 'polls', 'mail')).toBe(true);
    expect(wants([{ topic: 'polls', channel: 'mail', wanted: false }], 'polls', 'mail')).toBe(false);
    expect(wants([{ topic: 'polls', channel: 'mail', wanted: false }], 'polls', 'bell')).toBe(true);
  });

  it('an offered place is told by mail whatever was said', () => {
    expect(wants([{ topic: 'offers', channel: 'mail', wanted: false }], 'offers', 'mail')).toBe(true);
  });

  it('the table has a line for every topic and channel', () => {
    const table = preferenceTable([{ topic: 'minutes', channel: 'bell', wanted: false }]);
    expect(table).toHaveLength(noticeTopics.length * 2);
    expect(table.filter(({ wanted }) => !wanted)).toEqual([{ topic: 'minutes', channel: 'bell', wanted: false, canStop: true }]);
  });
});
