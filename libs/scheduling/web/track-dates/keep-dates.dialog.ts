import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { ErrorWords } from '@cohorte/platform/web';
import type { CombinationView } from '@cohorte/scheduling/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { type Named, numberOf } from './combination-words';
import { isChangedMeanwhile, type TrackDatesStore } from './track-dates.store';
import { TrackWords } from './track-words';

/** How the dialog ended: so many meetings were dated, or someone else was faster. */
export type KeepOutcome = { readonly kind: 'kept'; readonly count: number } | { readonly kind: 'changed-meanwhile' };

export interface KeepData {
  readonly combination: CombinationView;
  readonly named: Named;
  readonly zone: string;
  readonly store: TrackDatesStore;
}

/** Says what keeping a combination does, lets a meeting be left for later, and keeps it. */
@Component({
  selector: 'co-keep-dates-dialog',
  imports: [Banner, Button, Checkbox, DialogLayout],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="words.say('keep.title')">
      <form id="co-keep-dates" novalidate (submit)="keep($event)">
        @if (failure(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
        <fieldset>
          <legend>{{ words.say('keep.which') }}</legend>
          @for (date of dates; track date.meetingId) {
            <co-checkbox [label]="words.say('meeting', { number: date.number })" [help]="date.when" [checked]="!left().includes(date.meetingId)" (checkedChange)="toggle(date.meetingId, $event)" />
          }
          @if (left().length) {<p class="soft" aria-live="polite">{{ words.say(kept().length ? 'keep.some' : 'keep.none') }}</p>}
        </fieldset>
        <div>
          <h3>{{ words.say('keep.then') }}</h3>
          <ul>
            <li>{{ words.count(kept().length, 'keep.dated') }}</li>
            <li>{{ words.say('keep.yes') }}</li>
            <li>{{ words.say('keep.letters') }}</li>
            <li>{{ words.say('keep.links') }}</li>
          </ul>
        </div>
      </form>
      <ng-container coFooter>
        <button coButton type="button" (click)="ref.close()">{{ words.say('keep.cancel') }}</button>
        <button coButton type="submit" form="co-keep-dates" variant="primary" [loading]="busy()">{{ words.count(kept().length, 'keep.confirm') }}</button>
      </ng-container>
    </co-dialog-layout>
  `,
  styles: `
    form { display: grid; gap: var(--co-space-5); }
    fieldset { display: grid; gap: var(--co-space-3); }
    legend { font-weight: 650; margin-bottom: var(--co-space-2); }
    h3 { font-size: var(--co-text-s); margin-bottom: var(--co-space-2); }
    ul { display: grid; gap: var(--co-space-2); padding-left: 1.25em; }
    .soft { color: var(--co-soft); font-size: var(--co-text-xs); }
  `,
})
export class KeepDatesDialog {
  private readonly data = injectDialogData<KeepData>();
  protected readonly ref = inject<DialogRef<KeepOutcome>>(DialogRef);
  protected readonly words = inject(TrackWords);
  private readonly errors = inject(ErrorWords);
  protected readonly busy = signal(false);
  protected readonly failure = signal('');
  protected readonly left = signal<readonly string[]>([]);
  protected readonly dates = this.data.combination.dates.map((date) => ({ ...date, number: numberOf(this.data.named, date.meetingId), when: this.words.momentBoth(date.startsAt, this.data.zone) }));
  protected readonly kept = computed(() => this.dates.filter((date) => !this.left().includes(date.meetingId)));

  protected toggle(meetingId: string, isKept: boolean): void {
    this.left.update((left) => (isKept ? left.filter((one) => one !== meetingId) : [...left, meetingId]));
  }

  protected async keep(event: Event): Promise<void> {
    event.preventDefault();
    const kept = this.kept();
    if (kept.length === 0) return this.failure.set(this.words.say('keep.none'));
    this.busy.set(true);
    this.failure.set('');
    try {
      await this.data.store.decide(kept.map(({ meetingId, slotId }) => ({ meetingId, slotId })));
      this.ref.close({ kind: 'kept', count: kept.length });
    } catch (failure) {
      if (isChangedMeanwhile(failure)) return this.ref.close({ kind: 'changed-meanwhile' });
      this.failure.set(this.errors.of(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
