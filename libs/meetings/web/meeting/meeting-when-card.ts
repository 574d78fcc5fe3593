import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Icon } from '@cohorte/ui/web/icon';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective } from '@jsverse/transloco';
import type { MeetingPage } from '../../contract';
import { dayIn, isSameDay, readsOtherwise, timeIn, zoneKey } from './meeting-when';
import { MeetingLengthPipe } from './meeting-words';

interface Line {
  readonly day: string;
  readonly from: string;
  readonly to: string;
  /** Set when it ends another day. */
  readonly toDay: string;
  readonly own: { readonly zone: string; readonly from: string; readonly day: string } | null;
}

/** Every sitting in words, in the meeting's zone and, when they read otherwise, on the reader's clocks. */
@Component({
  selector: 'co-meeting-when',
  imports: [Icon, MeetingLengthPipe, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.page'">
      <h2><co-icon name="calendar-days" />{{ t('when') }}</h2>
      @for (line of lines(); track line.day + line.from) {
        <p class="day">{{ line.day }}</p>
        <p>{{ t(line.toDay ? 'hoursOver' : 'hours', { from: line.from, to: line.to, day: line.toDay }) }} <span class="soft">({{ zoneName(t) }})</span></p>
        @if (line.own; as own) {<p class="soft own">{{ t(own.day ? 'ownHourOther' : 'ownHour', { time: own.from, day: own.day }) }}</p>}
      } @empty {
        <p class="day">{{ t(meeting().phase === 'postponed' ? 'toBeSaid' : meeting().dateByPoll ? 'byPoll' : 'noDate') }}</p>
        <p class="soft">{{ t('lasts', { length: meeting().minutes | coMeetingLength }) }}</p>
      }
      <ng-content />
    </ng-container>
  `,
  styles: `
    :host { display: block; min-width: 0; }
    h2 { display: flex; gap: var(--co-space-2); align-items: center; font-size: var(--co-text-s); color: var(--co-soft); margin-bottom: var(--co-space-1); }
    .day { font-size: var(--co-text-m); font-weight: 650; line-height: 1.3; }
    .day::first-letter { text-transform: uppercase; }
    .day:not(:first-of-type) { margin-top: var(--co-space-2); }
    .soft { color: var(--co-soft); }
    .own { font-size: var(--co-text-xs); }
  `,
})
export class MeetingWhen {
  readonly meeting = input.required<MeetingPage>();
  /** The zone of the reader's device. */
  readonly readerZone = input(Intl.DateTimeFormat().resolvedOptions().timeZone);
  private readonly ui = inject(UiWords);
  protected readonly lines = computed<Line[]>(() => {
    const { zone, sittings } = this.meeting();
    const [language, reader] = [this.ui.language(), this.readerZone()];
    return sittings.map(({ startsAt, endsAt }) => ({
      day: dayIn(startsAt, zone, language),
      from: timeIn(startsAt, zone, language),
      to: timeIn(endsAt, zone, language),
      toDay: isSameDay(startsAt, endsAt, zone) ? '' : dayIn(endsAt, zone, language),
      own: readsOtherwise(startsAt, zone, reader)
        ? { zone: reader, from: timeIn(startsAt, reader, language), day: isSameDay(startsAt, startsAt, zone, reader) ? '' : dayIn(startsAt, reader, language) }
        : null,
    }));
  });

  protected zoneName(t: (key: string, values?: object) => string): string {
    const key = zoneKey(this.meeting().zone);
    const known = t(`zones.${key}`);
    return known.endsWith(`zones.${key}`) ? t('zones.other', { town: key.replaceAll('_', ' ') }) : known;
  }
}
