import type { MeetingKind } from '../words/meeting-words';
import { calendarAnswer, calendarMethod } from './mailed-calendar';

const table: [MeetingKind, { isDated: boolean; comes: boolean }, string | null][] = [
  ['registered', { isDated: true, comes: true }, 'REQUEST'],
  ['date-decided', { isDated: true, comes: false }, 'REQUEST'],
  ['moved', { isDated: true, comes: true }, 'REQUEST'],
  ['moved', { isDated: false, comes: true }, 'CANCEL'],
  ['cancelled', { isDated: true, comes: true }, 'CANCEL'],
  ['withdrawn', { isDated: true, comes: false }, 'CANCEL'],
  ['waiting', { isDated: true, comes: false }, null],
  ['registered', { isDated: false, comes: true }, null],
  ['minutes', { isDated: true, comes: true }, null],
];

describe('what a letter says to calendars', () => {
  it.each(table)('%s %j', (kind, at, method) => {
    expect(calendarMethod(kind, at)).toBe(method);
  });

  it('whether the reader comes', () => {
    expect([calendarAnswer('registered'), calendarAnswer('to-confirm'), calendarAnswer('waiting'), calendarAnswer(undefined)]).toEqual(['accepted', 'tentative', 'needs-action', 'needs-action']);
  });
});
