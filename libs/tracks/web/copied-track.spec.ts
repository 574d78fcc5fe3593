import type { LocalCalendar } from '@cohorte/scheduling/contract';
import type { CohortCopy } from '@cohorte/tracks/contract';
import { beyondSchoolCalendar, copiedLines, datesOfLines } from './copied-track';

const calendar: LocalCalendar = { schoolZone: 'B', places: [] };
const step = (id: string, startsAt: string | null): CohortCopy['steps'][number] => ({ id, number: 1, shortTitle: id, afterNumber: null, title: id, startsAt, zone: 'Europe/Paris', homework: 0, documents: 0 });
const copy: CohortCopy = { id: 'c', networkId: 'n', name: 'SPASER 2024', scope: 'mixed', steps: [step('a', '2024-10-17T12:00:00.000Z'), step('b', '2024-10-31T13:00:00.000Z'), step('c', null)] };
const lines = (firstDay: string, walls: Record<string, string> = {}) => copiedLines(copy, { firstDay, walls }, calendar);

describe('the dates of a track held again, as the form shows them', () => {
  it('are proposed from the first day and sent as instants; what had no date waits', () => {
    expect(lines('2026-10-08').map(({ day, time, movedFor, off }) => [day, time, movedFor?.kind ?? null, off])).toEqual([
      ['2026-10-08', '14:00', null, null], ['2026-11-02', '14:00', 'school-holiday', null], ['', '14:00', null, null],
    ]);
    expect(datesOfLines(lines('2026-10-08'))).toEqual([{ stepId: 'a', startsAt: '2026-10-08T12:00:00.000Z' }, { stepId: 'b', startsAt: '2026-11-02T13:00:00.000Z' }]);
  });

  it('written by hand stay when the first day changes, and say what speaks against them', () => {
    const [, second] = lines('2026-11-19', { b: '2026-11-11T09:00' });
    expect(second).toMatchObject({ day: '2026-11-11', time: '09:00', written: true, movedFor: null, off: { kind: 'public-holiday', name: 'armistice-1918' } });
    expect(lines('2026-11-11')[0]).toMatchObject({ off: { kind: 'public-holiday' }, written: false });
  });

  it('taken away by hand are not sent; half written, or in the hour that spring skips, are wrong', () => {
    expect(datesOfLines(lines('2026-10-08', { b: '' }))).toHaveLength(1);
    expect(lines('2026-10-08', { c: '2027-03-28T02:30' })[2]?.wrong).toBe(true);
    expect(lines('2026-10-08', { c: '0202-03-28T14:00' })[2]?.wrong).toBe(true);
    expect(lines('2026-10-08', { c: '2027-03-29T14:00' })[2]?.wrong).toBe(false);
  });

  it('say when no school calendar is published for one of them', () => {
    expect(beyondSchoolCalendar(lines('2026-10-08'), calendar)).toBe(false);
    expect(beyondSchoolCalendar(lines('2029-10-08'), calendar)).toBe(true);
  });
});
