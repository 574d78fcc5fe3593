import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective } from '@jsverse/transloco';

/** The name under which a selection is kept as it stands today. */
@Component({
  selector: 'co-snapshot-dialog',
  imports: [Button, DialogLayout, Field, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library.toolbox'">
      <co-dialog-layout [heading]="t('keep')" [note]="t('keepAbout')">
        <form id="co-snapshot" novalidate (submit)="send($event)">
          <co-field [label]="t('keepName')" [error]="tried() && !fits() ? t('needTitle') : ''"><input coInput maxlength="120" autocomplete="off" [value]="title()" (input)="title.set($any($event.target).value)" /></co-field>
        </form>
        <ng-container coFooter>
          <button coButton type="button" (click)="ref.close()">{{ t('cancel') }}</button>
          <button coButton type="submit" form="co-snapshot" variant="primary">{{ t('keep') }}</button>
        </ng-container>
      </co-dialog-layout>
    </ng-container>
  `,
})
export class SnapshotDialog {
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly title = signal('');
  protected readonly tried = signal(false);
  protected readonly fits = computed(() => this.title().trim().length >= 3);

  protected send(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.fits()) this.ref.close(this.title().trim());
  }
}
