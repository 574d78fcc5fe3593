import { instantOf, problemsOf, writtenFrom } from './chosen-date';

describe('the date written for a meeting', () => {
  it('reads Paris’ clock, in winter and in summer', () => {
    expect(instantOf({ day: '2026-12-03', time: '14:00', minutes: 90 })).toBe('2026-12-03T13:00:00.000Z');
    expect(instantOf({ day: '2026-07-03', time: '14:00', minutes: 90 })).toBe('2026-07-03T12:00:00.000Z');
  });

  it('begins with the meeting’s own date', () => {
    expect(writtenFrom({ startsAt: '2026-12-03T13:00:00.000Z', minutes: 120 })).toEqual({ day: '2026-12-03', time: '14:00', minutes: 120 });
    expect(writtenFrom({ startsAt: null, minutes: 90 })).toEqual({ day: '', time: '14:00', minutes: 90 });
  });

  it.each([
    ['a day must be chosen', { day: '' }, { day: 'needDay' }],
    ['the year may have slipped', { day: '0202-12-03' }, { day: 'badDay' }],
    ['an hour is needed', { time: '' }, { time: 'needTime' }],
    ['the hour that clocks skip does not exist', { day: '2027-03-28', time: '02:30' }, { time: 'noSuchTime' }],
    ['a meeting lasts a quarter of an hour at least', { minutes: 10 }, { minutes: 'badMinutes' }],
    ['minutes left empty', { minutes: Number.NaN }, { minutes: 'badMinutes' }],
    ['a date in the past is allowed', { day: '2024-10-17' }, {}],
  ])('%s', (_sentence, change, expected) => {
    expect(problemsOf({ day: '2026-12-03', time: '14:00', minutes: 90, ...change })).toEqual(expected);
  });
});
