import { addDays } from './civil-day';

export const publicHolidayNames = [
  'new-year', 'good-friday', 'easter-monday', 'labour-day', 'victory-1945', 'ascension', 'whit-monday', 'bastille-day', 'assumption', 'all-saints', 'armistice-1918', 'christmas',
  'saint-stephen', 'abolition-of-slavery',
] as const;
export type PublicHolidayName = (typeof publicHolidayNames)[number];

export interface PublicHoliday {
  readonly day: string;
  readonly name: PublicHolidayName;
}

/** Places with days of their own: Alsace and Moselle, and the overseas of article L3422-2 of the labour code. */
export const holidayPlaces = ['alsace-moselle', 'guadeloupe', 'guyane', 'martinique', 'mayotte', 'reunion', 'saint-barthelemy', 'saint-martin'] as const;
export type HolidayPlace = (typeof holidayPlaces)[number];

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterOf(year: number): string {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const moon = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const week = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * week) / 451);
  const place = moon + week - 7 * late + 114;
  return `${year}-${String(Math.floor(place / 31)).padStart(2, '0')}-${String((place % 31) + 1).padStart(2, '0')}`;
}

const sameEveryYear: readonly [string, PublicHolidayName][] = [
  ['01-01', 'new-year'], ['05-01', 'labour-day'], ['05-08', 'victory-1945'], ['07-14', 'bastille-day'], ['08-15', 'assumption'], ['11-01', 'all-saints'], ['11-11', 'armistice-1918'], ['12-25', 'christmas'],
];
const afterEaster: readonly [number, PublicHolidayName][] = [[1, 'easter-monday'], [39, 'ascension'], [50, 'whit-monday']];
const abolitionDays: Partial<Record<HolidayPlace, string>> = {
  guadeloupe: '05-27', guyane: '06-10', martinique: '05-22', mayotte: '04-27', reunion: '12-20', 'saint-barthelemy': '10-09', 'saint-martin': '05-28',
};

function ofPlace(year: number, place: HolidayPlace): PublicHoliday[] {
  if (place === 'alsace-moselle') return [{ day: addDays(easterOf(year), -2), name: 'good-friday' }, { day: `${year}-12-26`, name: 'saint-stephen' }];
  return [{ day: `${year}-${abolitionDays[place]}`, name: 'abolition-of-slavery' }];
}

/** The eleven public holidays of a year, and those of the places named, in order. */
export function publicHolidays(year: number, places: readonly HolidayPlace[] = []): PublicHoliday[] {
  const easter = easterOf(year);
  return [
    ...sameEveryYear.map(([monthAndDay, name]) => ({ day: `${year}-${monthAndDay}`, name })),
    ...afterEaster.map(([days, name]) => ({ day: addDays(easter, days), name })),
    ...places.flatMap((place) => ofPlace(year, place)),
  ].sort((a, b) => a.day.localeCompare(b.day));
}
