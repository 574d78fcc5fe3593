import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MeetingLengthPipe } from '@cohorte/meetings/web';
import type { TrackStep } from '@cohorte/tracks/contract';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { Chip } from '@cohorte/ui/web/chip';
import { DateTimePipe } from '@cohorte/ui/web/date.pipe';
import { dayWords } from '@cohorte/ui/web/date-words';
import { Icon } from '@cohorte/ui/web/icon';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PollCard } from '@cohorte/scheduling/contract';
import type { Cohort } from './cohort-view';
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
      @if (poll(); as asked) {
        <div class="acts">
          <a coButton size="small" [variant]="asked.awaitsMe ? 'primary' : 'secondary'" [routerLink]="['/sondages', asked.id]"><co-icon name="vote" />{{ asked.awaitsMe ? t('tracks.meeting.answerPollUntil', { until: dayOf(asked.closesAt) }) : t('tracks.meeting.seePoll') }}</a>
          <span class="number">{{ t('tracks.meeting.pollAnswers', asked.voices) }}</span>
        </div>
      }
      @if (datesAsked(); as asked) {
        <div class="acts">
          @if (asked.awaitsMe) {<a coButton size="small" variant="primary" [routerLink]="['/parcours', meeting.spaceId, 'dates', 'repondre']"><co-icon name="route" />{{ t('tracks.meeting.answerDates') }}</a>}
          @if (canEdit()) {<a coButton size="small" [routerLink]="['/parcours', meeting.spaceId, 'dates']"><co-icon name="route" />{{ t('tracks.meeting.seeDates') }}</a>}
          <span class="number">{{ t('tracks.meeting.datesAsked') }}</span>
        </div>
      } @else if (canEdit() && !meeting.startsAt && !poll()) {
        <div class="acts"><a coButton size="small" [routerLink]="['/sondages', 'nouveau', meeting.id]"><co-icon name="vote" />{{ t('tracks.meeting.startPoll') }}</a></div>
      }
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
    .acts { display: flex; flex-wrap: wrap; align-items: center; gap: var(--co-space-2); padding-top: var(--co-space-4); border-top: 1px solid var(--co-hairline); }
    @media print { .acts { display: none; } }
  `,
})
export class NextMeetingCard {
  readonly step = input.required<TrackStep>();
  /** Its date is being looked for. */
  readonly poll = input<PollCard>();
  /** Its date is asked for with those of other meetings. */
  readonly datesAsked = input<Cohort['datesAsked']>(null);
  readonly canEdit = input(false);
  /** The page's primary action already offers to fix the date: not twice in one glance. */
  readonly offersDate = input(true);
  readonly plan = output();
  readonly cancelled = output();
  private readonly ui = inject(UiWords);
  private readonly format = computed(() => this.step().meeting.format);

  protected dayOf(instant: string): string {
    return dayWords(instant, this.ui.language(), 'weekday');
  }

  protected facts(t: (key: string) => string): string {
    return t(`meetings.formats.${this.format()}`);
  }
}
