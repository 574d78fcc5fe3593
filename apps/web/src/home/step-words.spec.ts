import type { PersonalStep } from '@cohorte/tracks/contract';
import { linkOf, noteOf, stepLooks, titleOf, whenOf } from './step-words';
import { homeEn } from './home.en';
import { homeFr } from './home.fr';

const step = (more: Partial<PersonalStep>): PersonalStep => ({
  kind: 'homework', cohortId: 'c', cohortName: 'SPASER des GHT', title: 'Lister les acteurs', number: 2, startsAt: null, dueOn: null, draftId: null, structureId: null, homeworkId: null, meetingId: null, pollId: null, ...more,
});
const now = new Date('2026-11-22T09:00:00Z');
const worded = (catalogue: object, key: string): unknown => key.split('.').reduce<unknown>((branch, part) => (branch as Record<string, unknown>)[part], catalogue);

describe('a step on the home page', () => {
  it.each([
    ['a meeting leads to its place on the track', step({ kind: 'meeting' }), { path: ['/parcours', 'c'], fragment: 'rencontre-2' }],
    ['a webinar leads to the cohort', step({ kind: 'meeting', number: null }), { path: ['/parcours', 'c'] }],
    ['a date to choose leads to its meeting', step({ kind: 'choose-date' }), { path: ['/parcours', 'c'], fragment: 'rencontre-2' }],
    ['homework leads to what is to prepare', step({}), { path: ['/parcours', 'c'], fragment: 'a-preparer' }],
    ['a draft opens', step({ kind: 'draft', draftId: 'd' }), { path: ['/documents', 'd'] }],
    ['one lead missing leads to the structure', step({ kind: 'invite-lead', number: 1, structureId: 's' }), { path: ['/structures', 's'] }],
    ['several leads missing lead to the structures', step({ kind: 'invite-lead', number: 4, structureId: 's' }), { path: ['/parcours', 'c'], fragment: 'structures' }],
  ])('%s', (_sentence, given, expected) => {
    expect(linkOf(given)).toEqual(expected);
  });

  it('about a meeting leads to its own page', () => {
    expect(linkOf(step({ kind: 'meeting', meetingId: 'm' }))).toEqual({ path: ['/rencontres', 'm'] });
  });

  it.each([
    ['today', { startsAt: '2026-11-22T13:00:00Z' }, 'when.today'],
    ['tomorrow, also when it is late in Paris', { startsAt: '2026-11-22T23:30:00Z' }, 'when.tomorrow'],
    ['another day', { startsAt: '2026-12-03T13:00:00Z' }, 'when.at'],
    ['due later', { dueOn: '2026-12-01' }, 'when.before'],
    ['due today', { dueOn: '2026-11-22' }, 'when.beforeToday'],
    ['due tomorrow', { dueOn: '2026-11-23' }, 'when.beforeTomorrow'],
    ['overdue', { dueOn: '2026-11-21' }, 'when.late'],
  ])('says when: %s', (_sentence, change, key) => {
    expect(whenOf(step(change), now, 'fr')?.key).toBe(key);
  });

  it('says nothing of when without a date', () => {
    expect(whenOf(step({}), now, 'fr')).toBeUndefined();
  });

  it('finds every sentence in both languages', () => {
    const given = (Object.keys(stepLooks) as PersonalStep['kind'][]).flatMap((kind) => [step({ kind }), step({ kind, number: null }), step({ kind, number: 3 })]);
    for (const key of given.flatMap((one) => [titleOf(one).key, noteOf(one).key, `kinds.${one.kind}`, `acts.${one.kind}`])) {
      expect(typeof worded(homeFr, key)).toBe('string');
      expect(typeof worded(homeEn, key)).toBe('string');
    }
  });
});
