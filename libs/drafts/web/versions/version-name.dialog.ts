import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoPipe } from '@jsverse/transloco';

/** Asks what a version is called; closes with the name. */
@Component({
  selector: 'co-version-name-dialog',
  imports: [Button, DialogLayout, Field, TextInput, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="(former === '' ? 'drafts.versions.name' : 'drafts.versions.rename') | transloco">
      <form id="draft-version-name" (submit)="save($event)">
        <co-field [label]="'drafts.versions.nameLabel' | transloco" [help]="'drafts.versions.nameHelp' | transloco" [error]="isMissing() ? ('drafts.versions.nameMissing' | transloco) : ''" required>
          <input coInput autocomplete="off" maxlength="120" [value]="name()" (input)="name.set($any($event.target).value)" />
        </co-field>
      </form>
      <ng-container coFooter>
        <button coButton type="button" (click)="ref.close()">{{ 'drafts.cancel' | transloco }}</button>
        <button coButton variant="primary" type="submit" form="draft-version-name">{{ 'drafts.versions.nameSave' | transloco }}</button>
      </ng-container>
    </co-dialog-layout>
  `,
})
export class VersionNameDialog {
  protected readonly former = injectDialogData<string>();
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly name = signal(this.former);
  protected readonly isMissing = signal(false);

  protected save(event: Event): void {
    event.preventDefault();
    const name = this.name().trim();
    this.isMissing.set(name === '');
    if (name !== '') this.ref.close(name);
  }
}
