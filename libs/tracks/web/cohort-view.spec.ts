import { datesCrossing, halfTitle, isLate, nextOf, primaryAction } from './cohort-view';
import { aCohort, aStep, aStructure, someHomework } from './tracks.fixtures';

const today = '2026-11-22';
const mine = aStructure({ mine: true, draftId: 'draft' });
const ours = { structureId: 'chu', name: 'CHU' };
const dated = [aStep(1, 'held', { startsAt: '2026-11-12T13:00:00Z' }), aStep(2, 'dated', { startsAt: '2026-12-03T13:00:00Z' }), aStep(3, 'undated')];
const alone = aStructure({ id: 'alone', leadName: null });

describe('the one thing a cohort’s page asks', () => {
  it.each([
    ['an animator with no structure adds one', aCohort({ canEdit: true, structures: [] }), { kind: 'add-structure' }],
    ['an animator finds a date for the next meeting', aCohort({ canEdit: true, structures: [alone] }), expect.objectContaining({ kind: 'date-meeting', step: expect.objectContaining({ number: 2 }) })],
    ['once it is dated, an animator finds a lead for a structure without one', aCohort({ canEdit: true, steps: dated, structures: [aStructure(), alone] }), { kind: 'invite-lead', structureId: 'alone' }],
    ['a lead already invited is waited for', aCohort({ canEdit: true, steps: dated, structures: [{ ...alone, leadInvited: true }] }), undefined],
    ['an animator who also writes opens the draft when all is set', aCohort({ canEdit: true, steps: dated, structures: [mine] }), { kind: 'open-draft', draftId: 'draft' }],
    ['a member writes', aCohort({ structures: [mine] }), { kind: 'open-draft', draftId: 'draft' }],
    ['a member prepares in the last days', aCohort({ structures: [mine], homeworkFor: ours, homework: [someHomework({ dueOn: '2026-11-28' })] }), { kind: 'prepare' }],
    ['a member writes while there is time to prepare', aCohort({ structures: [mine], homeworkFor: ours, homework: [someHomework({ dueOn: '2026-12-20' })] }), { kind: 'open-draft', draftId: 'draft' }],
    ['a member who prepared everything writes', aCohort({ structures: [mine], homeworkFor: ours, homework: [someHomework({ dueOn: '2026-11-23', doneAt: '2026-11-20T08:00:00Z' })] }), { kind: 'open-draft', draftId: 'draft' }],
    ['a member without draft prepares', aCohort({ structures: [aStructure({ mine: true })], homeworkFor: ours, homework: [someHomework()] }), { kind: 'prepare' }],
    ['a sponsor only reads', aCohort({ homework: [someHomework()] }), undefined],
  ])('%s', (_sentence, cohort, expected) => {
    expect(primaryAction(cohort, today)).toEqual(expected);
  });
});

describe('where a cohort stands', () => {
  it('looks at the first meeting neither held nor cancelled, in the order of the track', () => {
    const steps = [aStep(3, 'undated'), aStep(2, 'cancelled'), aStep(1, 'held'), aStep(null, 'undated', { afterNumber: 1 })];
    expect(nextOf({ steps })?.number).toBe(3);
  });

  it('names the meeting dated before one that precedes it, webinars and cancelled ones aside', () => {
    const steps = [
      aStep(1, 'held', { startsAt: '2026-11-12T13:00:00Z' }), aStep(2, 'dated', { startsAt: '2026-12-10T13:00:00Z' }), aStep(3, 'dated', { startsAt: '2026-12-01T13:00:00Z' }),
      aStep(4, 'cancelled', { startsAt: '2026-11-01T13:00:00Z' }), aStep(null, 'dated', { startsAt: '2026-10-01T13:00:00Z', afterNumber: 2 }),
    ];
    expect(datesCrossing({ steps }).map((step) => step.number)).toEqual([3]);
  });

  it('calls late what is neither done nor due any more', () => {
    expect(isLate(someHomework({ dueOn: '2026-11-21' }), today)).toBe(true);
    expect(isLate(someHomework({ dueOn: today }), today)).toBe(false);
    expect(isLate(someHomework({ dueOn: '2026-11-21', doneAt: '2026-11-22T08:00:00Z' }), today)).toBe(false);
    expect(isLate(someHomework(), today)).toBe(false);
  });

  it('does not say «Temps 1» twice', () => {
    expect(halfTitle('Temps 1 – Le cadre et le parcours')).toBe('Le cadre et le parcours');
    expect(halfTitle('Diagnostic et réemploi')).toBe('Diagnostic et réemploi');
  });
});
