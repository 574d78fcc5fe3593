import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { attendanceHistory, getSurveyResults, paces } from '@cohorte/meetings/contract';
import { ApiClient } from '@cohorte/platform/web';
import { Card } from '@cohorte/ui/web/card';
import { DateTimePipe } from '@cohorte/ui/web/date.pipe';
import { TranslocoDirective } from '@jsverse/transloco';

const marks = [4, 3, 2, 1] as const;

/** What people said of the meeting, in totals, and what was changed in its list. */
@Component({
  selector: 'co-attendance-follow-up',
  imports: [Card, DateTimePipe, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.presence'">
      @if (results(); as it) {
        <co-card [heading]="t('results.title')" [note]="t('results.answers', { answers: it.answers, asked: it.asked })">
          @if (it.totals; as totals) {
            <h3>{{ t('survey.useful') }}</h3>
            <ul role="list">@for (mark of marks; track mark) {<li><span>{{ t('survey.marks.' + mark) }}</span><meter min="0" [max]="it.answers" [value]="totals.useful[mark]" [attr.aria-label]="t('survey.marks.' + mark)"></meter><b>{{ totals.useful[mark] }}</b></li>}</ul>
            <h3>{{ t('survey.pace') }}</h3>
            <ul role="list">@for (pace of paces; track pace) {<li><span>{{ t('survey.paces.' + pace) }}</span><meter min="0" [max]="it.answers" [value]="totals.pace[pace]" [attr.aria-label]="t('survey.paces.' + pace)"></meter><b>{{ totals.pace[pace] }}</b></li>}</ul>
            @if (totals.words.length) {
              <h3>{{ t('results.words') }}</h3>
              @for (said of totals.words; track $index) {<blockquote>{{ said.words }}@if (said.name) {<footer>{{ said.name }}</footer>}</blockquote>}
            }
          } @else {<p>{{ t('results.few') }}</p>}
        </co-card>
      }
      @if (changes().length) {
        <details class="co-no-print">
          <summary>{{ t('history.title') }}</summary>
          <ol role="list">
            @for (change of changes(); track $index) {
              <li>{{ change.at | coDateTime }} · <b>{{ change.name }}</b> : {{ t('history.states.' + change.before) }} → {{ t('history.states.' + change.after) }} <span>({{ change.by ?? t('history.means.' + change.means) }})</span></li>
            }
          </ol>
        </details>
      }
    </ng-container>
  `,
  styles: `
    :host { display: grid; gap: var(--co-space-4); }
    h3 { margin: var(--co-space-3) 0 var(--co-space-1); font-size: var(--co-text-m); }
    ul, ol { list-style: none; margin: 0; padding: 0; }
    ul li { display: grid; grid-template-columns: minmax(9rem, 14rem) minmax(0, 1fr) 2.5rem; gap: var(--co-space-3); align-items: center; min-height: 32px; }
    ul b { text-align: right; font-variant-numeric: tabular-nums; }
    meter { width: 100%; height: 12px; }
    p, span { color: var(--co-soft); }
    blockquote { margin: var(--co-space-2) 0; padding-left: var(--co-space-3); border-left: 3px solid var(--co-hairline); white-space: pre-line; }
    footer { color: var(--co-soft); font-size: var(--co-text-s); }
    summary { min-height: 44px; display: flex; align-items: center; cursor: pointer; font-weight: 600; }
    ol li { padding: var(--co-space-1) 0; font-size: var(--co-text-s); }
  `,
})
export class AttendanceFollowUp {
  readonly meetingId = input.required<string>();
  private readonly api = inject(ApiClient);
  protected readonly marks = marks;
  protected readonly paces = paces;
  private readonly survey = resource({ params: () => this.meetingId(), loader: ({ params }) => this.api.call(getSurveyResults, { meetingId: params }) });
  private readonly history = resource({ params: () => this.meetingId(), loader: ({ params }) => this.api.call(attendanceHistory, { meetingId: params }) });
  protected readonly results = computed(() => (this.survey.hasValue() ? this.survey.value() : null));
  protected readonly changes = computed(() => (this.history.hasValue() ? this.history.value().changes : []));
}
