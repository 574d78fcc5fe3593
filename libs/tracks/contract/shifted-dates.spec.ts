import { instantOf, type LocalCalendar } from '@cohorte/scheduling/contract';
import * as fc from 'fast-check';
import { dayOff, type FormerDate, shiftedDates } from './shifted-dates';

const normandy: LocalCalendar = { schoolZone: 'B', places: [] };
const paris = 'Europe/Paris';
const at = (wall: string, zone = paris): FormerDate => ({ startsAt: instantOf(wall, zone), zone });
const shifted = (former: readonly FormerDate[], firstDay: string) => shiftedDates(former, firstDay, normandy);

describe('the dates of a track held again', () => {
  it('keep their gaps and their hour, over a change of hour too', () => {
    const dates = shifted([at('2024-10-17T14:00'), at('2024-11-21T14:00'), at('2024-12-12T09:30')], '2026-10-08');
    expect(dates.map((date) => date?.wall)).toEqual(['2026-10-08T14:00', '2026-11-12T14:00', '2026-12-03T09:30']);
    expect(dates.every((date) => date?.movedFor === null)).toBe(true);
  });

  it.each([
    ['a week-end', '2024-10-19', '2026-10-12T14:00', { kind: 'week-end' }],
    ['a public holiday', '2024-11-20', '2026-11-12T14:00', { kind: 'public-holiday', name: 'armistice-1918' }],
    ['school holidays, to the day pupils come back', '2024-10-31', '2026-11-02T14:00', { kind: 'school-holiday', name: 'all-saints' }],
  ])('go on to the next day worked when they fall on %s', (_what, former, wall, movedFor) => {
    expect(shifted([at('2024-10-17T14:00'), at(`${former}T14:00`)], '2026-10-08')[1]).toEqual({ wall, movedFor });
  });

  it('leave the first day as it was chosen, whatever day it is', () => {
    expect(shifted([at('2024-10-17T14:00')], '2026-11-11')).toEqual([{ wall: '2026-11-11T14:00', movedFor: null }]);
  });

  it('two meetings that were on different days stay on different days, and on the same day stay together', () => {
    const dates = shifted([at('2024-10-17T14:00'), at('2024-10-28T14:00'), at('2024-10-28T16:00'), at('2024-10-30T14:00')], '2026-10-08');
    expect(dates.map((date) => date?.wall)).toEqual(['2026-10-08T14:00', '2026-11-02T14:00', '2026-11-02T16:00', '2026-11-03T14:00']);
  });

  it('say so when the meeting before has taken the day', () => {
    const dates = shifted([at('2024-10-17T14:00'), at('2024-10-18T14:00'), at('2024-10-20T14:00')], '2026-10-09');
    expect(dates.map((date) => [date?.wall.slice(0, 10), date?.movedFor?.kind])).toEqual([['2026-10-09', undefined], ['2026-10-12', 'week-end'], ['2026-10-13', 'previous']]);
  });

  it('stay unknown where there was none, and begin with the earliest one wherever it stands', () => {
    expect(shifted([{ startsAt: null, zone: paris }, at('2024-11-21T14:00'), at('2024-10-17T14:00')], '2026-10-08').map((date) => date?.wall)).toEqual([undefined, '2026-11-12T14:00', '2026-10-08T14:00']);
  });

  it('are counted on the clocks of the meeting, not on ours', () => {
    const noumea = 'Pacific/Noumea';
    expect(shifted([at('2024-10-17T08:00', noumea), at('2024-11-21T08:00', noumea)], '2026-10-08').map((date) => date?.wall)).toEqual(['2026-10-08T08:00', '2026-11-12T08:00']);
  });

  it('for any track: never off work after the first, in the order they had', () => {
    const days = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 300 }), (gaps, start) => {
        const day = (from: string, more: number): string => new Date(Date.parse(from) + more * 86_400_000).toISOString().slice(0, 10);
        const dates = shifted(gaps.map((gap) => at(`${day('2023-09-11', gap)}T14:00`)), day('2025-09-08', start));
        const inTime = gaps.map((gap, place) => ({ gap, day: dates[place]?.wall.slice(0, 10) ?? '' })).sort((a, b) => a.gap - b.gap);
        for (const [place, one] of inTime.entries()) {
          const before = inTime[place - 1];
          if (before) expect(Math.sign(one.day.localeCompare(before.day))).toBe(Math.sign(one.gap - before.gap));
          if (one.gap !== inTime[0]?.gap) expect(dayOff(normandy, one.day)).toBeNull();
        }
      }),
    );
  });
});
