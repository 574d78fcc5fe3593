import { meetingStateAt, outOfOrder } from './meeting';

const now = new Date('2024-10-17T13:00:00Z');
const planned = (startsAt: string | null, more: object = {}) => ({ startsAt: startsAt ? new Date(startsAt) : null, minutes: 90, dateByPoll: false, cancelledAt: null, ...more });

describe('where a meeting stands', () => {
  it('is «date à fixer» without a date, and awaits its poll when one is planned', () => {
    expect(meetingStateAt(planned(null), now)).toBe('undated');
    expect(meetingStateAt(planned(null, { dateByPoll: true }), now)).toBe('to-poll');
  });

  it('is dated until its planned end, held from that minute on', () => {
    expect(meetingStateAt(planned('2024-10-17T11:30:01Z'), now)).toBe('dated');
    expect(meetingStateAt(planned('2024-10-17T11:30:00Z'), now)).toBe('held');
  });

  it('stays cancelled whatever its date', () => {
    expect(meetingStateAt(planned('2024-10-01T12:00:00Z', { cancelledAt: now }), now)).toBe('cancelled');
  });

  it('with a date is no longer waiting for a poll', () => {
    expect(meetingStateAt(planned('2024-12-01T12:00:00Z', { dateByPoll: true }), now)).toBe('dated');
  });
});

describe('a series whose dates cross', () => {
  it('points at the meeting planned before an earlier one, over undated ones too', () => {
    expect(outOfOrder(['2024-11-20', null, '2024-11-05', '2024-12-01'])).toEqual([2]);
  });

  it('has nothing to say of dates in order', () => {
    expect(outOfOrder(['2024-10-17', '2024-10-17', null, '2024-12-01'])).toEqual([]);
  });
});
