import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { dayParts, dayWords, type Moment } from './date-words';
import { UiWords } from './ui-words';

/** A day at a glance: weekday, number, month; read as a whole date. */
@Component({
  selector: 'co-date-block',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <time [attr.datetime]="iso()">
      <span class="hidden">{{ spoken() }}</span>
      <span class="weekday" aria-hidden="true">{{ parts().weekday }}</span><span class="day" aria-hidden="true">{{ parts().day }}</span><span class="month" aria-hidden="true">{{ parts().month }}</span>
    </time>
  `,
  styles: `
    :host { display: inline-flex; flex: none; }
    time { position: relative; display: grid; justify-items: center; align-content: center; width: 56px; padding: 6px 2px; border: 1px solid var(--co-hairline); border-top: 3px solid var(--co-green); border-radius: var(--co-radius); background: var(--co-surface); line-height: 1.15; }
    :host(.needs-you) time { border-top-color: var(--co-brick); }
    .day { font-size: var(--co-text-l); font-weight: 700; font-variant-numeric: tabular-nums; }
    .weekday, .month { font-size: 0.75rem; color: var(--co-soft); }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  `,
  host: { '[class.needs-you]': "tone() === 'needs-you'" },
})
export class DateBlock {
  readonly date = input.required<Moment>();
  readonly tone = input<'plain' | 'needs-you'>('plain');
  private readonly ui = inject(UiWords);
  protected readonly iso = computed(() => new Date(this.date()).toISOString());
  protected readonly parts = computed(() => dayParts(this.date(), this.ui.language()));
  protected readonly spoken = computed(() => dayWords(this.date(), this.ui.language()));
}
