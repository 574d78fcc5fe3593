import { addDays, weekdayOf } from './civil-day';
import { dayFacts } from './day-facts';
import { easterOf, publicHolidays } from './public-holidays';
import { schoolHolidayOn, schoolHolidaysBetween, schoolYears } from './school-holidays';

const normandy = { schoolZone: 'B', places: [] } as const;

describe('public holidays', () => {
  it.each([[2000, '2000-04-23'], [2008, '2008-03-23'], [2024, '2024-03-31'], [2025, '2025-04-20'], [2026, '2026-04-05'], [2027, '2027-03-28'], [2038, '2038-04-25'], [2285, '2285-03-22']])(
    'Easter of %i is on %s', (year, day) => expect(easterOf(year)).toBe(day),
  );

  it('are eleven in metropolitan France, in order', () => {
    expect(publicHolidays(2027).map((holiday) => holiday.day)).toEqual([
      '2027-01-01', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-08', '2027-05-17', '2027-07-14', '2027-08-15', '2027-11-01', '2027-11-11', '2027-12-25',
    ]);
  });

  it('are thirteen in Alsace and Moselle, and one more in each overseas place', () => {
    expect(publicHolidays(2027, ['alsace-moselle']).map((holiday) => holiday.day)).toEqual(expect.arrayContaining(['2027-03-26', '2027-12-26']));
    expect(publicHolidays(2027, ['alsace-moselle'])).toHaveLength(13);
    expect(publicHolidays(2027, ['martinique', 'reunion']).filter((holiday) => holiday.name === 'abolition-of-slavery').map((holiday) => holiday.day)).toEqual(['2027-05-22', '2027-12-20']);
  });
});

describe('school holidays', () => {
  it('differ by zone in winter and spring only', () => {
    expect(schoolHolidayOn('B', '2027-02-22')).toBe('winter');
    expect(schoolHolidayOn('C', '2027-02-22')).toBeUndefined();
    expect(schoolHolidayOn('A', '2026-12-24')).toBe('christmas');
    expect(schoolHolidayOn('C', '2026-12-24')).toBe('christmas');
  });

  it('end on the day school begins again', () => {
    expect(schoolHolidayOn('B', '2027-03-07')).toBe('winter');
    expect(schoolHolidayOn('B', '2027-03-08')).toBeUndefined();
  });

  it('are said unpublished, never guessed, where no calendar is known', () => {
    expect(schoolHolidayOn('B', '2028-02-15')).toBe('unpublished');
    expect(schoolHolidaysBetween('B', '2028-01-01', '2028-12-31')).toEqual([]);
  });

  it('follow one another without overlap, two weeks in winter and in spring, from a Saturday on', () => {
    for (const zone of ['A', 'B', 'C'] as const) {
      const all = schoolHolidaysBetween(zone, '2023-09-01', '2027-12-31');
      all.slice(1).forEach((holiday, place) => expect(holiday.from >= (all[place]?.back ?? '')).toBe(true));
      for (const { name, from, back } of all.filter((one) => one.name === 'winter' || one.name === 'spring')) {
        expect([name, weekdayOf(from)]).toEqual([name, 6]);
        expect([addDays(from, 16), addDays(from, 17)]).toContain(back);
      }
    }
    expect(schoolYears).toHaveLength(4);
  });
});

describe('what is known of a day', () => {
  it('is a bridge between a public holiday and the weekend', () => {
    expect(dayFacts(normandy, '2027-05-07')).toEqual({ schoolHoliday: 'ascension', bridge: true });
    expect(dayFacts(normandy, '2026-07-13')).toMatchObject({ bridge: true });
    expect(dayFacts(normandy, '2026-07-15').bridge).toBeUndefined();
  });

  it('asks no school calendar of those who have none', () => {
    expect(dayFacts({ schoolZone: null, places: ['reunion'] }, '2027-02-23')).toEqual({});
  });
});
