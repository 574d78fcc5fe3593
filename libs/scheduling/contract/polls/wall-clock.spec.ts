import { isZone } from '@cohorte/meetings/contract';
import { addDays } from '../track-dates/civil-day';
import { dayAt, instantOf, wallAt, weeksLater } from './wall-clock';

describe('an hour on the wall', () => {
  it.each([
    ['2026-03-28T14:00', 'Europe/Paris', '2026-03-28T13:00:00.000Z'],
    ['2026-03-29T14:00', 'Europe/Paris', '2026-03-29T12:00:00.000Z'],
    ['2026-03-29T01:59', 'Europe/Paris', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T03:00', 'Europe/Paris', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T01:30', 'Europe/Paris', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T03:00', 'Europe/Paris', '2026-10-25T02:00:00.000Z'],
    ['2026-10-25T14:00', 'Europe/Paris', '2026-10-25T13:00:00.000Z'],
    ['2026-03-29T14:00', 'Indian/Reunion', '2026-03-29T10:00:00.000Z'],
    ['2026-10-25T14:00', 'Indian/Reunion', '2026-10-25T10:00:00.000Z'],
    ['2026-03-29T14:00', 'America/Martinique', '2026-03-29T18:00:00.000Z'],
    ['2026-10-25T14:00', 'America/Martinique', '2026-10-25T18:00:00.000Z'],
    ['2026-03-29T14:00', 'Pacific/Noumea', '2026-03-29T03:00:00.000Z'],
    ['2026-10-25T09:00', 'Pacific/Noumea', '2026-10-24T22:00:00.000Z'],
    ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00:00.000Z'],
    ['2026-10-25', 'Pacific/Noumea', '2026-10-24T13:00:00.000Z'],
  ])('%s in %s is %s, and reads the same on the way back', (wall, zone, instant) => {
    expect(instantOf(wall, zone)).toBe(instant);
    expect(wallAt(instant, zone).slice(0, wall.length)).toBe(wall);
  });

  it('that summer time skips does not exist; the one it repeats is the first', () => {
    expect(instantOf('2026-03-29T02:00', 'Europe/Paris')).toBeNull();
    expect(instantOf('2026-03-29T02:59', 'Europe/Paris')).toBeNull();
    expect(instantOf('2026-10-25T02:00', 'Europe/Paris')).toBe('2026-10-25T00:00:00.000Z');
  });

  it('every hour of both days of change, in every zone, comes back as it was written', () => {
    for (const zone of ['Europe/Paris', 'Indian/Reunion', 'America/Martinique', 'Pacific/Noumea', 'America/Miquelon', 'Australia/Lord_Howe', 'America/Santiago']) {
      for (const day of ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26']) {
        for (let minute = 0; minute < 1440; minute += 15) {
          const wall = `${day}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
          const instant = instantOf(wall, zone);
          if (instant) expect([zone, wallAt(instant, zone)]).toEqual([zone, wall]);
        }
      }
    }
  });

  it('weeks later keeps the hour across the change, and a day late in Nouméa is a day of Nouméa', () => {
    expect(weeksLater('2026-03-26T14:00', 1)).toBe('2026-04-02T14:00');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(dayAt('2026-10-24T22:00:00Z', 'Pacific/Noumea')).toBe('2026-10-25');
  });
});

it.each([['Europe/Paris', true], ['Indian/Reunion', true], ['America/Argentina/Buenos_Aires', true], ['Europe/Atlantis', false], ['Paris', false], ['', false], ['+02:00', false], ['../etc', false]])('%s is a zone: %s', (name, known) => {
  expect(isZone(name)).toBe(known);
});
