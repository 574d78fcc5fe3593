import { inject, Injectable } from '@angular/core';
import { countWords } from '@cohorte/ui/web/count.pipe';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoService } from '@jsverse/transloco';
import { READER_ZONE, readerClock } from '../reader-clock';

type Values = Record<string, string | number>;
const locales = { fr: 'fr-FR', en: 'en-GB' } as const;
const firstOfMonth = (words: string): string => words.replace(/(^|\s)1(?=\s)/u, '$11er');

/** The words of a track’s dates: sentences of the catalogue, counted things, days and hours on the clock of the poll. */
@Injectable({ providedIn: 'root' })
export class TrackWords {
  private readonly transloco = inject(TranslocoService);
  private readonly ui = inject(UiWords);
  private readonly here = inject(READER_ZONE);

  /** Reads the language first, so that what is computed from words follows it. */
  say(key: string, values: Values = {}): string {
    this.ui.language();
    return this.transloco.translate(`scheduling.trackDates.${key}`, values);
  }

  /** «3 semaines»; `key` holds the words for one and for several, and for none where that says more. */
  count(count: number, key: string, values: Values = {}): string {
    const language = this.ui.language();
    const known = this.transloco.translateObject<Record<string, string>>(`scheduling.trackDates.${key}`);
    const words = (name: string): string => this.say(`${key}.${name}`, values);
    return countWords(count, { one: words('one'), other: words('other'), ...(known['zero'] !== undefined && { zero: words('zero') }) }, language);
  }

  list(names: readonly string[]): string {
    return new Intl.ListFormat(locales[this.ui.language()], { type: 'conjunction' }).format(names);
  }

  /** «la rencontre 4», «les rencontres 4 et 6». */
  meetings(numbers: readonly number[]): string {
    return this.count(numbers.length, 'meetings', { names: this.list(numbers.map(String)) });
  }

  /** «mardi 12 janvier 2027 à 14 h» on the clock of the zone. */
  moment(iso: string, zone: string): string {
    return `${this.day(iso, zone)} ${this.ui.language() === 'fr' ? 'à' : 'at'} ${this.time(iso, zone)}`;
  }

  /** «17 h chez vous» for a reader whose clocks show another time; nothing for the others. */
  theirs(iso: string, zone: string): string {
    const clock = readerClock(iso, zone, this.here);
    if (!clock) return '';
    const time = this.time(iso, this.here);
    return clock.isOtherDay ? this.transloco.translate('scheduling.polls.yourDay', { time, day: this.civilDay(clock.wall.slice(0, 10)) }) : this.transloco.translate('scheduling.polls.yourTime', { time });
  }

  /** «mardi 12 janvier 2027 à 14 h (17 h chez vous)» */
  momentBoth(iso: string, zone: string): string {
    const theirs = this.theirs(iso, zone);
    return theirs ? `${this.moment(iso, zone)} (${theirs})` : this.moment(iso, zone);
  }

  day(iso: string, zone: string): string {
    return this.format(iso, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  }

  /** «mar. 12 janv.» */
  shortDay(iso: string, zone: string): string {
    return this.format(iso, zone, { weekday: 'short', day: 'numeric', month: 'short' });
  }

  time(iso: string, zone: string): string {
    const [hour = '', minute = ''] = this.format(iso, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).split(':');
    if (this.ui.language() === 'en') return `${hour}:${minute}`;
    return minute === '00' ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`;
  }

  /** A civil day has no clock: «mardi 12 janvier», or with its year. */
  civilDay(day: string, withYear = false): string {
    return this.format(`${day}T12:00:00Z`, 'UTC', { weekday: 'long', day: 'numeric', month: 'long', ...(withYear && { year: 'numeric' }) });
  }

  month(day: string): string {
    return this.format(`${day}T12:00:00Z`, 'UTC', { month: 'long', year: 'numeric' });
  }

  private format(iso: string, timeZone: string, options: Intl.DateTimeFormatOptions): string {
    const language = this.ui.language();
    const words = new Intl.DateTimeFormat(locales[language], { timeZone, ...options }).format(new Date(iso));
    return language === 'fr' ? firstOfMonth(words) : words;
  }
}
