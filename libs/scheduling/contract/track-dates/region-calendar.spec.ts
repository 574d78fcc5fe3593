import { calendarOfRegion } from './region-calendar';

it.each([
  ['Normandie', 'B', []],
  ['Île-de-France', 'C', []],
  ['PROVENCE-ALPES-CÔTE D’AZUR', 'B', []],
  ['Auvergne-Rhône-Alpes', 'A', []],
  ['La Réunion', null, ['reunion']],
  ['Corse', null, []],
  ['Réseau national', null, []],
])('the calendar of %s', (region, schoolZone, places) => {
  expect(calendarOfRegion(region)).toEqual({ schoolZone, places });
});
