import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoPipe } from '@jsverse/transloco';
import { documentLimits } from '../../contract/document-schema';

export interface NoteQuestion {
  /** Null for a note that is not there yet. */
  readonly text: string | null;
}

export type NoteAnswer = { readonly text: string } | 'remove';

/** The text of a footnote. */
@Component({
  selector: 'co-note-dialog',
  imports: [Button, DialogLayout, Field, TextInput, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="(isNew ? 'drafts.note.title' : 'drafts.note.editTitle') | transloco">
      <form id="draft-note" (submit)="save($event)">
        <co-field [label]="'drafts.note.text' | transloco" [help]="'drafts.note.help' | transloco" [error]="isEmpty() ? ('drafts.note.empty' | transloco) : ''">
          <textarea coInput rows="4" [attr.maxlength]="most" [value]="text()" (input)="text.set($any($event.target).value)" (keydown.control.enter)="save($event)"></textarea>
        </co-field>
      </form>
      <ng-container coFooter>
        @if (!isNew) {<button coButton type="button" variant="quiet" (click)="ref.close('remove')">{{ 'drafts.note.remove' | transloco }}</button>}
        <button coButton type="button" (click)="ref.close()">{{ 'drafts.cancel' | transloco }}</button>
        <button coButton variant="primary" type="submit" form="draft-note">{{ (isNew ? 'drafts.note.insert' : 'drafts.note.change') | transloco }}</button>
      </ng-container>
    </co-dialog-layout>
  `,
})
export class NoteDialog {
  private readonly question = injectDialogData<NoteQuestion>();
  protected readonly ref = inject<DialogRef<NoteAnswer>>(DialogRef);
  protected readonly most = documentLimits.attributeTextLength;
  protected readonly isNew = this.question.text === null;
  protected readonly text = signal(this.question.text ?? '');
  protected readonly isEmpty = signal(false);

  protected save(event: Event): void {
    event.preventDefault();
    const text = this.text().trim();
    this.isEmpty.set(text === '');
    if (text !== '') this.ref.close({ text });
  }
}
