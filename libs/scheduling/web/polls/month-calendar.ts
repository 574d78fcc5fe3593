import { afterNextRender, ChangeDetectionStrategy, Component, computed, ElementRef, inject, Injector, input, linkedSignal, output } from '@angular/core';
import { dayFacts, type LocalCalendar } from '@cohorte/scheduling/contract';
import { Button } from '@cohorte/ui/web/button';
import { Icon } from '@cohorte/ui/web/icon';
import { addDays, monthAround, weekdayOf } from '../../contract/track-dates/civil-day';
import { PollWords } from './poll-words';

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Days of a month to press or to choose by keyboard: arrows by day and week, Page keys by month, Space takes or leaves a day. */
@Component({
  selector: 'co-month-calendar',
  imports: [Button, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="head">
      <button coButton type="button" square variant="quiet" size="small" [attr.aria-label]="words.say('calendar.before')" (click)="turn(-1)"><co-icon name="chevron-left" /></button>
      <h3 id="co-month" aria-live="polite">{{ name() }}</h3>
      <button coButton type="button" square variant="quiet" size="small" [attr.aria-label]="words.say('calendar.after')" (click)="turn(1)"><co-icon name="chevron-right" /></button>
    </div>
    <div role="grid" aria-labelledby="co-month" aria-multiselectable="true" aria-describedby="co-month-keys">
      <div role="row" class="week">@for (day of weekdays(); track day.long) {<span role="columnheader" [attr.aria-label]="day.long">{{ day.short }}</span>}</div>
      @for (week of weeks(); track week[0]?.day) {
        <div role="row" class="week">
          @for (day of week; track day.day) {
            <div role="gridcell" [attr.aria-selected]="day.taken" [attr.aria-disabled]="day.past || null" [attr.aria-label]="day.label" [attr.data-day]="day.day" [attr.tabindex]="day.day === focused() ? 0 : -1"
              [class.off]="day.off" [class.other]="day.other" [class.taken]="day.taken" [class.past]="day.past" [class.marked]="day.mark" (click)="press(day.day)" (keydown)="key($event)">
              <span aria-hidden="true">{{ day.number }}</span>@if (day.mark) {<small aria-hidden="true">{{ day.mark }}</small>}
            </div>
          }
        </div>
      }
    </div>
    <p class="keys" id="co-month-keys">{{ words.say('calendar.keys') }}</p>
  `,
  styleUrl: './month-calendar.css',
})
export class MonthCalendar {
  /** Civil days chosen, `2026-03-29`. */
  readonly chosen = input.required<readonly string[]>();
  /** Earlier days cannot be taken. */
  readonly today = input.required<string>();
  readonly calendar = input.required<LocalCalendar>();
  readonly toggled = output<string>();
  protected readonly words = inject(PollWords);
  protected readonly focused = linkedSignal(() => this.today());
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly month = computed(() => monthAround(this.focused()));
  protected readonly name = computed(() => this.format({ month: 'long', year: 'numeric' }, this.month().from));
  protected readonly weekdays = computed(() =>
    Array.from({ length: 7 }, (_, at) => addDays('2024-01-01', at)).map((day) => ({ long: this.format({ weekday: 'long' }, day), short: this.format({ weekday: 'short' }, day) })),
  );
  protected readonly weeks = computed(() => {
    const { from, to } = this.month();
    const first = addDays(from, 1 - weekdayOf(from));
    const length = Math.ceil((Date.parse(to) - Date.parse(first) + 86_400_000) / (7 * 86_400_000));
    return Array.from({ length }, (_, week) => Array.from({ length: 7 }, (_day, at) => this.dayAt(addDays(first, week * 7 + at))));
  });

  protected press(day: string): void {
    this.focused.set(day);
    if (day >= this.today()) this.toggled.emit(day);
  }

  protected turn(months: number): void {
    const { from } = monthAround(this.focused(), months);
    this.focused.set(from < this.today() && months < 0 ? this.today() : from);
  }

  protected key(event: KeyboardEvent): void {
    const next = this.target(event.key);
    if (next === undefined && event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    if (next === undefined) return this.press(this.focused());
    this.focused.set(next);
    // Another month is drawn first.
    afterNextRender(() => this.element.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus(), { injector: this.injector });
  }

  private target(key: string): string | undefined {
    const day = this.focused();
    const step = steps[key];
    if (step !== undefined) return addDays(day, step);
    if (key === 'Home') return addDays(day, 1 - weekdayOf(day));
    if (key === 'End') return addDays(day, 7 - weekdayOf(day));
    if (key === 'PageUp') return monthAround(day, -1).from;
    return key === 'PageDown' ? monthAround(day, 1).from : undefined;
  }

  private dayAt(day: string) {
    const facts = dayFacts(this.calendar(), day);
    const why = facts.publicHoliday ? 'publicHoliday' : facts.bridge ? 'bridge' : facts.schoolHoliday ? 'schoolHoliday' : '';
    const taken = this.chosen().includes(day);
    const past = day < this.today();
    const said = [this.words.day(day, 'long'), why && this.words.say(`calendar.${why}`), past && this.words.say('calendar.past')].filter(Boolean).join(', ');
    return { day, number: Number(day.slice(8)), taken, past, off: weekdayOf(day) > 5, other: day.slice(0, 7) !== this.month().from.slice(0, 7), mark: why && this.words.say(`calendar.short.${why}`), label: said };
  }

  private format(options: Intl.DateTimeFormatOptions, day: string): string {
    return new Intl.DateTimeFormat(this.words.language(), { ...options, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
  }
}
