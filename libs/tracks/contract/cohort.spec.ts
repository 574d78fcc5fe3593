import { dueOn, nextStep } from './cohort';
import { inOrder, type PersonalStep } from './next-step';

const step = (number: number | null, state: string) => ({ number, state });

describe('the step a cohort looks at', () => {
  it('is the first on the track that is neither held nor cancelled', () => {
    expect(nextStep([step(1, 'held'), step(2, 'cancelled'), step(3, 'to-poll'), step(4, 'undated')])?.number).toBe(3);
  });

  it('is never a webinar outside the count', () => {
    expect(nextStep([step(1, 'held'), step(null, 'dated'), step(2, 'undated')])?.number).toBe(2);
  });

  it('is none once the track is done', () => {
    expect(nextStep([step(1, 'held'), step(null, 'undated')])).toBeUndefined();
  });
});

describe('homework', () => {
  it('is due days before its meeting, over the end of a month and of a year', () => {
    expect(dueOn('2024-11-21', 2)).toBe('2024-11-19');
    expect(dueOn('2025-01-01', 2)).toBe('2024-12-30');
    expect(dueOn('2024-03-01', 1)).toBe('2024-02-29');
  });

  it('has no date while its meeting has none', () => {
    expect(dueOn(null, 2)).toBeNull();
  });
});

describe('what is expected next', () => {
  const expected = (title: string, startsAt: string | null, dueDay: string | null): PersonalStep => ({
    kind: 'homework', cohortId: 'c', cohortName: '', title, number: null, startsAt, dueOn: dueDay, draftId: null, structureId: null, homeworkId: null, meetingId: null, pollId: null,
  });

  it('comes soonest first; a day counts until its end; what has no date comes last, in the order given', () => {
    const steps = [expected('without, first', null, null), expected('due that day', null, '2024-11-21'), expected('without, second', null, null), expected('meeting', '2024-11-21T13:00:00.000Z', null), expected('due before', null, '2024-11-19')];
    expect(inOrder(steps).map((one) => one.title)).toEqual(['due before', 'meeting', 'due that day', 'without, first', 'without, second']);
  });
});
