import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MeetingLengthPipe } from '@cohorte/meetings/web';
import type { TrackStep } from '@cohorte/tracks/contract';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { Chip } from '@cohorte/ui/web/chip';
import { DateTimePipe } from '@cohorte/ui/web/date.pipe';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoDirective } from '@jsverse/transloco';
import { MeetingHalves } from './meeting-halves';

/** The meeting the cohort looks at: when, what it is about, its two halves. */
@Component({
  selector: 'co-next-meeting-card',
  imports: [Button, Card, Chip, DateTimePipe, Icon, MeetingHalves, MeetingLengthPipe, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-card *transloco="let t">
      @let meeting = step().meeting;
      <div class="head">
        @if (meeting.startsAt; as startsAt) {
          <co-chip tone="green" icon="calendar-check"><span class="date">{{ startsAt | coDateTime }}</span></co-chip>
        } @else {
          <co-chip [tone]="canEdit() ? 'brick' : 'plain'" icon="clock">{{ t(meeting.state === 'to-poll' ? 'tracks.meeting.toPoll' : 'tracks.meeting.undated') }}</co-chip>
        }
        <span class="number">{{ t('tracks.meeting.number', { number: step().number }) }}</span>
      </div>
      <h2><span class="co-hidden">{{ t('tracks.meeting.nextTitle') }} : </span><a [routerLink]="['/rencontres', meeting.id]">{{ meeting.title }}</a></h2>
      <p class="about">{{ facts(t) }} · {{ meeting.minutes | coMeetingLength }}@if (!meeting.startsAt && !canEdit()) {. {{ t(meeting.state === 'to-poll' ? 'tracks.meeting.toPollText' : 'tracks.meeting.undatedText') }}}</p>
      @if (meeting.objective; as said) {<p class="objective">{{ said }}</p>}
      <co-meeting-halves [halves]="step().halves" short />
      @if (canEdit() && (offersDate() || meeting.startsAt)) {
        <div class="acts">
          <button coButton type="button" size="small" (click)="plan.emit()"><co-icon name="calendar-days" />{{ t(meeting.startsAt ? 'meetings.acts.move' : 'meetings.acts.fix') }}</button>
          <button coButton type="button" size="small" variant="quiet" (click)="cancelled.emit()">{{ t('meetings.cancelled.confirm') }}</button>
        </div>
      }
    </co-card>
  `,
  styles: `
    .head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: var(--co-space-2); margin-bottom: var(--co-space-4); }
    h2 a { color: inherit; text-decoration-color: var(--co-hairline); }
    .date::first-letter { text-transform: uppercase; }
    .date { display: inline-block; }
    .number, .about { color: var(--co-soft); }
    .about { margin-top: 2px; }
    .objective { margin-top: var(--co-space-3); text-wrap: pretty; max-width: 68ch; }
    co-meeting-halves { display: block; margin-top: var(--co-space-4); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); padding-top: var(--co-space-4); border-top: 1px solid var(--co-hairline); }
    @media print { .acts { display: none; } }
  `,
})
export class NextMeetingCard {
  readonly step = input.required<TrackStep>();
  readonly canEdit = input(false);
  /** The page's primary action already offers to fix the date: not twice in one glance. */
  readonly offersDate = input(true);
  readonly plan = output();
  readonly cancelled = output();
  private readonly format = computed(() => this.step().meeting.format);

  protected facts(t: (key: string) => string): string {
    return t(`meetings.formats.${this.format()}`);
  }
}
