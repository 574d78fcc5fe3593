import { reminderTimes } from './reminder-times';

const times = (startsAt: string) => Object.values(reminderTimes(new Date(startsAt))).map((at) => at.toISOString());

describe('when people are reminded of a meeting', () => {
  it('in the morning a week and a day before, and an hour before', () => {
    expect(times('2026-01-20T13:00:00Z')).toEqual(['2026-01-13T08:00:00.000Z', '2026-01-19T08:00:00.000Z', '2026-01-20T12:00:00.000Z']);
  });

  it('at nine by the clock of Paris when the clocks change in between', () => {
    expect(times('2026-03-30T12:00:00Z')).toEqual(['2026-03-23T08:00:00.000Z', '2026-03-29T07:00:00.000Z', '2026-03-30T11:00:00.000Z']);
    expect(times('2026-10-26T13:00:00Z')).toEqual(['2026-10-19T07:00:00.000Z', '2026-10-25T08:00:00.000Z', '2026-10-26T12:00:00.000Z']);
  });
});
