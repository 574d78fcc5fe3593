import { attendanceByStructure, isPresenceOpen, isShortStay, listStateAt, minutesPresent } from './attendance';

const at = (iso: string): Date => new Date(iso);
const meeting = { startsAt: at('2026-03-26T13:00:00Z'), endsAt: at('2026-03-26T15:00:00Z'), cancelledAt: null };

describe('being there', () => {
  it.each([
    ['2026-03-26T11:59:59Z', false], ['2026-03-26T12:00:00Z', true], ['2026-03-26T15:30:00Z', true], ['2026-03-26T15:30:01Z', false],
  ])('at %s counts: %s', (now, counts) => expect(isPresenceOpen(meeting, at(now))).toBe(counts));

  it('counts for nothing when the meeting is cancelled or has no date', () => {
    expect(isPresenceOpen({ ...meeting, cancelledAt: at('2026-03-01T00:00:00Z') }, at('2026-03-26T13:30:00Z'))).toBe(false);
    expect(isPresenceOpen({ startsAt: null, endsAt: null, cancelledAt: null }, at('2026-03-26T13:30:00Z'))).toBe(false);
  });

  it('two devices at once count once, and only between the hours', () => {
    const intervals = [
      { joinedAt: at('2026-03-26T12:50:00Z'), seenUntil: at('2026-03-26T13:40:00Z') },
      { joinedAt: at('2026-03-26T13:20:00Z'), seenUntil: at('2026-03-26T13:50:00Z') },
      { joinedAt: at('2026-03-26T14:55:00Z'), seenUntil: at('2026-03-26T15:20:00Z') },
    ];
    expect(minutesPresent(intervals, meeting)).toBe(55);
    expect(minutesPresent(intervals.toReversed(), meeting)).toBe(55);
    expect(minutesPresent([], meeting)).toBe(0);
  });

  it('looking in is not staying', () => {
    expect([isShortStay(4, 120), isShortStay(10, 120), isShortStay(5, 30), isShortStay(6, 30)]).toEqual([true, false, true, false]);
  });
});

describe('the list of a meeting', () => {
  it.each([
    ['2026-03-25T12:59:00Z', null, 'ahead'], ['2026-03-25T13:00:00Z', null, 'open'], ['2026-04-20T13:00:00Z', null, 'open'], ['2026-03-27T13:00:00Z', '2026-03-26T16:00:00Z', 'closed'],
  ])('at %s, closed at %s: %s', (now, closedAt, state) => expect(listStateAt(meeting, closedAt ? at(closedAt) : null, at(now))).toBe(state));

  it('tells who came of each structure, in the order of names', () => {
    const lines = [['CHU de Caen', 'present'], [null, 'present'], ['ARS', 'excused'], ['CHU de Caen', 'absent']] as const;
    expect(attendanceByStructure(lines.map(([structureName, state]) => ({ structureName, state })))).toEqual([
      { structureName: 'ARS', expected: 1, present: 0 }, { structureName: 'CHU de Caen', expected: 2, present: 1 }, { structureName: null, expected: 1, present: 1 },
    ]);
  });
});
