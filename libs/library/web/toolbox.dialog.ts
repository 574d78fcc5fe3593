import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { editToolbox, makeToolbox, type ToolboxAccess, toolboxAccess, type ToolboxPage } from '@cohorte/library/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { RadioGroup } from '@cohorte/ui/web/radio-group';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { newRequestId } from './new-request-id';

interface Given {
  readonly toolbox?: ToolboxPage;
  readonly places?: readonly { spaceId: string; name: string; isCohort: boolean }[];
}

/** The words of a toolbox, whom it is for, and for a new one where it is made; answers its address. */
@Component({
  selector: 'co-toolbox-dialog',
  imports: [Banner, Button, DialogLayout, Field, RadioGroup, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library.toolbox'">
      <co-dialog-layout [heading]="t(given.toolbox ? 'words' : 'make')">
        <form id="co-toolbox-form" novalidate (submit)="save($event)">
          @if (failure(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
          @if (places.length) {
            <co-field [label]="t('place')"><select coInput (change)="spaceId.set($any($event.target).value)">@for (one of places; track one.spaceId) {<option [value]="one.spaceId" [selected]="one.spaceId === spaceId()">{{ one.name }}</option>}</select></co-field>
          }
          <co-field [label]="t('title')" [error]="tried() && !fits() ? t('needTitle') : ''"><input coInput maxlength="160" autocomplete="off" [value]="title()" (input)="title.set($any($event.target).value)" /></co-field>
          <co-field [label]="t('introduction')" [help]="t('introductionHelp')" optionalWord><textarea coInput rows="5" maxlength="4000" [value]="introduction()" (input)="introduction.set($any($event.target).value)"></textarea></co-field>
          <co-radio-group [label]="t('readers')" [help]="t('readersHelp')" [options]="levels()" [value]="access()" (valueChange)="access.set($event ?? access())" />
        </form>
        <ng-container coFooter>
          <button coButton type="button" (click)="ref.close()">{{ t('cancel') }}</button>
          <button coButton type="submit" form="co-toolbox-form" variant="primary" [loading]="busy()">{{ t(given.toolbox ? 'save' : 'begin') }}</button>
        </ng-container>
      </co-dialog-layout>
    </ng-container>
  `,
  styles: `form { display: grid; gap: var(--co-space-4); }`,
})
export class ToolboxDialog {
  protected readonly given = injectDialogData<Given>();
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  private readonly api = inject(ApiClient);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  protected readonly places = this.given.places ?? [];
  private readonly requestId = newRequestId();
  protected readonly spaceId = signal(this.places.find(({ isCohort }) => isCohort)?.spaceId ?? this.places[0]?.spaceId ?? this.given.toolbox?.spaceId ?? '');
  protected readonly title = signal(this.given.toolbox?.title ?? '');
  protected readonly introduction = signal(this.given.toolbox?.introduction ?? '');
  protected readonly access = signal<ToolboxAccess>(this.given.toolbox?.access ?? 'public');
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly failure = signal('');
  protected readonly fits = computed(() => this.title().trim().length >= 3);
  protected readonly levels = computed(() => {
    const inCohort = this.places.length === 0 || this.places.some(({ spaceId, isCohort }) => isCohort && spaceId === this.spaceId());
    return toolboxAccess.filter((value) => value !== 'cohort' || inCohort).map((value) => ({ value, label: this.transloco.translate(`library.toolbox.levels.${value}`) }));
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (!this.fits() || this.busy()) return;
    this.busy.set(true);
    const fields = { title: this.title(), introduction: this.introduction(), access: this.access() };
    try {
      const { toolbox } = this.given;
      if (toolbox) await this.api.call(editToolbox, { toolboxId: toolbox.id, version: toolbox.version, ...fields });
      this.ref.close(toolbox ? toolbox.slug : (await this.api.call(makeToolbox, { requestId: this.requestId, spaceId: this.spaceId(), ...fields })).slug);
    } catch (failure) {
      this.failure.set(this.errors.of(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
