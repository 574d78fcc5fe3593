import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';

export interface TellAll {
  readonly act: 'postpone' | 'cancel';
  readonly title: string;
  /** People who hold or wait for a place: cancelling asks for a typed word when there are any. */
  readonly registered: number;
}

/** Before everyone is told: what will happen, and what to say to them. Answers the message. */
@Component({
  selector: 'co-tell-all-dialog',
  imports: [Button, DialogLayout, Field, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.tell'">
      <co-dialog-layout [heading]="t(data.act + '.title')" [note]="data.title">
        <form id="co-tell-all" novalidate (submit)="agree($event)">
          <p>{{ t(data.act + '.text') }}</p>
          <co-field [label]="t('message')" [help]="t('messageHelp')" optionalWord fieldId="co-tell-message">
            <textarea coInput rows="4" maxlength="1000" [value]="message()" (input)="message.set($any($event.target).value)"></textarea>
          </co-field>
          @if (asksWord()) {
            <co-field [label]="t('typed', { word: t('word'), count: data.registered })" fieldId="co-tell-word" [error]="checked() && !agreed(t('word')) ? t('typedWrong', { word: t('word') }) : ''">
              <input coInput autocomplete="off" [value]="typed()" (input)="typed.set($any($event.target).value)" />
            </co-field>
          }
        </form>
        <ng-container coFooter>
          <button coButton type="button" (click)="ref.close()">{{ t('keep') }}</button>
          <button coButton type="submit" form="co-tell-all" [variant]="data.act === 'cancel' ? 'danger' : 'primary'">{{ t(data.act + '.do') }}</button>
        </ng-container>
      </co-dialog-layout>
    </ng-container>
  `,
  styles: `form { display: grid; gap: var(--co-space-4); }`,
})
export class TellAllDialog {
  protected readonly data = injectDialogData<TellAll>();
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly message = signal('');
  protected readonly typed = signal('');
  protected readonly checked = signal(false);
  protected readonly asksWord = computed(() => this.data.act === 'cancel' && this.data.registered > 0);
  private readonly transloco = inject(TranslocoService);

  protected agreed(word: string): boolean {
    return !this.asksWord() || this.typed().trim().toLocaleLowerCase() === word.toLocaleLowerCase();
  }

  protected agree(event: Event): void {
    event.preventDefault();
    this.checked.set(true);
    if (this.agreed(this.transloco.translate('meetings.tell.word'))) this.ref.close(this.message().trim());
  }
}
