import type { UiLanguage } from '@cohorte/ui/web/ui-words';

/** Hours of a meeting in its own zone, which need not be Paris nor the reader's. */
const locales: Record<UiLanguage, string> = { fr: 'fr-FR', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

function format(iso: string, zone: string, language: UiLanguage, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone: zone, ...options });
  formats.set(key, known);
  return known.format(new Date(iso));
}

/** «mardi 22 novembre 2022», the day in the zone. */
export function dayIn(iso: string, zone: string, language: UiLanguage): string {
  const words = format(iso, zone, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return language === 'fr' ? words.replace(/(^|\s)1(?=\s)/u, '$11er') : words;
}

/** «9 h», «10 h 40», the clock of the zone. */
export function timeIn(iso: string, zone: string, language: UiLanguage): string {
  const [hour = '', minute = ''] = format(iso, zone, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).split(':');
  if (language === 'en') return `${hour}:${minute}`;
  return minute === '00' ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`;
}

/** `Reunion` of `Indian/Reunion`: the key of the zone's words. */
export const zoneKey = (zone: string): string => zone.split('/').at(-1) ?? zone;

const clock = (iso: string, zone: string): string => format(iso, zone, 'en', { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The reader's clocks show something else at that moment. */
export const readsOtherwise = (iso: string, zone: string, reader: string): boolean => clock(iso, zone) !== clock(iso, reader);

export const isSameDay = (one: string, other: string, zone: string, otherZone = zone): boolean => dayIn(one, zone, 'en') === dayIn(other, otherZone, 'en');
