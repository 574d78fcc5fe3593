import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { addDays, type CandidateSlot, dayFacts, type DayFacts, daysFrom, type LocalCalendar, weekdayOf } from '@cohorte/scheduling/contract';
import { Icon } from '@cohorte/ui/web/icon';
import { TrackWords } from './track-words';

interface DrawnDay {
  readonly day: string;
  readonly number: string;
  readonly look: 'outside' | 'plain' | 'proposed' | 'struck' | 'holiday' | 'bridge';
  readonly label: string;
  readonly count: number;
}

interface DrawnMonth {
  readonly name: string;
  readonly weeks: readonly (readonly (DrawnDay | null)[])[];
}

/** The working days of a stretch as small months: what is proposed, what is taken out, what is nobody’s working day. */
@Component({
  selector: 'co-slot-calendar',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="months">
      @for (month of months(); track month.name) {
        <table>
          <caption>{{ month.name }}</caption>
          <thead><tr>@for (weekday of weekdays; track weekday) {<th scope="col"><span aria-hidden="true">{{ words.say('weekdaysShort.' + weekday) }}</span><span class="co-hidden">{{ words.say('weekdays.' + weekday) }}</span></th>}</tr></thead>
          <tbody>
            @for (week of month.weeks; track $index) {
              <tr>
                @for (drawn of week; track $index) {
                  <td>
                    @if (drawn) {
                      @if (drawn.look === 'proposed' || drawn.look === 'struck') {
                        <button type="button" [class]="drawn.look" [attr.aria-pressed]="drawn.look === 'proposed'" [attr.aria-label]="drawn.label" [title]="drawn.label" (click)="toggled.emit(drawn.day)">{{ drawn.number }}</button>
                      } @else {<span [class]="drawn.look" [title]="drawn.label">{{ drawn.number }}@if (drawn.label) {<span class="co-hidden"> {{ drawn.label }}</span>}</span>}
                    }
                  </td>
                }
              </tr>
            }
          </tbody>
        </table>
      }
    </div>
    <ul role="list" class="legend">
      <li><span class="key proposed" aria-hidden="true"></span>{{ words.say('plan.legend.proposed') }}</li>
      <li><span class="key struck" aria-hidden="true"><co-icon name="x" size="small" /></span>{{ words.say('plan.legend.struck') }}</li>
      <li><span class="key holiday" aria-hidden="true"></span>{{ words.say('plan.legend.holiday') }}</li>
    </ul>
  `,
  styles: `
    :host { display: block; min-width: 0; }
    .months { display: flex; flex-wrap: wrap; gap: var(--co-space-4) var(--co-space-8); }
    table { border-collapse: separate; border-spacing: 3px; font-variant-numeric: tabular-nums; }
    caption { text-align: left; font-weight: 650; padding: 0 3px var(--co-space-1); }
    caption::first-letter { text-transform: uppercase; }
    th { font-size: var(--co-text-xs); font-weight: 400; color: var(--co-soft); }
    td { padding: 0; text-align: center; }
    button, td > span { display: grid; place-items: center; width: 44px; height: 34px; border: 1px solid transparent; border-radius: var(--co-radius); font-size: var(--co-text-xs); }
    button { background: var(--co-green-wash); border-color: var(--co-green); color: var(--co-green); font-weight: 700; }
    button:hover { background: var(--co-surface); }
    button.struck { background: transparent; border: 1px dashed var(--co-edge); color: var(--co-soft); text-decoration: line-through; font-weight: 400; }
    .plain { color: var(--co-soft); }
    .outside { visibility: hidden; }
    .holiday, .bridge { color: var(--co-soft); background: repeating-linear-gradient(135deg, var(--co-sunk) 0 4px, var(--co-hairline) 4px 5px); }
    .legend { display: flex; flex-wrap: wrap; gap: var(--co-space-1) var(--co-space-4); margin-top: var(--co-space-3); padding: 0; font-size: var(--co-text-xs); color: var(--co-soft); }
    .legend li { display: flex; align-items: center; gap: 6px; }
    .key { display: grid; place-items: center; width: 18px; height: 14px; border-radius: 3px; border: 1px solid transparent; }
    .key.proposed { background: var(--co-green-wash); border-color: var(--co-green); }
    .key.struck { border: 1px dashed var(--co-edge); }
    @media (max-width: 400px) { button, td > span { width: 42px; height: 40px; } }
  `,
})
export class SlotCalendar {
  readonly from = input.required<string>();
  readonly to = input.required<string>();
  /** Everything the plan gives, days struck out included. */
  readonly slots = input.required<readonly CandidateSlot[]>();
  readonly except = input<readonly string[]>([]);
  readonly calendar = input.required<LocalCalendar>();
  readonly toggled = output<string>();
  protected readonly words = inject(TrackWords);
  protected readonly weekdays = [1, 2, 3, 4, 5];
  private readonly counts = computed(() => {
    const counts = new Map<string, number>();
    for (const { day } of this.slots()) counts.set(day, (counts.get(day) ?? 0) + 1);
    return counts;
  });
  protected readonly months = computed<DrawnMonth[]>(() => {
    const months = new Map<string, string[]>();
    // A stretch nobody means (a year half typed) draws nothing.
    if (!(this.from() <= this.to()) || this.to() > addDays(this.from(), 200)) return [];
    for (const day of daysFrom(this.from(), this.to())) if (weekdayOf(day) <= 5) months.set(day.slice(0, 7), [...(months.get(day.slice(0, 7)) ?? []), day]);
    return [...months].map(([month, days]) => ({ name: this.words.month(`${month}-01`), weeks: weeksOf(days.map((day) => this.draw(day))) }));
  });

  private draw(day: string): DrawnDay {
    const count = this.counts().get(day) ?? 0;
    const facts = dayFacts(this.calendar(), day);
    const number = String(Number(day.slice(8)));
    if (count === 0) return { day, number, count, look: facts.publicHoliday || facts.schoolHoliday ? 'holiday' : facts.bridge ? 'bridge' : 'plain', label: this.factWords(facts) };
    const isStruck = this.except().includes(day);
    const words = { day: this.words.civilDay(day), slots: this.words.count(count, 'slots') };
    return { day, number, count, look: isStruck ? 'struck' : 'proposed', label: this.words.say(isStruck ? 'plan.restore' : 'plan.strike', words) };
  }

  private factWords({ publicHoliday, schoolHoliday, bridge }: DayFacts): string {
    if (publicHoliday) return this.words.say(`holidays.${publicHoliday}`);
    if (schoolHoliday) return this.words.say(`school.${schoolHoliday}`);
    return bridge ? this.words.say('plan.legend.bridge') : '';
  }
}

/** Rows of five, Monday first, with empty places before the first day and after the last. */
function weeksOf(days: readonly DrawnDay[]): (DrawnDay | null)[][] {
  const weeks: (DrawnDay | null)[][] = [];
  for (const drawn of days) {
    const place = weekdayOf(drawn.day) - 1;
    if (place === 0 || weeks.length === 0) weeks.push([null, null, null, null, null]);
    const week = weeks[weeks.length - 1];
    if (week) week[place] = drawn;
  }
  return weeks;
}
