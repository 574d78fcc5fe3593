import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, input, output } from '@angular/core';
import type { AgendaEntry } from '@cohorte/meetings/contract';
import { type CountWords, countWords } from '@cohorte/ui/web/count.pipe';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { dayByKey, dayIn, monthOf, weekOf } from './agenda-days';
import { AgendaLine } from './agenda-line';
import type { AgendaWords } from './agenda-words';

/** The day clocks go back has twenty-five hours. */
const longestDay = 25 * 60;
/** Lines a day shows before «n de plus». */
const shownADay = 3;

/** A month as a grid: one stop for the keyboard, arrows between days, Enter into a day, Escape back to it. */
@Component({
  selector: 'co-agenda-month',
  imports: [AgendaLine, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.calendar'">
      <table role="grid" [attr.aria-label]="words().month(day())" [attr.aria-busy]="busy()">
        <thead><tr>@for (one of weekdays(); track one.day) {<th scope="col"><abbr [title]="one.long">{{ one.short }}</abbr></th>}</tr></thead>
        <tbody>
          @for (week of weeks(); track week[0]) {
            <tr>
              @for (one of week; track one) {
                @let lines = entries().get(one) ?? [];
                <td role="gridcell" [attr.data-day]="one" [tabindex]="one === day() ? 0 : -1" [class.out]="one.slice(0, 7) !== day().slice(0, 7)" [class.today]="one === today()" [class.holiday]="isOff(lines)" [class.school]="isHoliday(lines)"
                  [attr.aria-current]="one === today() ? 'date' : null" [attr.aria-label]="said(one, lines)" (focus)="focused(one)">
                  <span class="number" aria-hidden="true">{{ number(one) }}</span>
                  @for (line of holidaysNamed(one, lines); track line.id) {<co-agenda-line [entry]="line" [words]="words()" compact />}
                  @for (line of told(lines).slice(0, shown); track line.id) {<co-agenda-line [entry]="line" [words]="words()" compact [reachable]="one === day()" />}
                  @if (told(lines).length > shown) {<button type="button" class="more" [tabindex]="one === day() ? 0 : -1" (click)="opened.emit(one)">{{ t('more', { count: told(lines).length - shown }) }}</button>}
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
      <p class="keys co-no-print">{{ t('keys') }}</p>
    </ng-container>
  `,
  styleUrl: './agenda-month.css',
  host: { '(keydown)': 'pressed($event)' },
})
export class AgendaMonth {
  readonly day = input.required<string>();
  readonly today = input.required<string>();
  readonly entries = input.required<ReadonlyMap<string, readonly AgendaEntry[]>>();
  readonly words = input.required<AgendaWords>();
  readonly busy = input(false);
  readonly chosen = output<string>();
  readonly opened = output<string>();
  protected readonly shown = shownADay;
  protected readonly weeks = computed(() => monthOf(this.day()));
  protected readonly weekdays = computed(() => weekOf('2026-01-05').map((day) => ({ day, long: this.words().day(day, { weekday: 'long' }), short: this.words().day(day, { weekday: 'short' }).replace('.', '') })));
  private readonly transloco = inject(TranslocoService);
  private readonly ui = inject(UiWords);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  /** The day whose cell takes the focus once it is drawn. */
  private awaited: string | undefined;

  constructor() {
    effect(() => {
      const day = this.day();
      if (this.awaited === day) setTimeout(() => this.cell(day)?.focus());
      this.awaited = undefined;
    });
  }

  protected number = (day: string): number => Number(day.slice(8));
  protected told = (lines: readonly AgendaEntry[]): readonly AgendaEntry[] => lines.filter(({ kind }) => kind !== 'holiday');
  /** Nobody works that day; weeks without school are longer. */
  protected isOff = (lines: readonly AgendaEntry[]): boolean => lines.some(({ kind, minutes }) => kind === 'holiday' && minutes <= longestDay);
  protected isHoliday = (lines: readonly AgendaEntry[]): boolean => lines.some(({ kind }) => kind === 'holiday');

  /** Weeks without school are named on their first day and each Monday; their other days are only tinted. */
  protected holidaysNamed(day: string, lines: readonly AgendaEntry[]): readonly AgendaEntry[] {
    const isMonday = weekOf(day)[0] === day;
    return lines.filter((line) => line.kind === 'holiday' && (isMonday || dayIn(line.startsAt, line.zone) === day));
  }

  protected said(day: string, lines: readonly AgendaEntry[]): string {
    const count = countWords(this.told(lines).length, this.transloco.translateObject<CountWords>('meetings.calendar.count'), this.ui.language());
    const holidays = lines.filter(({ kind }) => kind === 'holiday').map(({ title }) => title);
    return [this.words().day(day), ...holidays, count].join(', ');
  }

  protected focused(day: string): void {
    if (day !== this.day()) this.chosen.emit(day);
  }

  protected pressed(event: KeyboardEvent): void {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-day]');
    const from = cell?.dataset['day'];
    if (!cell || !from) return;
    if (event.key === 'Escape') return cell.focus();
    if (event.target !== cell) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return cell.querySelector<HTMLElement>('a, button')?.focus();
    }
    const to = dayByKey(event.key, from);
    if (to === undefined) return;
    event.preventDefault();
    this.awaited = to;
    this.chosen.emit(to);
  }

  private cell(day: string): HTMLElement | null {
    return this.host.nativeElement.querySelector<HTMLElement>(`[data-day="${day}"]`);
  }
}
