import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { parisDay } from '@cohorte/platform/contract';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective } from '@jsverse/transloco';

export interface ReportedChange {
  readonly networkId: string;
  readonly article: string;
  readonly changedOn: string;
  readonly note: string;
  readonly link: string | null;
}

interface Data {
  readonly networks: readonly { readonly id: string; readonly name: string }[];
}

const isWebLink = (text: string): boolean => /^https?:\/\/[^\s/.]+\.[^\s]+$/.test(text);

/** A legal text changed: which, when, and what that means for buyers. */
@Component({
  selector: 'co-legal-change-dialog',
  imports: [Button, DialogLayout, Field, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library.upkeep'">
      <co-dialog-layout [heading]="t('report')" [note]="t('reportAbout')">
        <form id="co-legal-change" novalidate (submit)="send($event)">
          @if (data.networks.length > 1) {
            <co-field [label]="t('reportNetwork')"><select coInput [value]="networkId()" (change)="networkId.set($any($event.target).value)">@for (one of data.networks; track one.id) {<option [value]="one.id">{{ one.name }}</option>}</select></co-field>
          }
          <co-field [label]="t('article')" [help]="t('articleHelp')" [error]="tried() && !article().trim() ? t('needArticle') : ''"><input coInput maxlength="80" autocomplete="off" [value]="article()" (input)="article.set($any($event.target).value)" /></co-field>
          <co-field [label]="t('changedOn')" [error]="tried() && !fitsDay() ? t('needDay') : ''"><input coInput type="date" [max]="today" [value]="changedOn()" (input)="changedOn.set($any($event.target).value)" /></co-field>
          <co-field [label]="t('changeNote')" [help]="t('changeNoteHelp')" [error]="tried() && note().trim().length < 3 ? t('needNote') : ''"><textarea coInput rows="3" maxlength="300" [value]="note()" (input)="note.set($any($event.target).value)"></textarea></co-field>
          <co-field [label]="t('changeLink')" optional [error]="tried() && !fitsLink() ? t('needLink') : ''"><input coInput type="url" maxlength="2000" [value]="link()" (input)="link.set($any($event.target).value)" /></co-field>
        </form>
        <ng-container coFooter>
          <button coButton type="button" (click)="ref.close()">{{ t('cancel') }}</button>
          <button coButton type="submit" form="co-legal-change" variant="primary">{{ t('reportPress') }}</button>
        </ng-container>
      </co-dialog-layout>
    </ng-container>
  `,
  styles: `form { display: grid; gap: var(--co-space-4); }`,
})
export class LegalChangeDialog {
  protected readonly data = injectDialogData<Data>();
  protected readonly ref = inject<DialogRef<ReportedChange>>(DialogRef);
  protected readonly today = parisDay(new Date().toISOString());
  protected readonly networkId = signal(this.data.networks[0]?.id ?? '');
  protected readonly article = signal('');
  protected readonly changedOn = signal(this.today);
  protected readonly note = signal('');
  protected readonly link = signal('');
  protected readonly tried = signal(false);
  protected readonly fitsDay = computed(() => this.changedOn() !== '' && this.changedOn() <= this.today);
  protected readonly fitsLink = computed(() => this.link().trim() === '' || isWebLink(this.link().trim()));

  protected send(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const note = this.note().trim().replaceAll(/\s+/g, ' ');
    if (!this.article().trim() || !this.fitsDay() || note.length < 3 || !this.fitsLink()) return;
    this.ref.close({ networkId: this.networkId(), article: this.article().trim(), changedOn: this.changedOn(), note, link: this.link().trim() || null });
  }
}
