import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { editNetwork, type NetworkCard } from '@cohorte/networks/contract';
import { ApiClient } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormProblem } from './form-problem';

/** Name and region of a network. */
@Component({
  selector: 'co-network-dialog',
  imports: [Banner, Button, DialogLayout, Field, TextInput, TranslocoPipe],
  providers: [FormProblem],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="'networks.network.rename' | transloco">
      <form id="co-network" novalidate (submit)="save($event)">
        @if (problem.above(['name', 'region']); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
        <co-field [label]="'networks.network.networkName' | transloco" [error]="problem.onField('name')" required>
          <input coInput maxlength="120" autocomplete="off" [value]="name()" (input)="name.set($any($event.target).value)" />
        </co-field>
        <co-field [label]="'networks.network.region' | transloco" [error]="problem.onField('region')" required>
          <input coInput maxlength="80" autocomplete="off" [value]="region()" (input)="region.set($any($event.target).value)" />
        </co-field>
      </form>
      <ng-container coFooter>
        <button coButton type="button" (click)="ref.close()">{{ ui.words().cancel }}</button>
        <button coButton variant="primary" type="submit" form="co-network" [loading]="saving()">{{ 'networks.structureForm.save' | transloco }}</button>
      </ng-container>
    </co-dialog-layout>
  `,
  styles: `form { display: grid; gap: var(--co-space-4); }`,
})
export class NetworkDialog {
  private readonly network = injectDialogData<NetworkCard>();
  protected readonly ref = inject<DialogRef<NetworkCard>>(DialogRef);
  protected readonly problem = inject(FormProblem);
  protected readonly ui = inject(UiWords);
  protected readonly name = signal(this.network.name);
  protected readonly region = signal(this.network.region);
  protected readonly saving = signal(false);
  private readonly api = inject(ApiClient);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.saving()) return;
    this.problem.clear();
    this.saving.set(true);
    try {
      this.ref.close(await this.api.call(editNetwork, { networkId: this.network.id, name: this.name(), region: this.region() }));
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.saving.set(false);
    }
  }
}
