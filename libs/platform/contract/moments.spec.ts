import { moment, shortMoment, spanWords, zoneWords } from './moments';

const nb = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');

describe('moments in words', () => {
  it('name their zone, on both sides of a change of the clocks', () => {
    expect(nb(moment(new Date('2026-03-27T13:00:00Z'), 'Europe/Paris', 'fr'))).toBe('vendredi 27 mars 2026 à 14 h (heure de Paris)');
    expect(nb(moment(new Date('2026-03-30T12:00:00Z'), 'Europe/Paris', 'fr'))).toBe('lundi 30 mars 2026 à 14 h (heure de Paris)');
    expect(moment(new Date('2026-10-26T13:00:00Z'), 'Europe/Paris', 'en')).toBe('Monday, 26 October 2026 at 14:00 (Paris time)');
  });

  it('follow the zone of the meeting, overseas too', () => {
    expect(nb(shortMoment(new Date('2026-11-12T13:00:00Z'), 'Indian/Reunion', 'fr'))).toBe('jeudi 12 novembre à 17 h');
    expect([zoneWords('Indian/Reunion', 'fr'), zoneWords('Pacific/Noumea', 'en'), zoneWords('America/New_York', 'fr')]).toEqual(['heure de La Réunion', 'Nouméa time', 'heure de New York']);
  });

  it('span hours, whole days and midnight', () => {
    const startsAt = new Date('2026-11-12T22:00:00Z');
    expect(nb(spanWords({ startsAt, minutes: 30 }, 'Europe/Paris', 'fr'))).toBe('jeudi 12 novembre 2026, de 23 h à 23 h 30');
    expect(nb(spanWords({ startsAt, minutes: 90 }, 'Europe/Paris', 'fr'))).toBe('jeudi 12 novembre 2026, de 23 h à vendredi 13 novembre 2026 0 h 30');
    expect(spanWords({ startsAt: new Date('2026-11-11T23:00:00Z'), minutes: 1_440, allDay: true }, 'Europe/Paris', 'fr')).toBe('jeudi 12 novembre 2026, toute la journée');
  });
});
