import type { UiLanguage } from './ui-words';

/** Meetings happen in Paris, wherever the reader is. */
const timeZone = 'Europe/Paris';
const locales: Record<UiLanguage, string> = { fr: 'fr-FR', en: 'en-GB' };
export type Moment = string | number | Date;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(moment: Moment, language: UiLanguage, options: Intl.DateTimeFormatOptions): string {
  const key = language + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone, ...options });
  formats.set(key, known);
  return known.format(new Date(moment));
}

export type DayLength = 'long' | 'short' | 'weekday';

/** «jeudi 17 octobre 2024», «17 oct. 2024» or «jeudi 17 octobre». The first of a month is «1er». */
export function dayWords(moment: Moment, language: UiLanguage, length: DayLength = 'long'): string {
  const options: Record<DayLength, Intl.DateTimeFormatOptions> = {
    long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    short: { day: 'numeric', month: 'short', year: 'numeric' },
    weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  };
  const words = format(moment, language, options[length]);
  return language === 'fr' ? words.replace(/(^|\s)1(?=\s)/u, '$11er') : words;
}

/** «14 h», «15 h 30»; in English 14:00. Spaces inside an hour never break. */
export function timeWords(moment: Moment, language: UiLanguage): string {
  const [hour = '', minute = ''] = format(moment, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).split(':');
  if (language === 'en') return `${hour}:${minute}`;
  return minute === '00' ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`;
}

/** «jeudi 17 octobre 2024 à 14 h». */
export function dateTimeWords(moment: Moment, language: UiLanguage): string {
  return `${dayWords(moment, language)} ${language === 'fr' ? 'à' : 'at'} ${timeWords(moment, language)}`;
}

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [['minute', 60], ['hour', 3_600], ['day', 86_400], ['week', 604_800]];

/** «il y a 5 minutes», «demain», «dans 3 semaines»; past two months, the day itself. */
export function relativeWords(moment: Moment, language: UiLanguage, now: Moment): string {
  const seconds = (new Date(moment).getTime() - new Date(now).getTime()) / 1000;
  const size = Math.abs(seconds);
  if (size < 45) return language === 'fr' ? 'à l’instant' : 'just now';
  if (size > 60 * 86_400) return dayWords(moment, language, 'short');
  const [unit, length] = units.findLast(([, least]) => size >= least * 0.95) ?? ['minute', 60];
  const amount = unit === 'day' || unit === 'week' ? Math.round(daysApart(moment, now) / (unit === 'week' ? 7 : 1)) : Math.round(seconds / length);
  return new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }).format(amount === 0 ? Math.sign(seconds) : amount, unit);
}

/** Whole days between two moments as a calendar in Paris counts them. */
function daysApart(a: Moment, b: Moment): number {
  const day = (moment: Moment) => Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(moment)));
  return Math.round((day(a) - day(b)) / 86_400_000);
}

/** The parts of a date block: number, month, weekday. */
export function dayParts(moment: Moment, language: UiLanguage): { day: string; month: string; weekday: string } {
  return {
    day: format(moment, 'en', { day: 'numeric' }),
    month: format(moment, language, { month: 'short' }).replace('.', ''),
    weekday: format(moment, language, { weekday: 'short' }).replace('.', ''),
  };
}
