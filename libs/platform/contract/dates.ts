import { dayWords, timeWords } from './moments';

export type Language = 'fr' | 'en';

const zone = 'Europe/Paris';
const locale = { fr: 'fr-FR', en: 'en-GB' } as const;

const format = (iso: string, language: Language, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale[language], { timeZone: zone, ...options }).format(new Date(iso));

/** «jeudi 17 octobre 2024» */
export const formatDay = (iso: string, language: Language = 'fr'): string => dayWords(new Date(iso), zone, language);

/** «17 oct.» */
export const formatShortDay = (iso: string, language: Language = 'fr'): string => format(iso, language, { day: 'numeric', month: 'short' });

/** «14 h», «14 h 30», «2:30 pm» */
export const formatTime = (iso: string, language: Language = 'fr'): string => timeWords(new Date(iso), zone, language);

/** «jeudi 17 octobre 2024 à 14 h» */
export const formatDateTime = (iso: string, language: Language = 'fr'): string =>
  `${formatDay(iso, language)} ${language === 'fr' ? 'à' : 'at'} ${formatTime(iso, language)}`;

/** `2024-10-17`, the civil day in Paris. */
export const parisDay = (iso: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(iso));

/** Minutes Paris is ahead of UTC at an instant. */
function parisOffset(instant: Date): number {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
  return (Date.parse(`${parts.replace(' ', 'T')}Z`) - Math.floor(instant.getTime() / 1000) * 1000) / 60_000;
}

/** The instant at which Paris clocks read `day` (`2024-10-17`) and `time` (`14:00`). Source of the rule: the IANA base in Intl. */
export function parisInstant(day: string, time: string): string {
  const naive = Date.parse(`${day}T${time}:00Z`);
  const guess = new Date(naive - parisOffset(new Date(naive)) * 60_000);
  return new Date(naive - parisOffset(guess) * 60_000).toISOString();
}

/** `14:00`, the Paris clock, for time inputs. */
export const parisTime = (iso: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
