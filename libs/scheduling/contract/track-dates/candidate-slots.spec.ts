import { wallAt } from '../polls/wall-clock';
import { candidateSlots, type SlotPlan, suggestedMonths } from './candidate-slots';

const normandy = { schoolZone: 'B', places: [] } as const;
const plan = (more: Partial<SlotPlan>): SlotPlan => ({
  from: '2027-03-01', to: '2027-03-31', weekdays: [2, 4], times: ['14:00'], minutes: 90, avoidSchoolHolidays: true, avoidBridges: true, except: [], ...more,
});
const setting = (zone = 'Europe/Paris', now = '2026-11-22T08:00:00.000Z') => ({ zone, now, calendar: normandy });

describe('the slots a plan makes', () => {
  it('leave out school holidays, and days struck out', () => {
    expect(candidateSlots(plan({ except: ['2027-03-11'] }), setting()).map((slot) => slot.day)).toEqual(['2027-03-09', '2027-03-16', '2027-03-18', '2027-03-23', '2027-03-25', '2027-03-30']);
  });

  it('keep school holidays on demand, never a public holiday', () => {
    expect(candidateSlots(plan({ from: '2027-05-03', to: '2027-05-07', weekdays: [1, 2, 3, 4, 5], avoidSchoolHolidays: false, avoidBridges: false }), setting()).map((slot) => slot.day)).toEqual([
      '2027-05-03', '2027-05-04', '2027-05-05', '2027-05-07',
    ]);
  });

  it.each([
    ['Europe/Paris', '2026-03-26', '2026-03-31', ['2026-03-26T13:00:00.000Z', '2026-03-31T12:00:00.000Z']],
    ['Europe/Paris', '2026-10-22', '2026-10-27', ['2026-10-22T12:00:00.000Z', '2026-10-27T13:00:00.000Z']],
    ['Indian/Reunion', '2026-03-26', '2026-03-31', ['2026-03-26T10:00:00.000Z', '2026-03-31T10:00:00.000Z']],
    ['America/Martinique', '2026-03-26', '2026-03-31', ['2026-03-26T18:00:00.000Z', '2026-03-31T18:00:00.000Z']],
    ['Pacific/Noumea', '2026-03-26', '2026-03-31', ['2026-03-26T03:00:00.000Z', '2026-03-31T03:00:00.000Z']],
  ])('stay at 14:00 on the clocks of %s over a change of hour', (zone, from, to, expected) => {
    const slots = candidateSlots(plan({ from, to, avoidSchoolHolidays: false }), setting(zone, '2026-01-01T00:00:00.000Z'));
    expect(slots.map((slot) => slot.startsAt)).toEqual(expected);
    for (const slot of slots) expect(wallAt(slot.startsAt, zone)).toBe(`${slot.day}T14:00`);
  });

  it('are never in the past, each hour once, nothing when the stretch is reversed', () => {
    expect(candidateSlots(plan({ times: ['14:00', '10:00', '14:00'] }), setting('Europe/Paris', '2027-03-30T08:30:00.000Z')).map((slot) => slot.time)).toEqual(['14:00']);
    expect(candidateSlots(plan({ from: '2027-03-31', to: '2027-03-01' }), setting())).toEqual([]);
  });

  it('are none in the hour that spring skips', () => {
    expect(candidateSlots(plan({ from: '2026-03-29', to: '2026-03-29', weekdays: [7], times: ['02:30', '03:30'] }), setting('Europe/Paris', '2026-01-01T00:00:00.000Z')).map((slot) => slot.time)).toEqual(['03:30']);
  });
});

describe('the months suggested for undated meetings', () => {
  const meeting = (id: string, day: string | null = null) => ({ id, minutes: 90, day });

  it('follow one another after the last date known, with three weeks of notice at least', () => {
    expect([...suggestedMonths([meeting('3', '2026-12-08'), meeting('4'), meeting('5'), meeting('6')], '2026-11-22', normandy)]).toEqual([
      ['4', { from: '2027-01-05', to: '2027-01-31' }], ['5', { from: '2027-02-01', to: '2027-02-28' }], ['6', { from: '2027-03-08', to: '2027-03-31' }],
    ]);
  });

  it('leave December to its holidays', () => {
    expect(suggestedMonths([meeting('2')], '2026-11-22', normandy).get('2')).toEqual({ from: '2027-01-04', to: '2027-01-31' });
  });

  it('begin with the next month when little is left of this one, and skip the summer', () => {
    expect([...suggestedMonths([meeting('1'), meeting('2')], '2027-06-14', normandy)]).toEqual([
      ['1', { from: '2027-09-01', to: '2027-09-30' }], ['2', { from: '2027-10-01', to: '2027-10-31' }],
    ]);
    expect(suggestedMonths([meeting('1')], '2027-02-05', normandy).get('1')).toEqual({ from: '2027-03-08', to: '2027-03-31' });
  });
});
