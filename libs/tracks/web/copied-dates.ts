import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { type LocalCalendar, schoolCalendarSpan, wallAt } from '@cohorte/scheduling/contract';
import type { CohortCopy, DayOff } from '@cohorte/tracks/contract';
import { parisDay } from '@cohorte/platform/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { dayWords } from '@cohorte/ui/web/date-words';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { beyondSchoolCalendar, copiedDayId, copiedLines, type CopiedLine } from './copied-track';
import type { NewCohortForm } from './new-cohort.form';

/** The meetings of a track held again: the first date moves them all, each can be written by hand. */
@Component({
  selector: 'co-copied-dates',
  imports: [Banner, Button, CountPipe, Field, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './copied-dates.html',
  styleUrl: './copied-dates.css',
})
export class CopiedDates {
  readonly copy = input.required<CohortCopy>();
  readonly form = input.required<NewCohortForm>();
  readonly calendar = input.required<LocalCalendar>();
  readonly checked = input(false);
  readonly changed = output<Partial<NewCohortForm>>();
  private readonly ui = inject(UiWords);
  private readonly transloco = inject(TranslocoService);
  protected readonly dayId = copiedDayId;
  protected readonly lines = computed(() => copiedLines(this.copy(), this.form(), this.calendar()));
  protected readonly anyDated = computed(() => this.copy().steps.some((step) => step.startsAt !== null));
  protected readonly unpublished = computed(() => (beyondSchoolCalendar(this.lines(), this.calendar()) ? this.dayIn(schoolCalendarSpan.to) : ''));

  protected former({ step }: CopiedLine): string {
    return step.startsAt ? this.say('formerDate', { when: this.dayIn(wallAt(step.startsAt, step.zone).slice(0, 10)) }) : this.say('formerNone');
  }

  protected note(line: CopiedLine): string {
    if (line.movedFor?.kind === 'previous') return this.say('movedForPrevious');
    if (line.movedFor) return this.say('moved', { why: this.why(line.movedFor) });
    if (line.off) return this.say('off', { why: this.why(line.off) });
    return line.day && !line.wrong && line.day < parisDay(new Date().toISOString()) ? this.say('past') : '';
  }

  /** In words too: an input shows digits only. */
  protected inWords({ day, wrong }: CopiedLine): string {
    return day && !wrong ? this.dayIn(day) : '';
  }

  protected write(line: CopiedLine, change: { day?: string; time?: string }): void {
    const { day, time } = { day: line.day, time: line.time, ...change };
    this.keep({ ...this.form().walls, [line.step.id]: day === '' ? '' : `${day}T${time}` });
  }

  protected takeBack({ step }: CopiedLine): void {
    this.keep(Object.fromEntries(Object.entries(this.form().walls).filter(([id]) => id !== step.id)));
  }

  private keep(walls: NewCohortForm['walls']): void {
    this.changed.emit({ walls });
  }

  private why(off: DayOff): string {
    if (off.kind === 'week-end') return this.say('weekEnd');
    return this.transloco.translate(`scheduling.trackDates.${off.kind === 'public-holiday' ? 'holidays' : 'school'}.${off.name}`);
  }

  private dayIn(day: string): string {
    return dayWords(`${day}T12:00:00Z`, this.ui.language());
  }

  private say(key: string, values: Record<string, string> = {}): string {
    this.ui.language();
    return this.transloco.translate(`tracks.copy.${key}`, values);
  }
}
