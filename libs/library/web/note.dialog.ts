import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective } from '@jsverse/transloco';

/** Asks for the word that goes with an act: why it is given back, why it is retired. */
@Component({
  selector: 'co-note-dialog',
  imports: [Button, DialogLayout, Field, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library.acts'">
      <co-dialog-layout [heading]="t(data.act + 'Title')" [note]="t(data.act + 'Text')">
        <form id="co-note-form" novalidate (submit)="send($event)">
          <co-field [label]="t(data.act + 'Note')" [error]="tried() && !fits() ? t('needNote') : ''"><textarea coInput rows="4" maxlength="500" [value]="note()" (input)="note.set($any($event.target).value)"></textarea></co-field>
        </form>
        <ng-container coFooter>
          <button coButton type="button" (click)="ref.close()">{{ t('cancel') }}</button>
          <button coButton type="submit" form="co-note-form" variant="primary">{{ t(data.act) }}</button>
        </ng-container>
      </co-dialog-layout>
    </ng-container>
  `,
})
export class NoteDialog {
  protected readonly data = injectDialogData<{ act: 'sendBack' | 'retire' }>();
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly note = signal('');
  protected readonly tried = signal(false);
  protected readonly fits = computed(() => this.note().trim().length >= 3);

  protected send(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    // One line travels: it is shown in a banner.
    if (this.fits()) this.ref.close(this.note().trim().replaceAll(/\s+/g, ' '));
  }
}
