import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoPipe } from '@jsverse/transloco';
import { linkAddress } from './link-mark';

export interface LinkQuestion {
  readonly href: string;
  readonly text: string;
  /** There is no selected text: the words of the link are asked too. */
  readonly asksText: boolean;
}

export type LinkAnswer = { readonly href: string; readonly text: string } | 'remove';

/** Where a link leads, and its words. */
@Component({
  selector: 'co-link-dialog',
  imports: [Button, DialogLayout, Field, TextInput, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="(question.href ? 'drafts.link.editTitle' : 'drafts.link.title') | transloco">
      <form id="draft-link" class="form" (submit)="save($event)">
        <co-field [label]="'drafts.link.address' | transloco" [help]="'drafts.link.addressHelp' | transloco" [error]="isWrong() ? ('drafts.link.wrong' | transloco) : ''">
          <input coInput inputmode="url" autocomplete="off" spellcheck="false" maxlength="2000" [value]="href()" (input)="href.set($any($event.target).value)" />
        </co-field>
        @if (question.asksText) {
          <co-field [label]="'drafts.link.text' | transloco" [help]="'drafts.link.textHelp' | transloco" optionalWord>
            <input coInput autocomplete="off" maxlength="500" [value]="text()" (input)="text.set($any($event.target).value)" />
          </co-field>
        }
      </form>
      <ng-container coFooter>
        @if (question.href) {<button coButton type="button" variant="quiet" (click)="ref.close('remove')">{{ 'drafts.link.remove' | transloco }}</button>}
        <button coButton type="button" (click)="ref.close()">{{ 'drafts.cancel' | transloco }}</button>
        <button coButton variant="primary" type="submit" form="draft-link">{{ (question.href ? 'drafts.link.change' : 'drafts.link.insert') | transloco }}</button>
      </ng-container>
    </co-dialog-layout>
  `,
  styles: `.form { display: grid; gap: var(--co-space-4); }`,
})
export class LinkDialog {
  protected readonly question = injectDialogData<LinkQuestion>();
  protected readonly ref = inject<DialogRef<LinkAnswer>>(DialogRef);
  protected readonly href = signal(this.question.href);
  protected readonly text = signal(this.question.text);
  protected readonly isWrong = signal(false);

  protected save(event: Event): void {
    event.preventDefault();
    const href = linkAddress(this.href());
    this.isWrong.set(href === null);
    if (href) this.ref.close({ href, text: this.text().trim() || this.href().trim() });
  }
}
