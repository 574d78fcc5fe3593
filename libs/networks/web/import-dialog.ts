import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { importMax, importStructures, type StructureKind, structureKinds } from '@cohorte/networks/contract';
import { ApiClient } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { FormProblem } from './form-problem';

/** «CH de Dieppe ; Dieppe» → name and town; empty lines are left out. */
export function readLines(text: string): { name: string; town: string | null }[] {
  return text
    .split('\n')
    .map((line) => line.split(/[;\t]/).map((part) => part.trim()))
    .flatMap(([name, town]) => (name ? [{ name, town: town || null }] : []));
}

/** Adds many structures from a pasted list. */
@Component({
  selector: 'co-import-dialog',
  imports: [Banner, Button, DialogLayout, Field, TextInput, TranslocoPipe],
  providers: [FormProblem],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="'networks.importForm.title' | transloco">
      <form id="co-import" novalidate (submit)="run($event)">
        @if (problem.above(['structures']); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
        <co-field [label]="'networks.importForm.kind' | transloco">
          <select coInput (change)="kind.set($any($event.target).value)">
            @for (option of kinds; track option) {<option [value]="option" [selected]="option === kind()">{{ 'networks.kinds.' + option | transloco }}</option>}
          </select>
        </co-field>
        <co-field [label]="'networks.importForm.list' | transloco" [help]="'networks.importForm.help' | transloco" [error]="problem.onField('structures')" required>
          <textarea coInput rows="8" [value]="text()" (input)="text.set($any($event.target).value)"></textarea>
        </co-field>
      </form>
      <ng-container coFooter>
        <button coButton type="button" (click)="ref.close()">{{ ui.words().cancel }}</button>
        <button coButton variant="primary" type="submit" form="co-import" [loading]="sending()">{{ 'networks.importForm.run' | transloco }}</button>
      </ng-container>
    </co-dialog-layout>
  `,
  styles: `form { display: grid; gap: var(--co-space-4); }`,
})
export class ImportDialog {
  protected readonly networkId = injectDialogData<string>();
  protected readonly ref = inject<DialogRef<true>>(DialogRef);
  protected readonly problem = inject(FormProblem);
  protected readonly ui = inject(UiWords);
  protected readonly kinds = structureKinds;
  protected readonly kind = signal<StructureKind>('hospital');
  protected readonly text = signal('');
  protected readonly sending = signal(false);
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);

  protected async run(event: Event): Promise<void> {
    event.preventDefault();
    const lines = readLines(this.text());
    this.problem.clear();
    if (lines.length === 0) this.problem.say('structures', this.transloco.translate('networks.importForm.empty'));
    if (lines.length > importMax) this.problem.say('structures', this.transloco.translate('networks.importForm.tooMany', { max: importMax }));
    if (this.sending() || !this.problem.isClear) return;
    this.sending.set(true);
    try {
      const { created, known } = await this.api.call(importStructures, { networkId: this.networkId, structures: lines.map((line) => ({ ...line, kind: this.kind() })) });
      this.toasts.show(this.transloco.translate('networks.importForm.done', { created: created.length, known: known.length }));
      this.ref.close(true);
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.sending.set(false);
    }
  }
}
