import { formatDateTime, formatTime, parisDay, parisInstant, parisTime } from './dates';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('dates as people read them', () => {
  it('are in words, on the clock of Paris, in summer and in winter', () => {
    expect(plain(formatDateTime('2024-10-17T12:00:00Z'))).toBe('jeudi 17 octobre 2024 à 14 h');
    expect(plain(formatDateTime('2024-11-21T13:30:00Z'))).toBe('jeudi 21 novembre 2024 à 14 h 30');
    expect(plain(formatTime('2024-11-21T08:05:00Z'))).toBe('9 h 05');
  });

  it('keep their day when the evening in Paris is still the afternoon in London', () => {
    expect(parisDay('2024-06-30T22:30:00Z')).toBe('2024-07-01');
  });
});

describe('an instant given by the clocks of Paris', () => {
  it.each([
    ['2024-10-17', '14:00', '2024-10-17T12:00:00.000Z'],
    ['2024-11-21', '14:00', '2024-11-21T13:00:00.000Z'],
    ['2024-10-27', '04:00', '2024-10-27T03:00:00.000Z'],
    ['2024-03-31', '03:30', '2024-03-31T01:30:00.000Z'],
  ])('%s at %s is %s', (day, time, instant) => {
    expect(parisInstant(day, time)).toBe(instant);
    expect([parisDay(instant), parisTime(instant)]).toEqual([day, time]);
  });
});
