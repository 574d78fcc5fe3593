import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { RadioGroup } from '@cohorte/ui/web/radio-group';
import type { RadioOption } from '@cohorte/ui/web/radio-group';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { isHeadingLink } from '../../contract/document-schema';
import { linkAddress } from './link-mark';
import type { ContentsEntry } from './text-facts';

export interface LinkQuestion {
  readonly href: string;
  readonly text: string;
  /** There is no selected text: the words of the link are asked too. */
  readonly asksText: boolean;
  /** The headings of this document, which a link may lead to. */
  readonly headings: readonly ContentsEntry[];
}

export type LinkAnswer = { readonly href: string; readonly text: string } | 'remove';

type Where = 'address' | 'heading';

/** Where a link leads, and its words. */
@Component({
  selector: 'co-link-dialog',
  imports: [Button, DialogLayout, Field, RadioGroup, TextInput, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="(question.href ? 'drafts.link.editTitle' : 'drafts.link.title') | transloco">
      <form id="draft-link" class="form" (submit)="save($event)">
        @if (question.headings.length > 0) {<co-radio-group across [label]="'drafts.link.where' | transloco" [options]="places" [(value)]="where" />}
        @if (where() === 'heading') {
          <co-field [label]="'drafts.link.heading' | transloco" [error]="isWrong() ? ('drafts.link.headingMissing' | transloco) : ''">
            <select coInput [value]="headingId()" (change)="headingId.set($any($event.target).value)">
              <option value="">{{ 'drafts.link.headingChoose' | transloco }}</option>
              @for (entry of question.headings; track entry.id) {<option [value]="entry.id" [selected]="entry.id === headingId()">{{ indent(entry.depth) }}{{ entry.title }}</option>}
            </select>
          </co-field>
        } @else {
          <co-field [label]="'drafts.link.address' | transloco" [help]="'drafts.link.addressHelp' | transloco" [error]="isWrong() ? ('drafts.link.wrong' | transloco) : ''">
            <input coInput inputmode="url" autocomplete="off" spellcheck="false" maxlength="2000" [value]="href()" (input)="href.set($any($event.target).value)" />
          </co-field>
        }
        @if (question.asksText) {
          <co-field [label]="'drafts.link.text' | transloco" [help]="(where() === 'heading' ? 'drafts.link.textHelpHeading' : 'drafts.link.textHelp') | transloco" optionalWord>
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
  private readonly transloco = inject(TranslocoService);
  private readonly isHeading = isHeadingLink(this.question.href);

  protected readonly places: readonly RadioOption<Where>[] = (['address', 'heading'] as const).map((value) => ({ value, label: this.transloco.translate(`drafts.link.to.${value}`) }));
  protected readonly where = signal<Where | null>(this.isHeading ? 'heading' : 'address');
  protected readonly href = signal(this.isHeading ? '' : this.question.href);
  protected readonly headingId = signal(this.isHeading ? this.question.href.slice(1) : '');
  protected readonly text = signal(this.question.text);
  protected readonly isWrong = signal(false);

  /** No-break spaces: a list shows them, where it would drop others. */
  protected indent(depth: number): string {
    return '\u00a0\u00a0\u00a0'.repeat(depth);
  }

  protected save(event: Event): void {
    event.preventDefault();
    const heading = this.question.headings.find(({ id }) => id === this.headingId());
    const href = this.where() === 'heading' ? heading && `#${heading.id}` : linkAddress(this.href());
    this.isWrong.set(!href);
    if (href) this.ref.close({ href, text: this.text().trim() || (this.where() === 'heading' ? (heading?.title ?? '') : this.href().trim()) });
  }
}
