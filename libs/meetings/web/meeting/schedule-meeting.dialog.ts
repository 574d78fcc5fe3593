import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { Meeting } from '@cohorte/meetings/contract';
import { ErrorWords } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { dateTimeWords, timeWords } from '@cohorte/ui/web/date-words';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { Dialogs, injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { endOf, instantOf, problemsOf, type WrittenDate, writtenFrom } from './chosen-date';
import { isChangedMeanwhile, MeetingStore } from './meeting.store';

/** How the dialog ended: saved, or someone else was faster and the page must read anew. */
export type ScheduleOutcome = { readonly kind: 'saved'; readonly meeting: Meeting } | { readonly kind: 'changed-meanwhile' };

/** Gives a meeting its date by hand, moves it, or takes its date away. */
@Component({
  selector: 'co-schedule-meeting-dialog',
  imports: [Banner, Button, DialogLayout, Field, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t">
      <co-dialog-layout [heading]="t(meeting.startsAt ? 'meetings.schedule.move' : 'meetings.schedule.title')" [note]="meeting.title">
        <form id="co-schedule" novalidate (submit)="save($event)">
          @if (failure(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
          <div class="two">
            <co-field [label]="t('meetings.schedule.day')" [error]="problem('day')" fieldId="co-schedule-day">
              <input coInput type="date" min="2015-01-01" max="2099-12-31" [value]="written().day" (input)="write({ day: $any($event.target).value })" />
            </co-field>
            <co-field [label]="t('meetings.schedule.time')" [help]="t('meetings.schedule.timeHelp')" [error]="problem('time')" fieldId="co-schedule-time">
              <input coInput type="time" step="300" [value]="written().time" (input)="write({ time: $any($event.target).value })" />
            </co-field>
          </div>
          <co-field [label]="t('meetings.schedule.minutes')" [help]="t('meetings.schedule.minutesHelp')" [error]="problem('minutes')" fieldId="co-schedule-minutes">
            <input coInput class="minutes" type="number" inputmode="numeric" min="15" max="720" step="5" [value]="written().minutes" (input)="write({ minutes: $any($event.target).valueAsNumber })" />
          </co-field>
          <p class="chosen" aria-live="polite">
            @if (chosen(); as said) {<strong>{{ said }}</strong>}
            @if (isPast()) {<span>{{ t('meetings.schedule.past') }}</span>}
          </p>
        </form>
        <ng-container coFooter>
          @if (meeting.startsAt) {<button coButton type="button" variant="quiet" class="remove" [loading]="busy() === 'remove'" (click)="remove()">{{ t('meetings.schedule.remove') }}</button>}
          <button coButton type="button" (click)="ref.close()">{{ t('meetings.schedule.cancel') }}</button>
          <button coButton type="submit" form="co-schedule" variant="primary" [loading]="busy() === 'save'">{{ t('meetings.schedule.save') }}</button>
        </ng-container>
      </co-dialog-layout>
    </ng-container>
  `,
  styles: `
    form { display: grid; gap: var(--co-space-4); }
    .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 1fr)); gap: var(--co-space-4); }
    .minutes { max-width: 160px; }
    .chosen { min-height: 1.5em; }
    .chosen strong { display: block; }
    .chosen strong::first-letter { text-transform: uppercase; }
    .chosen span { display: block; color: var(--co-amber); }
    .remove { margin-right: auto; }
  `,
})
export class ScheduleMeetingDialog {
  protected readonly meeting = injectDialogData<Meeting>();
  protected readonly ref = inject<DialogRef<ScheduleOutcome>>(DialogRef);
  private readonly store = inject(MeetingStore);
  private readonly words = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  private readonly ui = inject(UiWords);
  protected readonly written = signal<WrittenDate>(writtenFrom(this.meeting));
  protected readonly busy = signal<'save' | 'remove' | null>(null);
  protected readonly failure = signal('');
  private readonly submitted = signal(false);
  private readonly problems = computed(() => (this.submitted() ? problemsOf(this.written()) : {}));
  private readonly instant = computed(() => (problemsOf(this.written()).time ? undefined : instantOf(this.written())));
  protected readonly isPast = computed(() => (this.instant() ?? '9') < new Date().toISOString());
  protected readonly chosen = computed(() => {
    const { minutes } = this.written();
    const instant = this.instant();
    if (!instant || !(minutes > 0)) return '';
    const language = this.ui.language();
    return this.transloco.translate('meetings.schedule.chosen', { when: dateTimeWords(instant, language), end: timeWords(endOf(instant, minutes), language) });
  });

  protected write(change: Partial<WrittenDate>): void {
    this.written.update((written) => ({ ...written, ...change }));
  }

  protected problem(field: 'day' | 'time' | 'minutes'): string {
    const name = this.problems()[field];
    return name ? this.transloco.translate(`meetings.schedule.${name}`) : '';
  }

  protected save(event: Event): void {
    event.preventDefault();
    this.submitted.set(true);
    const [wrong] = Object.keys(this.problems());
    const instant = instantOf(this.written());
    if (wrong) document.getElementById(`co-schedule-${wrong}`)?.focus();
    else if (instant) void this.send('save', instant);
  }

  protected remove(): void {
    void this.send('remove', null);
  }

  private async send(act: 'save' | 'remove', startsAt: string | null): Promise<void> {
    if (this.busy()) return;
    this.busy.set(act);
    this.failure.set('');
    try {
      const meeting = await this.store.schedule(this.meeting, startsAt, act === 'save' ? this.written().minutes : undefined);
      this.ref.close({ kind: 'saved', meeting });
    } catch (failure) {
      if (isChangedMeanwhile(failure)) return this.ref.close({ kind: 'changed-meanwhile' });
      this.failure.set(this.words.of(failure));
    } finally {
      this.busy.set(null);
    }
  }
}

/** Opens the dialog; nothing when the person changes nothing. */
export const scheduleMeetingDialog = (dialogs: Dialogs, meeting: Meeting): DialogRef<ScheduleOutcome> =>
  dialogs.open<ScheduleOutcome>(ScheduleMeetingDialog, meeting);
