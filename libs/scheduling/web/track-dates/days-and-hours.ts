import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { Icon } from '@cohorte/ui/web/icon';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TrackWords } from './track-words';

/** On which days of the week and at what hours a meeting may be held. */
@Component({
  selector: 'co-days-and-hours',
  imports: [Button, Icon, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset>
      <legend [id]="daysId()" tabindex="-1">{{ daysLabel() }}</legend>
      <div class="days">
        @for (weekday of offered; track weekday) {
          <label [class.on]="weekdays().includes(weekday)">
            <input type="checkbox" class="co-hidden" [checked]="weekdays().includes(weekday)" (change)="toggle(weekday)" />{{ words.say('weekdays.' + weekday) }}
          </label>
        }
      </div>
    </fieldset>
    <fieldset>
      <legend [id]="timesId()" tabindex="-1">{{ timesLabel() }}</legend>
      <div class="times">
        @for (time of times(); track $index) {
          <span class="time">
            <input coInput type="time" step="900" [attr.aria-label]="words.say('plan.time', { place: $index + 1 })" [value]="time" (change)="write($index, $any($event.target).value)" />
            @if (times().length > 1) {<button coButton square type="button" variant="quiet" [attr.aria-label]="words.say('plan.removeTime', { time })" (click)="remove($index)"><co-icon name="x" /></button>}
          </span>
        }
        @if (times().length < 4) {<button coButton type="button" (click)="add()"><co-icon name="plus" />{{ words.say('plan.addTime') }}</button>}
      </div>
      @if (help(); as said) {<p>{{ said }}</p>}
    </fieldset>
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; gap: var(--co-space-4) var(--co-space-8); min-width: 0; }
    legend { font-weight: 650; margin-bottom: var(--co-space-1); }
    .days, .times { display: flex; flex-wrap: wrap; gap: var(--co-space-2); }
    label { position: relative; display: inline-grid; place-items: center; min-height: var(--co-control); padding: 0 var(--co-space-3); border: 1px solid var(--co-edge); border-radius: var(--co-radius); background: var(--co-surface); cursor: pointer; }
    label.on { border: 2px solid var(--co-green); padding-inline: 11px; background: var(--co-green-wash); color: var(--co-green); font-weight: 650; }
    label.on::before { content: '✓ ' / ''; position: absolute; left: 3px; top: 0; font-size: 11px; }
    label:has(:focus-visible) { outline: 2px solid var(--co-green); outline-offset: 2px; }
    .time { display: inline-flex; align-items: center; }
    .time input { width: 7.5rem; }
    p { margin-top: var(--co-space-1); font-size: var(--co-text-xs); color: var(--co-soft); }
  `,
})
export class DaysAndHours {
  readonly weekdays = input.required<readonly number[]>();
  readonly times = input.required<readonly string[]>();
  readonly daysLabel = input.required<string>();
  readonly timesLabel = input.required<string>();
  readonly help = input('');
  readonly daysId = input<string | null>(null);
  readonly timesId = input<string | null>(null);
  readonly changed = output<{ weekdays?: number[]; times?: string[] }>();
  protected readonly words = inject(TrackWords);
  protected readonly offered = [1, 2, 3, 4, 5];

  protected toggle(weekday: number): void {
    const kept = this.weekdays().filter((one) => one !== weekday);
    this.changed.emit({ weekdays: kept.length < this.weekdays().length ? kept : [...kept, weekday].sort() });
  }

  protected write(place: number, time: string): void {
    this.changed.emit({ times: this.times().map((known, at) => (at === place ? time : known)) });
  }

  protected remove(place: number): void {
    this.changed.emit({ times: this.times().filter((_, at) => at !== place) });
  }

  protected add(): void {
    const free = ['10:00', '14:00', '09:00', '15:30', '16:00'].find((time) => !this.times().includes(time)) ?? '11:00';
    this.changed.emit({ times: [...this.times(), free] });
  }
}
