import { inject, Injectable } from '@angular/core';
import type { PollSlot } from '@cohorte/scheduling/contract';
import { dayWords, type DayLength } from '@cohorte/ui/web/date-words';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoService } from '@jsverse/transloco';
import { dayAt, wallAt } from '../../contract/polls/wall-clock';
import { READER_ZONE, readerClock } from '../reader-clock';

type Language = 'fr' | 'en';
type Timed = Pick<PollSlot, 'startsAt' | 'minutes' | 'allDay' | 'day'>;

/** `14:00` → «14 h»; in English 14:00. Spaces inside an hour never break. */
export function hourWords(wall: string, language: Language): string {
  const [hour = '', minute = ''] = wall.slice(-5).split(':');
  if (language === 'en') return `${hour}:${minute}`;
  return minute === '00' ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`;
}

const endOf = (slot: Timed): string => new Date(Date.parse(slot.startsAt) + slot.minutes * 60_000).toISOString();
const noon = (day: string): string => `${day}T12:00:00Z`;

/** Slots, deadlines and zones in words, on the clock of the poll; beside it the reader’s own, when it differs. */
@Injectable({ providedIn: 'root' })
export class PollWords {
  private readonly ui = inject(UiWords);
  private readonly transloco = inject(TranslocoService);
  private readonly here = inject(READER_ZONE);

  /** «jeudi 10 décembre» */
  day(day: string, length: DayLength = 'weekday'): string {
    return dayWords(noon(day), this.ui.language(), length);
  }

  /** «14 h – 15 h 30», «toute la journée» */
  time(slot: Timed, zone: string): string {
    if (slot.allDay) return this.say('allDay');
    return `${hourWords(wallAt(slot.startsAt, zone), this.ui.language())} – ${hourWords(wallAt(endOf(slot), zone), this.ui.language())}`;
  }

  slot(slot: Timed, zone: string): string {
    return this.say('slot', { day: this.day(this.dayOf(slot, zone)), time: this.time(slot, zone) });
  }

  /** The day of a slot on the poll’s clock; a whole day stays its own whatever the zone. */
  dayOf(slot: Timed, zone: string): string {
    return slot.allDay ? slot.day : dayAt(slot.startsAt, zone);
  }

  /** «17 h chez vous» for a reader whose clocks show another time; nothing for the others. */
  theirs(slot: Timed, zone: string): string {
    const clock = slot.allDay ? null : readerClock(slot.startsAt, zone, this.here);
    if (!clock) return '';
    const time = hourWords(clock.wall, this.ui.language());
    return clock.isOtherDay ? this.say('yourDay', { time, day: this.day(clock.wall.slice(0, 10)) }) : this.say('yourTime', { time });
  }

  /** «mardi 1er décembre à 18 h» */
  moment(instant: string, zone: string): string {
    const wall = wallAt(instant, zone);
    return this.say('moment', { day: this.day(wall.slice(0, 10)), time: hourWords(wall, this.ui.language()) });
  }

  /** «heure de Paris» */
  zone(zone: string): string {
    const key = `scheduling.polls.zones.${zone.replaceAll(/[/-]/g, '_')}`;
    const known = this.transloco.translate<string>(key);
    return known === key ? this.say('zoneOf', { place: zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone }) : known;
  }

  language(): Language {
    return this.ui.language();
  }

  say(key: string, values: Record<string, unknown> = {}): string {
    return this.transloco.translate(`scheduling.polls.${key}`, values);
  }
}
