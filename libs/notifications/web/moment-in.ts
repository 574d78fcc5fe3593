import type { UiLanguage } from '@cohorte/ui/web/ui-words';

const locale = { fr: 'fr-FR', en: 'en-GB' } as const;

/** «20 janvier à 14 h», by the clock of the named zone; the zone is said when it is not that of Paris. */
export function momentIn(iso: string, zone: string, language: UiLanguage): string {
  const at = new Date(iso);
  const say = (options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(locale[language], { timeZone: zone, ...options }).format(at);
  const [hours = '', minutes = ''] = say({ hour: '2-digit', minute: '2-digit' }).split(':');
  const time = language === 'en' ? `${hours}:${minutes}` : `${Number(hours)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`;
  const place = zone === 'Europe/Paris' ? '' : ` (${zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone})`;
  return `${say({ weekday: 'long', day: 'numeric', month: 'long' })} ${language === 'fr' ? 'à' : 'at'} ${time}${place}`;
}
