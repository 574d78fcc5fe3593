import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ApiError, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Progress } from '@cohorte/ui/web/progress';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { SheetMeeting } from './sheet-meeting';
import { TrackSheetStore } from './track-sheet.store';
import { TrackWords } from './track-words';

/** One page to answer for a whole track, as a member or by a personal link. */
@Component({
  selector: 'co-track-answer-page',
  imports: [Banner, Button, Empty, ErrorWordsPipe, Icon, PageHead, Progress, RouterLink, SheetMeeting, Skeleton],
  providers: [TrackSheetStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      @if (store.sheet(); as sheet) {
        <co-page-head [heading]="words.say('answer.title')" [subtitle]="sheet.cohortName">
          @if (cohortId(); as id) {<a coButton coMore [routerLink]="['/parcours', id]"><co-icon name="arrow-left" />{{ words.say('back') }}</a>}
        </co-page-head>
        @if (sheet.name) {<p>{{ words.say('answer.hello', { name: sheet.name }) }}</p>}
        @if (store.failure(); as failure) {<co-banner tone="needs-you" live>{{ failure | coErrorWords }}</co-banner>}
        @if (isOpen()) {
          <p class="soft">{{ words.say('answer.about', { when: words.momentBoth(sheet.closesAt, sheet.zone) }) }}</p>
          <div class="bar">
            <co-progress [label]="words.say('answer.progressLabel')" [value]="answered()" [max]="total()" [valueText]="words.say('answer.progress', { answered: answered(), total: total() })" />
            <p class="saving" [class.unsaved]="store.saving() === 'unsaved'" aria-live="polite">{{ words.say('answer.' + store.saving()) }}</p>
          </div>
        } @else if (sheet.state === 'closed') {
          <co-banner tone="info" [heading]="words.say('answer.closed', { when: words.moment(sheet.closesAt, sheet.zone) })">{{ words.say('answer.closedText') }}</co-banner>
        } @else {<co-banner tone="done">{{ words.say('answer.over') }}</co-banner>}
        @for (meeting of sheet.meetings; track meeting.meetingId) {
          <co-sheet-meeting [meeting]="meeting" [zone]="sheet.zone" [closed]="!isOpen()" (answered)="store.answer(meeting.meetingId, $event.slotId, $event.answer)" (noneFits)="store.answerAll(meeting.meetingId, 'no')" />
        }
        @if (isOpen() && answered() === total()) {<co-banner tone="done" live [heading]="words.say('answer.done')">{{ words.say('answer.doneText') }}</co-banner>}
      } @else if (store.failure(); as failure) {
        <co-page-head [heading]="words.say('answer.title')" />
        @if (isGone()) {<co-empty [heading]="words.say('answer.unknown')" [text]="words.say('answer.unknownText')" />}
        @else {<co-empty [heading]="failure | coErrorWords"><button coButton type="button" variant="primary" (click)="open()"><co-icon name="refresh-cw" />{{ words.say('retry') }}</button></co-empty>}
      } @else {
        <co-page-head [heading]="words.say('answer.title')" />
        <co-skeleton [lines]="8" />
      }
    </div>
  `,
  styles: `
    .page { display: grid; gap: var(--co-space-4); max-width: 760px; min-width: 0; }
    co-page-head { margin-bottom: 0; }
    .soft { color: var(--co-soft); max-width: 68ch; }
    .bar { position: sticky; top: var(--co-bar); z-index: 4; display: grid; gap: 2px; padding: var(--co-space-3) 0; background: var(--co-paper); border-bottom: 1px solid var(--co-hairline); }
    .saving { color: var(--co-soft); font-size: var(--co-text-xs); }
    .unsaved { color: var(--co-brick); font-weight: 650; }
  `,
})
export class TrackAnswerPage {
  readonly cohortId = input<string>();
  readonly token = input<string>();
  protected readonly store = inject(TrackSheetStore);
  protected readonly words = inject(TrackWords);
  protected readonly isOpen = computed(() => this.store.sheet()?.state === 'open');
  /** What can still be answered. */
  private readonly asked = computed(() => (this.store.sheet()?.meetings ?? []).filter((meeting) => meeting.decidedStartsAt === null));
  protected readonly total = computed(() => this.asked().length);
  protected readonly answered = computed(() => this.asked().filter((meeting) => meeting.answered).length);
  protected readonly isGone = computed(() => {
    const failure = this.store.failure();
    return failure instanceof ApiError && (failure.kind === 'not-found' || failure.kind === 'gone' || failure.kind === 'bad-input');
  });

  constructor() {
    effect(() => {
      const [token, cohortId] = [this.token(), this.cohortId()];
      if (token || cohortId) untracked(() => this.open());
    });
  }

  protected open(): void {
    const token = this.token();
    void this.store.open(token ? { token } : { cohortId: this.cohortId() ?? '' });
  }
}
