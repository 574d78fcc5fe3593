import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { parisDay } from '@cohorte/platform/contract';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective } from '@jsverse/transloco';

export interface Confirmed {
  /** Null when nobody needs to look at it again. */
  readonly reviewOn: string | null;
}

/** A year from now, which the dialog proposes. */
const inAYear = (today: string): string => `${Number(today.slice(0, 4)) + 1}${today.slice(4) === '-02-29' ? '-02-28' : today.slice(4)}`;

/** Read again and still true: when to look at it next. */
@Component({
  selector: 'co-confirm-resource-dialog',
  imports: [Button, DialogLayout, Field, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library.upkeep'">
      <co-dialog-layout [heading]="t('confirmTitle')" [note]="t('confirmText', { title: data.title })">
        <form id="co-confirm-resource" novalidate (submit)="send($event)">
          <co-field [label]="t('nextReview')" [help]="t('nextReviewHelp')" [error]="tried() && !fits() ? t('needFuture') : ''"><input coInput type="date" [min]="today" [value]="reviewOn()" (input)="reviewOn.set($any($event.target).value)" /></co-field>
        </form>
        <ng-container coFooter>
          <button coButton type="button" (click)="ref.close()">{{ t('cancel') }}</button>
          <button coButton type="submit" form="co-confirm-resource" variant="primary">{{ t('confirmPress') }}</button>
        </ng-container>
      </co-dialog-layout>
    </ng-container>
  `,
})
export class ConfirmDialog {
  protected readonly data = injectDialogData<{ title: string }>();
  protected readonly ref = inject<DialogRef<Confirmed>>(DialogRef);
  protected readonly today = parisDay(new Date().toISOString());
  protected readonly reviewOn = signal(inAYear(this.today));
  protected readonly tried = signal(false);
  protected readonly fits = computed(() => this.reviewOn() === '' || this.reviewOn() > this.today);

  protected send(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.fits()) this.ref.close({ reviewOn: this.reviewOn() || null });
  }
}
