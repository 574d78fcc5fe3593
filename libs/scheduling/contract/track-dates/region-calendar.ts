import type { LocalCalendar } from './day-facts';
import type { HolidayPlace } from './public-holidays';
import type { SchoolZone } from './school-holidays';

/** Each region of metropolitan France lies in one school zone, but Corsica, whose schools follow a calendar of their own. */
const zones: Readonly<Record<string, SchoolZone>> = {
  'auvergne rhone alpes': 'A', 'bourgogne franche comte': 'A', 'nouvelle aquitaine': 'A',
  bretagne: 'B', 'centre val de loire': 'B', 'grand est': 'B', 'hauts de france': 'B', normandie: 'B', 'pays de la loire': 'B', 'provence alpes cote d azur': 'B',
  'ile de france': 'C', occitanie: 'C',
};
const overseas: Readonly<Record<string, HolidayPlace>> = {
  guadeloupe: 'guadeloupe', guyane: 'guyane', martinique: 'martinique', mayotte: 'mayotte', 'la reunion': 'reunion', reunion: 'reunion', 'saint barthelemy': 'saint-barthelemy', 'saint martin': 'saint-martin',
};

const plain = (name: string): string => name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^\p{L}]+/gu, ' ').trim();

/** The calendar of a region as people write its name; a region not recognised has the public holidays of everywhere and no school zone. */
export function calendarOfRegion(region: string): LocalCalendar {
  const place = overseas[plain(region)];
  return { schoolZone: zones[plain(region)] ?? null, places: place ? [place] : [] };
}
