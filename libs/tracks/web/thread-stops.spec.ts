import { placesOf, stationDay, stepAnchor, threadStops } from './thread-stops';
import { aStep } from './tracks.fixtures';

const words = { day: (startsAt: string | number | Date) => `le ${String(startsAt).slice(8, 10)}`, undated: 'date à fixer' };
const track = placesOf([
  aStep(1, 'held', { startsAt: '2026-11-12T13:00:00Z' }), aStep(2, 'to-poll'), aStep(3, 'dated', { startsAt: '2026-12-17T13:00:00Z' }),
  aStep(4, 'undated'), aStep(5, 'cancelled', { startsAt: '2027-01-10T13:00:00Z' }), aStep(6, 'undated'),
  aStep(null, 'undated', { afterNumber: 3, id: 'works-1' }), aStep(null, 'undated', { afterNumber: 4, id: 'works-2' }),
]);

describe('the stations of a thread', () => {
  it('shows what was held, what is next, what is dated, what waits and what was cancelled', () => {
    expect(threadStops(track, words).map((stop) => `${stop.side ? 'side ' : ''}${stop.state}: ${stop.sublabel ?? '-'}`)).toEqual([
      'held: le 12', 'next: date à fixer', 'dated: le 17', 'side undated: date à fixer', 'undated: date à fixer', 'side undated: date à fixer', 'cancelled: -', 'undated: date à fixer',
    ]);
  });

  it('rings the next meeting with its date once it has one', () => {
    const [first] = threadStops(placesOf([aStep(1, 'dated', { startsAt: '2026-12-03T13:00:00Z' })]), words);
    expect(first).toEqual({ label: 'Étape 1', state: 'next', sublabel: 'le 03' });
  });

  it('leads each station to its card', () => {
    const stops = threadStops(track, words, '/parcours/c');
    expect(stops.map((stop) => stop.fragment)).toEqual(['rencontre-1', 'rencontre-2', 'rencontre-3', 'webinaire-1', 'rencontre-4', 'webinaire-2', 'rencontre-5', 'rencontre-6']);
    expect(stops.every((stop) => stop.href === '/parcours/c')).toBe(true);
    expect(stepAnchor({ id: 'works-2', number: null }, track)).toBe('webinaire-2');
  });

  it('has no ring when all is over', () => {
    expect(threadStops(placesOf([aStep(1, 'held'), aStep(2, 'cancelled')]), words).map((stop) => stop.state)).toEqual(['held', 'cancelled']);
  });

  it('writes short days as Paris reads them, the first of a month as «1er»', () => {
    expect(stationDay('2026-12-01T13:00:00Z', 'fr')).toBe('mar. 1er décembre');
    expect(stationDay('2026-12-01T23:30:00Z', 'fr')).toBe('mer. 2 décembre');
  });
});
