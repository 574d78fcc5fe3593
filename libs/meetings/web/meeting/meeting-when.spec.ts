import { dayIn, isSameDay, readsOtherwise, timeIn, zoneKey } from './meeting-when';

const plain = (words: string): string => words.replaceAll('\u00a0', ' ');

describe('when a meeting is, in its zone', () => {
  it.each([
    ['Europe/Paris', '2026-03-29T12:00:00Z', 'dimanche 29 mars 2026', '14 h'],
    ['Europe/Paris', '2026-10-25T13:00:00Z', 'dimanche 25 octobre 2026', '14 h'],
    ['Indian/Reunion', '2026-03-29T12:00:00Z', 'dimanche 29 mars 2026', '16 h'],
    ['America/Martinique', '2026-10-25T13:00:00Z', 'dimanche 25 octobre 2026', '9 h'],
    ['Pacific/Noumea', '2026-03-29T14:30:00Z', 'lundi 30 mars 2026', '1 h 30'],
    ['Europe/Paris', '2026-02-28T23:30:00Z', 'dimanche 1er mars 2026', '0 h 30'],
  ])('%s %s', (zone, iso, day, time) => {
    expect([dayIn(iso, zone, 'fr'), plain(timeIn(iso, zone, 'fr'))]).toEqual([day, time]);
  });

  it('says the reader’s own hour only when it differs', () => {
    expect(readsOtherwise('2026-03-29T12:00:00Z', 'Europe/Paris', 'Europe/Brussels')).toBe(false);
    expect(readsOtherwise('2026-03-29T12:00:00Z', 'Europe/Paris', 'Indian/Reunion')).toBe(true);
  });

  it('knows that it ends the next day', () => {
    expect(isSameDay('2026-01-20T21:00:00Z', '2026-01-20T23:30:00Z', 'Europe/Paris')).toBe(false);
    expect(isSameDay('2026-01-20T21:00:00Z', '2026-01-20T22:30:00Z', 'Europe/Paris')).toBe(true);
  });

  it('names a zone by its town', () => {
    expect([zoneKey('Indian/Reunion'), zoneKey('America/Argentina/Ushuaia'), zoneKey('UTC')]).toEqual(['Reunion', 'Ushuaia', 'UTC']);
  });
});
