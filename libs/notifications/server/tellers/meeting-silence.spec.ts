import type { NoticeKind } from '../../contract';
import type { NoticeRow } from '../notices/notice-row';
import { type MeetingMoment, silenceOf } from './meeting-silence';

const start = new Date('2026-01-20T13:00:00Z');
const moment = (more: Partial<MeetingMoment> = {}): MeetingMoment => ({
  now: new Date('2026-01-10T08:00:00Z'), startsAt: start, endsAt: new Date('2026-01-20T15:00:00Z'), cancelled: false, published: true, status: 'registered', offerUntil: null, mayRead: true, animates: false, ...more,
});
const notice = (kind: NoticeKind, facts: Record<string, string> = {}): NoticeRow => ({
  id: 'n', kind, about: 'meeting', aboutId: 'm', standingId: null, personId: 'p', address: null, name: null, recipient: 'p', facts, createdAt: start, attempts: 0, shownAt: null, readAt: null,
});

const table: [string, NoticeKind, Partial<MeetingMoment>, string | undefined][] = [
  ['a reminder to someone registered', 'day-before', {}, undefined],
  ['a reminder to someone who withdrew', 'day-before', { status: 'cancelled' }, 'standing-changed'],
  ['a reminder to someone who waits', 'week-before', { status: 'waiting' }, 'standing-changed'],
  ['a reminder of what has begun', 'hour-before', { now: start }, 'too-late'],
  ['a reminder of what was cancelled', 'day-before', { cancelled: true }, 'overtaken'],
  ['anything to someone who may not read it any more', 'date-decided', { mayRead: false }, 'no-right'],
  ['anything about what its animators took back', 'date-decided', { published: false }, 'no-right'],
  ['a confirmation after a withdrawal', 'registered', { status: 'cancelled' }, 'standing-changed'],
  ['the receipt of a withdrawal', 'withdrawn', { status: 'cancelled' }, undefined],
  ['the receipt of a withdrawal, the meeting being cancelled since', 'withdrawn', { status: 'cancelled', cancelled: true }, undefined],
  ['a withdrawal followed by another registration', 'withdrawn', {}, 'standing-changed'],
  ['an offered place', 'place-offered', { status: 'offered', offerUntil: start }, undefined],
  ['an offered place whose time has passed', 'place-offered', { status: 'offered', offerUntil: new Date('2026-01-10T07:00:00Z') }, 'too-late'],
  ['a cancellation', 'cancelled', { cancelled: true }, undefined],
  ['a cancellation that was taken back', 'cancelled', {}, 'overtaken'],
  ['minutes, long after', 'minutes', { now: new Date('2026-03-01T08:00:00Z') }, undefined],
  ['minutes to someone who withdrew', 'minutes', { status: 'cancelled' }, 'standing-changed'],
  ['an invitation to someone who registered meanwhile', 'meeting-invitation', {}, 'standing-changed'],
  ['a request to those who animate', 'exception-to-answer', { animates: true, status: null }, undefined],
  ['a request to someone who animates no more', 'exception-to-answer', { status: null }, 'no-right'],
];

describe('what is still to be said when a letter leaves', () => {
  it.each(table)('%s', (_which, kind, at, why) => {
    expect(silenceOf(notice(kind), moment(at))).toBe(why);
  });

  it('a date that changed again since is told by the later letter only', () => {
    expect(silenceOf(notice('moved', { startsAt: '2026-01-19T13:00:00.000Z' }), moment())).toBe('overtaken');
    expect(silenceOf(notice('moved', { startsAt: start.toISOString() }), moment())).toBeUndefined();
    expect(silenceOf(notice('moved', { startsAt: '' }), moment({ startsAt: null, endsAt: null }))).toBeUndefined();
  });
});
