import { countWords } from './count.pipe';
import { dateTimeWords, dayWords, relativeWords, timeWords } from './date-words';

describe('dates in words', () => {
  it('reads a meeting as people say it, at the time of Paris', () => {
    expect(dateTimeWords('2024-10-17T12:00:00Z', 'fr')).toBe('jeudi 17 octobre 2024 à 14\u00a0h');
    expect(timeWords('2024-12-17T13:30:00Z', 'fr')).toBe('14\u00a0h\u00a030');
    expect(dateTimeWords('2024-10-17T12:00:00Z', 'en')).toMatch(/^Thursday,? 17 October 2024 at 14:00$/);
  });

  it('says «1er» for the first of a month', () => {
    expect(dayWords('2026-12-01T08:00:00Z', 'fr', 'weekday')).toBe('mardi 1er décembre');
    expect(dayWords('2026-12-11T08:00:00Z', 'fr', 'weekday')).toBe('vendredi 11 décembre');
  });

  it('belongs to the day of Paris, not of London', () => expect(dayWords('2024-10-16T22:30:00Z', 'fr', 'weekday')).toBe('jeudi 17 octobre'));

  it.each([
    ['2024-12-01T09:29:40Z', 'à l’instant'],
    ['2024-12-01T09:25:00Z', 'il y a 5 minutes'],
    ['2024-11-30T19:30:00Z', 'il y a 14 heures'],
    ['2024-11-30T08:00:00Z', 'hier'],
    ['2024-12-02T20:00:00Z', 'demain'],
    ['2024-12-22T09:30:00Z', 'dans 3 semaines'],
    ['2024-03-01T09:30:00Z', '1er mars 2024'],
  ])('%s is «%s»', (moment, said) => expect(relativeWords(moment, 'fr', '2024-12-01T09:30:00Z')).toBe(said));

  it('counts: zero is singular in French, plural in English', () => {
    const words = { one: '# rencontre', other: '# rencontres' };
    expect([0, 1, 2].map((count) => countWords(count, words, 'fr'))).toEqual(['0 rencontre', '1 rencontre', '2 rencontres']);
    expect(countWords(0, { one: '# meeting', other: '# meetings' }, 'en')).toBe('0 meetings');
  });
});
