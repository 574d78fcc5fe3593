import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import type { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import type { OutboxEdit } from './draft-outbox';
import { UnsentDownload } from './unsent-download.service';

export interface UnsentQuestion {
  readonly edits: readonly OutboxEdit[];
  readonly titles: ReadonlyMap<string, string>;
}

/** Before signing out: what is only here, as a file, or not at all. */
@Component({
  selector: 'co-unsent-dialog',
  imports: [Button, DialogLayout, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="'drafts.signOut.title' | transloco">
      <p>{{ 'drafts.signOut.text.' + (count > 1 ? 'other' : 'one') | transloco: { count } }}</p>
      <ul role="list">@for (title of titles; track title) {<li>{{ title }}</li>}</ul>
      <ng-container coFooter>
        <button coButton type="button" (click)="ref.close(false)">{{ 'drafts.signOut.stay' | transloco }}</button>
        <button coButton type="button" variant="danger" (click)="ref.close(true)">{{ 'drafts.signOut.leave' | transloco }}</button>
        <button coButton type="button" variant="primary" (click)="download()">{{ 'drafts.signOut.download' | transloco }}</button>
      </ng-container>
    </co-dialog-layout>
  `,
  styles: `ul { margin-top: var(--co-space-3); display: grid; gap: var(--co-space-1); font-weight: 650; }`,
})
export class UnsentDialog {
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly question = injectDialogData<UnsentQuestion>();
  private readonly files = inject(UnsentDownload);
  private readonly transloco = inject(TranslocoService);
  protected readonly count = this.question.edits.reduce((sum, edit) => sum + Math.max(1, edit.edits), 0);
  protected readonly titles = [...new Set(this.question.edits.map((edit) => this.question.titles.get(edit.draftId) ?? this.transloco.translate('drafts.unsent.untitled')))];

  protected async download(): Promise<void> {
    await this.files.save(this.question.edits, this.question.titles);
    this.ref.close(true);
  }
}

/** True when the person chose to sign out. */
export async function askAboutUnsent(dialogs: Dialogs, question: UnsentQuestion): Promise<boolean> {
  const shown = dialogs.open<boolean, UnsentQuestion>(UnsentDialog, question);
  return (await firstValueFrom(shown.closed, { defaultValue: false })) === true;
}
