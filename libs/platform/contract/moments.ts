import type { Language } from './dates';

export interface Span {
  readonly startsAt: Date;
  readonly minutes: number;
  readonly allDay?: boolean;
}

const locale = { fr: 'fr-FR', en: 'en-GB' } as const;
/** How the places of our readers are called; elsewhere the city of the zone’s own name will do. */
const places: Record<Language, Record<string, string>> = {
  fr: { Paris: 'Paris', Reunion: 'La Réunion', Martinique: 'Martinique', Guadeloupe: 'Guadeloupe', Cayenne: 'Guyane', Mayotte: 'Mayotte', Noumea: 'Nouméa', Tahiti: 'Tahiti', Miquelon: 'Saint-Pierre-et-Miquelon' },
  en: { Reunion: 'Réunion', Noumea: 'Nouméa', Miquelon: 'Saint-Pierre and Miquelon' },
};

const format = (at: Date, zone: string, language: Language, options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(locale[language], { timeZone: zone, ...options }).format(at);

/** «heure de Paris» */
export function zoneWords(zone: string, language: Language): string {
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  const name = places[language][city] ?? city;
  return language === 'fr' ? `heure de ${name}` : `${name} time`;
}

/** «14 h», «14 h 30», «14:30» */
export function timeWords(at: Date, zone: string, language: Language): string {
  if (language === 'en') return format(at, zone, 'en', { hour: 'numeric', minute: '2-digit' });
  const [hours, minutes] = format(at, zone, 'fr', { hour: '2-digit', minute: '2-digit' }).split(':') as [string, string];
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
}

/** «jeudi 17 octobre 2024» */
export const dayWords = (at: Date, zone: string, language: Language): string => format(at, zone, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** «jeudi 17 octobre à 14 h», for subjects and lists; the zone is said beside it. */
export function shortMoment(at: Date, zone: string, language: Language): string {
  return `${format(at, zone, language, { weekday: 'long', day: 'numeric', month: 'long' })} ${language === 'fr' ? 'à' : 'at'} ${timeWords(at, zone, language)}`;
}

/** «jeudi 17 octobre 2024 à 14 h (heure de Paris)» */
export const moment = (at: Date, zone: string, language: Language): string =>
  `${dayWords(at, zone, language)} ${language === 'fr' ? 'à' : 'at'} ${timeWords(at, zone, language)} (${zoneWords(zone, language)})`;

/** «jeudi 17 octobre 2024, de 14 h à 15 h 30»; the zone is said once for a whole list. */
export function spanWords({ startsAt, minutes, allDay }: Span, zone: string, language: Language): string {
  const day = dayWords(startsAt, zone, language);
  if (allDay) return language === 'fr' ? `${day}, toute la journée` : `${day}, all day`;
  const end = new Date(startsAt.getTime() + minutes * 60_000);
  const lastDay = dayWords(end, zone, language);
  const until = lastDay === day ? timeWords(end, zone, language) : `${lastDay} ${timeWords(end, zone, language)}`;
  return language === 'fr' ? `${day}, de ${timeWords(startsAt, zone, 'fr')} à ${until}` : `${day}, ${timeWords(startsAt, zone, 'en')} to ${until}`;
}
