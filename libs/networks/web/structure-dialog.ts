import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { addStructure, editStructure, groupRoles, type StructureCard, structureKinds, type StructurePage } from '@cohorte/networks/contract';
import { ApiClient } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { FormProblem } from './form-problem';
import { StructureForm } from './structure-form';

/** A new structure of a network, an establishment below another, or the card of an existing one. */
export type StructureQuestion =
  | { readonly networkId: string; readonly parent?: { readonly id: string; readonly name: string } }
  | { readonly structure: StructurePage };

@Component({
  selector: 'co-structure-dialog',
  imports: [Banner, Button, Checkbox, DialogLayout, Field, TextInput, TranslocoPipe],
  providers: [FormProblem, StructureForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './structure-dialog.html',
  styles: `
    form { display: grid; gap: var(--co-space-4); }
    .pair { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); gap: var(--co-space-4); align-items: start; }
    @media (max-width: 480px) { .pair { grid-template-columns: minmax(0, 1fr); } }
  `,
})
export class StructureDialog {
  protected readonly question = injectDialogData<StructureQuestion>();
  protected readonly ref = inject<DialogRef<StructureCard>>(DialogRef);
  protected readonly problem = inject(FormProblem);
  protected readonly form = inject(StructureForm);
  protected readonly ui = inject(UiWords);
  protected readonly kinds = structureKinds;
  protected readonly groupRoles = groupRoles;
  protected readonly saving = signal(false);
  protected readonly shownFields = ['name', 'shortName', 'kind', 'town', 'department', 'siret', 'purchases', 'amount', 'year', 'groupRole'];
  protected readonly edited = 'structure' in this.question ? this.question.structure : null;
  private readonly api = inject(ApiClient);
  private readonly transloco = inject(TranslocoService);

  protected readonly asksGroupRole = computed(() => (this.edited ? this.edited.canGovern && this.edited.parentId !== null : 'parent' in this.question && !!this.question.parent));

  constructor() {
    if (this.edited) this.form.fill(this.edited);
  }

  protected get heading(): string {
    if ('structure' in this.question) return this.transloco.translate('networks.structureForm.editTitle', { name: this.question.structure.name });
    const { parent } = this.question;
    return parent ? this.transloco.translate('networks.structureForm.establishmentTitle', { name: parent.name }) : this.transloco.translate('networks.structureForm.addTitle');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.saving() || !this.isReadable()) return;
    this.saving.set(true);
    try {
      this.ref.close(await this.send());
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.saving.set(false);
    }
  }

  private isReadable(): boolean {
    this.problem.clear();
    if (this.form.amountIsWrong()) this.problem.say('amount', this.transloco.translate('networks.structureForm.amountInvalid'));
    if (this.form.yearIsWrong()) this.problem.say('year', this.transloco.translate('networks.structureForm.yearInvalid'));
    return this.problem.isClear;
  }

  private send(): Promise<StructureCard> {
    const fields = this.form.fields();
    const groupRole = this.asksGroupRole() ? { groupRole: this.form.groupRole() } : {};
    if ('structure' in this.question) return this.api.call(editStructure, { structureId: this.question.structure.id, ...fields, ...groupRole });
    const { networkId, parent } = this.question;
    return this.api.call(addStructure, { networkId, ...fields, ...groupRole, parentId: parent?.id ?? null });
  }
}
