import { copyDay, missingHours, overlaps, seriesOf } from './poll-series';

it('days × times make a series in time, twins once', () => {
  const series = seriesOf(['2026-10-27', '2026-10-22', '2026-10-22'], [{ time: '14:00', minutes: 90 }, { time: '09:30', minutes: 90 }]);
  expect(series.map((slot) => slot.at)).toEqual(['2026-10-22T09:30', '2026-10-22T14:00', '2026-10-27T09:30', '2026-10-27T14:00']);
});

it('a day gives its slots to others, whole days too', () => {
  const slots = seriesOf(['2026-03-26'], [{ time: '14:00', minutes: 90 }, { time: null, minutes: 480 }]);
  expect(copyDay(slots, '2026-03-26', ['2026-04-02']).map((slot) => slot.at)).toEqual(['2026-03-26', '2026-03-26T14:00', '2026-04-02', '2026-04-02T14:00']);
});

it('an hour that summer time skips is found, in the zones that have it', () => {
  const slots = seriesOf(['2026-03-28', '2026-03-29'], [{ time: '02:30', minutes: 60 }]);
  expect(missingHours(slots, 'Europe/Paris').map((slot) => slot.at)).toEqual(['2026-03-29T02:30']);
  expect(missingHours(slots, 'Indian/Reunion')).toEqual([]);
});

it('slots that overlap are found, those that follow each other are not', () => {
  const slots = seriesOf(['2026-03-26'], [{ time: '09:00', minutes: 90 }, { time: '10:00', minutes: 60 }, { time: '11:00', minutes: 60 }]);
  expect(overlaps(slots).map((pair) => pair.map((slot) => slot.at.slice(11)))).toEqual([['09:00', '10:00']]);
});
