import type { AgendaEntry } from '@cohorte/meetings/contract';
import type { UiLanguage } from '@cohorte/ui/web/ui-words';

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

/** Words of hours and days on the reader's own clock. */
export class AgendaWords {
  constructor(
    private readonly language: UiLanguage,
    private readonly zone: string,
  ) {}

  /** «14 h», «15 h 30». */
  hour(iso: string): string {
    const [hours = '', minutes = ''] = this.format(iso, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).split(':');
    if (this.language === 'en') return `${hours}:${minutes}`;
    return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
  }

  hours({ startsAt, minutes }: Pick<AgendaEntry, 'startsAt' | 'minutes'>): string {
    return `${this.hour(startsAt)} – ${this.hour(new Date(Date.parse(startsAt) + minutes * 60_000).toISOString())}`;
  }

  /** «jeudi 26 mars 2026» of a civil day. */
  day(day: string, options: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }): string {
    const words = new Intl.DateTimeFormat(locales[this.language], { timeZone: 'UTC', ...options }).format(new Date(`${day}T12:00:00Z`));
    return this.language === 'fr' ? words.replace(/(^|\s)1(?=\s)/u, '$11er') : words;
  }

  month(day: string): string {
    return this.day(day, { month: 'long', year: 'numeric' });
  }

  private format(iso: string, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(locales[this.language], { timeZone: this.zone, ...options }).format(new Date(iso));
  }
}
