import { slotsMax } from '@cohorte/scheduling/contract';
import { pollsEn } from '../i18n/polls.en';
import { pollsFr } from '../i18n/polls.fr';
import { blankPoll, callOf, type NewPollForm, type Problem, problemsOf, slotsOf, usualDeadline, warningsOf } from './new-poll.form';

const now = new Date('2026-03-01T09:00:00Z');
/** A poll that may be opened as it stands. */
const written = (changed: Partial<NewPollForm> = {}): NewPollForm => ({
  ...blankPoll({ title: 'Rencontre 2', minutes: 90, zone: 'Europe/Paris' }, '0192f1f4-3b5e-7c1a-9d4e-2f6a8b0c1d2e'), days: ['2026-03-19', '2026-03-24'], closesAt: '2026-03-10T18:00', ...changed,
});
const days = (count: number): string[] => Array.from({ length: count }, (_, at) => new Date(Date.UTC(2026, 3, 1 + at)).toISOString().slice(0, 10));

describe('a poll being written', () => {
  it('may be sent when nothing is wrong, and what is sent is what was written', () => {
    expect([0, 1, 2].flatMap((step) => problemsOf(written(), step, now))).toEqual([]);
    expect(callOf('m', written(), true).slots).toEqual([{ at: '2026-03-19T14:00', minutes: 90 }, { at: '2026-03-24T14:00', minutes: 90 }]);
  });

  const refused: [string, number, Partial<NewPollForm>, Problem][] = [
    ['no day', 0, { days: [] }, 'noDay'],
    ['no time', 1, { times: [] }, 'noTime'],
    ['every slot taken out', 1, { removed: ['2026-03-19T14:00/90', '2026-03-24T14:00/90'] }, 'noSlot'],
    ['a day that is past', 1, { days: ['2026-02-20', '2026-03-24'] }, 'past'],
    ['today, an hour ago', 1, { days: ['2026-03-01'], times: [{ time: '08:00', minutes: 60 }] }, 'past'],
    ['a slot of five minutes', 1, { times: [{ time: '14:00', minutes: 5 }] }, 'badTime'],
    ['a slot of ten hours', 1, { times: [{ time: '08:00', minutes: 600 }] }, 'badTime'],
    ['an hour that summer time skips', 1, { days: ['2026-03-29'], times: [{ time: '02:30', minutes: 60 }] }, 'missingHour'],
    ['more slots than anybody reads', 1, { days: days(slotsMax + 1) }, 'tooMany'],
    ['ten thousand slots', 1, { days: days(2_500), times: ['08:00', '10:00', '14:00', '16:00'].map((time) => ({ time, minutes: 90 })) }, 'tooMany'],
    ['no deadline', 2, { closesAt: '' }, 'noDeadline'],
    ['a deadline that is past', 2, { closesAt: '2026-02-28T18:00' }, 'deadlinePast'],
    ['a deadline after the last slot', 2, { closesAt: '2026-03-24T14:00' }, 'deadlineLate'],
    ['nobody to ask', 2, { audience: 'nobody' }, 'nobody'],
    ['half an address', 2, { guests: [{ name: 'Anne', email: 'anne@' }] }, 'badGuest'],
  ];
  it.each(refused)('is held back by %s, in a sentence of both languages', (_what, step, changed, problem) => {
    expect(problemsOf(written(changed), step, now)).toContain(problem);
    expect([pollsFr.new.problems[problem], pollsEn.new.problems[problem]]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
  });

  it('at the bound is let through, one slot more is not', () => {
    expect(problemsOf(written({ days: days(slotsMax), closesAt: '2026-03-10T18:00' }), 1, now)).toEqual([]);
  });

  it('is warned of slots that overlap on one day, and of a deadline after the first slot, and may be sent all the same', () => {
    const twice = written({ times: [{ time: '14:00', minutes: 90 }, { time: '15:00', minutes: 90 }] });
    expect([warningsOf(twice), problemsOf(twice, 1, now)]).toEqual([['overlap'], []]);
    const one = written({ times: [{ time: '14:00', minutes: 60 }, { time: '15:00', minutes: 60 }] });
    expect(warningsOf(one)).toEqual([]);
    const late = written({ closesAt: '2026-03-20T18:00' });
    expect([warningsOf(late), problemsOf(late, 2, now)]).toEqual([['deadlineAfterFirst'], []]);
  });

  it('is offered a deadline ahead of now and before the first slot', () => {
    expect(usualDeadline(written(), now)).toBe('2026-03-08T18:00');
    expect(usualDeadline(written({ days: ['2026-03-04'] }), now)).toBe('2026-03-03T18:00');
    expect(usualDeadline(written({ days: ['2026-03-02'] }), now)).toBe('2026-03-02T18:00');
    expect(slotsOf(written({ days: ['2026-03-19', '2026-03-19'] }))).toHaveLength(1);
  });
});
