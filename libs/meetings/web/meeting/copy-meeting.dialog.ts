import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective } from '@jsverse/transloco';

/** Asks how many weeks later the same meeting is prepared again. */
@Component({
  selector: 'co-copy-meeting-dialog',
  imports: [Button, DialogLayout, Field, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.copy'">
      <co-dialog-layout [heading]="t('title')" [note]="title">
        <form id="co-copy-meeting" novalidate (submit)="agree($event)">
          <co-field [label]="t('weeks')" [help]="t('help')" fieldId="co-copy-weeks" [error]="checked() && !fits() ? t('wrong') : ''">
            <input coInput type="number" inputmode="numeric" min="1" max="104" [value]="weeks()" (input)="weeks.set($any($event.target).valueAsNumber)" />
          </co-field>
        </form>
        <ng-container coFooter>
          <button coButton type="button" (click)="ref.close()">{{ t('keep') }}</button>
          <button coButton type="submit" form="co-copy-meeting" variant="primary">{{ t('do') }}</button>
        </ng-container>
      </co-dialog-layout>
    </ng-container>
  `,
  styles: `input { max-width: 8rem; }`,
})
export class CopyMeetingDialog {
  protected readonly title = injectDialogData<string>();
  protected readonly ref = inject<DialogRef<number>>(DialogRef);
  protected readonly weeks = signal(4);
  protected readonly checked = signal(false);

  protected fits(): boolean {
    return Number.isInteger(this.weeks()) && this.weeks() >= 1 && this.weeks() <= 104;
  }

  protected agree(event: Event): void {
    event.preventDefault();
    this.checked.set(true);
    if (this.fits()) this.ref.close(this.weeks());
  }
}
