import { REAL_LAUNCH, shiftDay, shiftWeeks, weeksToShift } from './launch-date.rule';
import { parisInstant, parisParts } from './paris-time.rule';

const DAY_MS = 86_400_000;
const weekday = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', timeZone: 'Europe/Paris' });

describe('the launch shown by the demonstration', () => {
  const firstStarts = Array.from({ length: 400 }, (_, index) => new Date(Date.parse('2025-12-20T09:30:00Z') + index * DAY_MS));

  it.each(firstStarts)('was held within a half week of ten days before %s', (firstStart) => {
    const launch = new Date(shiftWeeks(REAL_LAUNCH, firstStart));
    const daysBefore = (firstStart.getTime() - launch.getTime()) / DAY_MS;
    expect(Math.abs(daysBefore - 10)).toBeLessThan(4);
    expect(weekday.format(launch)).toBe('jeudi');
    expect(parisParts(launch)).toMatchObject({ hour: 14, minute: 0 });
  });

  it('stays where it was for a first start ten days after it', () => {
    const firstStart = new Date('2024-10-27T12:00:00Z');
    expect(weeksToShift(firstStart)).toBe(0);
    expect(shiftWeeks(REAL_LAUNCH, firstStart)).toBe('2024-10-17T12:00:00.000Z');
  });

  it('keeps two o’clock in Paris when summer time ends in between', () => {
    const firstStart = new Date('2026-11-22T08:00:00Z');
    expect(shiftWeeks(REAL_LAUNCH, firstStart)).toBe('2026-11-12T13:00:00.000Z');
  });

  it('reads the day in Paris, not in London, late in the evening', () => {
    expect(weeksToShift(new Date('2026-01-04T22:30:00Z'))).toBe(weeksToShift(new Date('2026-01-04T12:00:00Z')));
    expect(weeksToShift(new Date('2026-01-04T23:30:00Z'))).toBe(weeksToShift(new Date('2026-01-05T12:00:00Z')));
  });

  it('moves days without an hour by the same weeks', () => {
    const firstStart = new Date('2026-11-22T08:00:00Z');
    expect(shiftDay('2024-11-30', firstStart)).toBe('2026-12-26');
  });
});

describe('a clock in Paris', () => {
  it.each([
    ['2026-01-15T14:00', '2026-01-15T13:00:00.000Z'],
    ['2026-07-15T14:00', '2026-07-15T12:00:00.000Z'],
    ['2026-03-29T14:00', '2026-03-29T12:00:00.000Z'],
    ['2026-10-25T14:00', '2026-10-25T13:00:00.000Z'],
  ])('%s is %s', (local, instant) => {
    expect(parisInstant(local).toISOString()).toBe(instant);
  });
});
