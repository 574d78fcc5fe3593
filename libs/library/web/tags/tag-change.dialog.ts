import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { fitsTag, tagKey, tagLongest, tidyTag } from '@cohorte/library/contract';
import { Button } from '@cohorte/ui/web/button';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective } from '@jsverse/transloco';

export interface TagChange {
  readonly words: readonly string[];
  /** Proposed first. */
  readonly into: string;
  /** It touches as many. */
  readonly resources: number;
  /** Every tag of the network. */
  readonly known: readonly string[];
}

/** What tags become: another word, or one word of several; says first what that touches. */
@Component({
  selector: 'co-tag-change-dialog',
  imports: [Button, CountPipe, DialogLayout, Field, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library.tags'">
      <co-dialog-layout [heading]="isMerge ? t('mergeTitle') : t('renameTitle', { tag: data.words[0] })">
        <form id="co-tag-change" novalidate (submit)="send($event)">
          @if (isMerge) {<ul role="list">@for (word of data.words; track word) {<li>{{ word }}</li>}</ul>}
          <co-field [label]="t(isMerge ? 'mergeInto' : 'renameInto')" [help]="isMerge ? t('mergeHelp') : ''" [error]="problem() && t(problem())"><input coInput autocomplete="off" [attr.maxlength]="longest" [value]="text()" (input)="text.set($any($event.target).value)" /></co-field>
          <p aria-live="polite">@if (meets(); as other) {{{ t('meets', { tag: other }) }} }{{ data.resources | coCount: { one: t('touches.one'), other: t('touches.other') } }}</p>
        </form>
        <ng-container coFooter>
          <button coButton type="button" (click)="ref.close()">{{ t('cancel') }}</button>
          <button coButton type="submit" form="co-tag-change" variant="primary">{{ t(isMerge || meets() ? 'mergePress' : 'rename') }}</button>
        </ng-container>
      </co-dialog-layout>
    </ng-container>
  `,
  styles: `
    form { display: grid; gap: var(--co-space-4); }
    ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: var(--co-space-2); }
    li { padding: 2px var(--co-space-3); border: 1px solid var(--co-hairline); border-radius: 16px; overflow-wrap: anywhere; }
  `,
})
export class TagChangeDialog {
  protected readonly data = injectDialogData<TagChange>();
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly longest = tagLongest;
  protected readonly isMerge = this.data.words.length > 1;
  protected readonly text = signal(this.data.into);
  private readonly tried = signal(false);
  private readonly into = computed(() => tidyTag(this.text()));
  private readonly isSame = computed(() => !this.isMerge && this.into() === this.data.words[0]);
  protected readonly problem = computed(() => (!this.tried() ? '' : !fitsTag(this.into()) ? 'unfit' : this.isSame() ? 'sameWord' : ''));
  /** Another tag that is called so already: they become one. */
  protected readonly meets = computed(() => {
    const chosen = new Set(this.data.words.map(tagKey));
    return this.data.known.find((tag) => tagKey(tag) === tagKey(this.into()) && !chosen.has(tagKey(tag))) ?? '';
  });

  protected send(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (!this.problem()) this.ref.close(this.into());
  }
}
