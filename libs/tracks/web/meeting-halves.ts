import { booleanAttribute, ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { MeetingHalf } from '@cohorte/tracks/contract';
import { TranslocoDirective } from '@jsverse/transloco';
import { halfTitle } from './cohort-view';

/** Temps 1 and Temps 2 of a meeting, each with its minutes; `short` keeps the first line of each. */
@Component({
  selector: 'co-meeting-halves',
  imports: [TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ol role="list" *transloco="let t; prefix: 'tracks.meeting'">
      @for (half of halves(); track $index) {
        <li>
          <span class="name">{{ halves().length > 1 ? t('half', { number: $index + 1 }) : t('program') }}</span>
          <div class="what">
            <p class="title">{{ title(half.title) }}</p>
            @if (short()) {
              @if (half.points[0]; as first) {<p class="soft">{{ first }}</p>}
            } @else {
              <ul>@for (point of half.points; track $index) {<li>{{ point }}</li>}</ul>
            }
          </div>
          <span class="minutes">{{ t('minutes', { minutes: half.minutes }) }}</span>
        </li>
      }
    </ol>
  `,
  styles: `
    ol > li { display: grid; grid-template-columns: 84px minmax(0, 1fr) auto; gap: 0 var(--co-space-3); padding: var(--co-space-3) 0 var(--co-space-4); border-top: 1px solid var(--co-hairline); }
    .name { font-weight: 650; }
    .soft, ul { color: var(--co-soft); }
    .soft { font-size: 0.9375em; margin-top: 2px; text-wrap: pretty; }
    ul { margin-top: var(--co-space-1); padding-left: 1.2em; }
    .minutes { color: var(--co-soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
    @media (max-width: 600px) { ol > li { grid-template-columns: minmax(0, 1fr) auto; } .what { grid-column: 1 / -1; grid-row: 2; } .minutes { grid-row: 1; grid-column: 2; } }
  `,
})
export class MeetingHalves {
  readonly halves = input.required<readonly MeetingHalf[]>();
  readonly short = input(false, { transform: booleanAttribute });
  protected readonly title = halfTitle;
}
