import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Button } from './button';
import { DialogLayout } from './dialog-layout';
import { DialogRef } from './dialog-ref';
import { injectDialogData } from './dialogs.service';
import { Field } from './field';
import { TextInput } from './text-input';
import { UiWords } from './ui-words';

/** A question before an act; `confirm` is the verb on the button. */
export interface ConfirmQuestion {
  title: string;
  text: string;
  confirm?: string;
  cancel?: string;
  danger?: boolean;
  /** The word to write before the button can be pressed. */
  typed?: string;
}

/** Asks, in words, and closes with yes or no. */
@Component({
  selector: 'co-confirm-dialog',
  imports: [Button, DialogLayout, Field, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="question.title">
      <form id="co-confirm" (submit)="agree($event)">
        <p>{{ question.text }}</p>
        @if (question.typed; as word) {
          <co-field [label]="ui.words().typeToConfirm(word)"><input coInput autocomplete="off" spellcheck="false" (input)="written.set($any($event.target).value)" /></co-field>
        }
      </form>
      <ng-container coFooter>
        <button coButton type="button" (click)="ref.close(false)">{{ question.cancel || ui.words().cancel }}</button>
        <button coButton type="submit" form="co-confirm" [variant]="question.danger ? 'danger' : 'primary'" [disabled]="!ready()">{{ question.confirm || ui.words().confirm }}</button>
      </ng-container>
    </co-dialog-layout>
  `,
  styles: `form { display: grid; gap: var(--co-space-4); } p { white-space: pre-line; }`,
})
export class ConfirmDialog {
  protected readonly question = injectDialogData<ConfirmQuestion>();
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly ui = inject(UiWords);
  protected readonly written = signal('');
  protected readonly ready = computed(() => !this.question.typed || plain(this.written()) === plain(this.question.typed));

  protected agree(event: Event): void {
    event.preventDefault();
    if (this.ready()) this.ref.close(true);
  }
}

/** Case and outer spaces do not matter: the word proves attention, not typing. */
const plain = (text: string) => text.trim().toLocaleLowerCase('fr');
