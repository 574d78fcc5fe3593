import { byDay, dayByKey, dayIn, daysOf, knownDay, monthOf, monthsLater, spanOf, turned, weekOf } from './agenda-days';

const timed = (startsAt: string, minutes = 90) => ({ startsAt, minutes, allDay: false, zone: 'Europe/Paris' });

describe('days of an agenda', () => {
  it('weeks start on Monday and a month is whole weeks', () => {
    expect(weekOf('2026-03-29')[0]).toBe('2026-03-23');
    expect(monthOf('2026-02-10').map((week) => week[0])).toEqual(['2026-01-26', '2026-02-02', '2026-02-09', '2026-02-16', '2026-02-23']);
    expect(monthOf('2026-06-10')).toHaveLength(5);
    expect(monthOf('2026-08-31').flat().at(-1)).toBe('2026-09-06');
  });

  it('the change of clocks takes no day away', () => {
    expect(weekOf('2026-03-25').concat(weekOf('2026-10-21'))).toHaveLength(14);
    expect([dayByKey('ArrowRight', '2026-03-28'), dayByKey('ArrowRight', '2026-03-29'), dayByKey('ArrowLeft', '2026-10-26')]).toEqual(['2026-03-29', '2026-03-30', '2026-10-25']);
  });

  it('keys move by days, weeks and months; others are left alone', () => {
    expect([dayByKey('ArrowUp', '2026-03-05'), dayByKey('Home', '2026-03-05'), dayByKey('End', '2026-03-05'), dayByKey('PageDown', '2026-01-31'), dayByKey('a', '2026-03-05')])
      .toEqual(['2026-02-26', '2026-03-02', '2026-03-08', '2026-02-28', undefined]);
  });

  it('turning a page keeps the day where it can', () => {
    expect([turned('month', '2026-01-31', 1), turned('week', '2026-01-31', -1), turned('list', '2026-01-31', 1), monthsLater('2024-03-31', -1)]).toEqual(['2026-02-28', '2026-01-24', '2026-04-30', '2024-02-29']);
  });

  it('a slip in the address is today', () => {
    expect([knownDay('2026-02-30', 't'), knownDay('x', 't'), knownDay(null, 't'), knownDay('2026-02-28', 't')]).toEqual(['t', 't', 't', '2026-02-28']);
  });
});

describe('where an entry falls', () => {
  it('is on the day of the reader’s own clock', () => {
    expect(daysOf(timed('2026-03-29T22:30:00Z'), 'Europe/Paris')).toEqual(['2026-03-30']);
    expect(daysOf(timed('2026-03-29T22:30:00Z'), 'America/Martinique')).toEqual(['2026-03-29']);
    expect(daysOf(timed('2026-03-29T13:00:00Z'), 'Pacific/Noumea')).toEqual(['2026-03-30']);
  });

  it('past midnight is on two days, until midnight on one', () => {
    expect(daysOf(timed('2026-03-26T21:30:00Z', 180), 'Europe/Paris')).toEqual(['2026-03-26', '2026-03-27']);
    expect(daysOf(timed('2026-03-26T21:30:00Z', 90), 'Europe/Paris')).toEqual(['2026-03-26']);
  });

  it('an all-day entry keeps its days wherever it is read', () => {
    const holiday = { startsAt: '2026-05-07T22:00:00Z', minutes: 24 * 60, allDay: true, zone: 'Europe/Paris' };
    expect([daysOf(holiday, 'America/Martinique'), daysOf(holiday, 'Pacific/Noumea')]).toEqual([['2026-05-08'], ['2026-05-08']]);
  });

  it('the span asked holds the days in every zone', () => {
    expect(spanOf(['2026-03-01', '2026-03-31'])).toEqual({ from: '2026-02-28T00:00:00Z', to: '2026-04-02T00:00:00Z' });
    expect(byDay([], 'Europe/Paris').size).toBe(0);
    expect(dayIn('2026-03-29T00:00:00Z', 'Europe/Paris')).toBe('2026-03-29');
  });
});
