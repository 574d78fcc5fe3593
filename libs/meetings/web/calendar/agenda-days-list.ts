import { booleanAttribute, ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { AgendaEntry } from '@cohorte/meetings/contract';
import { TranslocoDirective } from '@jsverse/transloco';
import { AgendaLine } from './agenda-line';
import type { AgendaWords } from './agenda-words';

/** Days one under the other, each with its entries: the list of a quarter, or every day of a week. */
@Component({
  selector: 'co-agenda-days',
  imports: [AgendaLine, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.calendar'">
      @for (one of shown(); track one.day) {
        <section [attr.aria-labelledby]="'co-day-' + one.day" [class.today]="one.day === today()">
          <h3 [id]="'co-day-' + one.day">{{ words().day(one.day) }}@if (one.day === today()) {<span> · {{ t('today') }}</span>}</h3>
          @if (one.lines.length) {
            <ul role="list">@for (line of one.lines; track line.id) {<li><co-agenda-line [entry]="line" [words]="words()" /></li>}</ul>
          } @else {<p>{{ t('nothing') }}</p>}
        </section>
      }
    </ng-container>
  `,
  styles: `
    :host { display: grid; gap: var(--co-space-3); }
    section { padding: var(--co-space-3) var(--co-space-4); border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); background: var(--co-surface); break-inside: avoid; }
    section.today { border-color: var(--co-green); }
    h3 { font-size: var(--co-text-m); }
    h3::first-letter { text-transform: uppercase; }
    h3 span { color: var(--co-green); }
    ul { list-style: none; margin: var(--co-space-1) 0 0; padding: 0; display: grid; gap: 2px; }
    p { color: var(--co-soft); font-size: var(--co-text-s); }
  `,
})
export class AgendaDays {
  readonly days = input.required<readonly string[]>();
  readonly today = input.required<string>();
  readonly entries = input.required<ReadonlyMap<string, readonly AgendaEntry[]>>();
  readonly words = input.required<AgendaWords>();
  /** Days with nothing are said too. */
  readonly everyDay = input(false, { transform: booleanAttribute });
  protected readonly shown = computed(() =>
    this.days().flatMap((day) => {
      const lines = this.entries().get(day) ?? [];
      return this.everyDay() || lines.some(({ kind }) => kind !== 'holiday') ? [{ day, lines }] : [];
    }),
  );
}
