import { instantOf } from '../contract/polls/wall-clock';
import { readerClock } from './reader-clock';

const zones = ['Europe/Paris', 'Indian/Reunion', 'America/Martinique', 'Pacific/Noumea'] as const;
/** What each reads when Paris says 14 h: the day before, the day, and the day after the clocks change. */
const table: [string, (string | null)[]][] = [
  ['2026-03-28T14:00', [null, '2026-03-28T17:00', '2026-03-28T09:00', '2026-03-29T00:00']],
  ['2026-03-29T14:00', [null, '2026-03-29T16:00', '2026-03-29T08:00', '2026-03-29T23:00']],
  ['2026-03-30T14:00', [null, '2026-03-30T16:00', '2026-03-30T08:00', '2026-03-30T23:00']],
  ['2026-10-24T14:00', [null, '2026-10-24T16:00', '2026-10-24T08:00', '2026-10-24T23:00']],
  ['2026-10-25T14:00', [null, '2026-10-25T17:00', '2026-10-25T09:00', '2026-10-26T00:00']],
  ['2026-10-26T14:00', [null, '2026-10-26T17:00', '2026-10-26T09:00', '2026-10-27T00:00']],
];

describe('the clocks of a reader', () => {
  it.each(table)('%s in Paris, read elsewhere', (wall, expected) => {
    const instant = instantOf(wall, 'Europe/Paris') ?? '';
    expect(zones.map((here) => readerClock(instant, 'Europe/Paris', here)?.wall ?? null)).toEqual(expected);
  });

  it('say the day when it is another one, and nothing when they show the same', () => {
    const instant = instantOf('2026-03-28T14:00', 'Europe/Paris') ?? '';
    expect(zones.map((here) => readerClock(instant, 'Europe/Paris', here)?.isOtherDay)).toEqual([undefined, false, false, true]);
    expect(readerClock(instant, 'Europe/Paris', 'Europe/Brussels')).toBeNull();
    expect(readerClock(instant, 'Europe/Paris', '')).toBeNull();
  });
});
