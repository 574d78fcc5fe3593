import { isZone, offeredZones, weeksLater, zonedDay, zonedInstant, zonedTime } from './meeting-zone';

describe('the clocks of a named zone', () => {
  it.each([
    ['Europe/Paris', '2026-03-28', '14:00', '2026-03-28T13:00:00.000Z'],
    ['Europe/Paris', '2026-03-29', '14:00', '2026-03-29T12:00:00.000Z'],
    ['Europe/Paris', '2026-10-25', '14:00', '2026-10-25T13:00:00.000Z'],
    ['Indian/Reunion', '2026-03-29', '14:00', '2026-03-29T10:00:00.000Z'],
    ['America/Martinique', '2026-10-25', '14:00', '2026-10-25T18:00:00.000Z'],
    ['Pacific/Noumea', '2026-03-29', '08:00', '2026-03-28T21:00:00.000Z'],
  ])('%s, %s %s', (zone, day, time, instant) => {
    expect(zonedInstant(day, time, zone)).toBe(instant);
    expect([zonedDay(instant, zone), zonedTime(instant, zone)]).toEqual([day, time]);
  });

  it('in the hour that spring skips, is an hour later; in the one that autumn repeats, its first', () => {
    expect(zonedTime(zonedInstant('2026-03-29', '02:30', 'Europe/Paris'), 'Europe/Paris')).toBe('03:30');
    expect(zonedInstant('2026-10-25', '02:30', 'Europe/Paris')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('keep the hour of a meeting moved by weeks over a change of hour, where there is none too', () => {
    expect(weeksLater('2026-03-24T13:00:00Z', 1, 'Europe/Paris')).toBe('2026-03-31T12:00:00.000Z');
    expect(weeksLater('2026-10-20T12:00:00Z', 1, 'Europe/Paris')).toBe('2026-10-27T13:00:00.000Z');
    for (const zone of ['Indian/Reunion', 'America/Martinique', 'Pacific/Noumea']) expect(weeksLater('2026-03-24T13:00:00Z', 1, zone)).toBe('2026-03-31T13:00:00.000Z');
  });

  it('knows every zone it offers, and refuses made-up ones and bare offsets', () => {
    expect(offeredZones.every(isZone)).toBe(true);
    for (const name of ['Europe/Nulle-Part', '+02:00', 'javascript:alert(1)', '', 'Paris']) expect(isZone(name)).toBe(false);
  });
});
