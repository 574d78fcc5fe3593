import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { ErrorWords } from '@cohorte/platform/web';
import { type CohortScope, cohortScopes } from '@cohorte/tracks/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { RadioGroup } from '@cohorte/ui/web/radio-group';
import { TextInput } from '@cohorte/ui/web/text-input';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Cohort } from './cohort-view';
import type { CohortStore } from './cohort.store';

/** The name of a cohort and whom it is open to. */
@Component({
  selector: 'co-rename-cohort-dialog',
  imports: [Banner, Button, DialogLayout, Field, RadioGroup, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'tracks'">
      <co-dialog-layout [heading]="t('rename.title')">
        <form id="co-rename-cohort" novalidate (submit)="save($event)">
          @if (failure(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
          <co-field [label]="t('rename.name')" [error]="tried() && !fits() ? t('rename.nameShort') : ''"><input coInput maxlength="120" [value]="name()" (input)="name.set($any($event.target).value)" /></co-field>
          <co-radio-group [label]="t('rename.scope')" [options]="scopes()" [value]="scope()" (valueChange)="scope.set($event ?? scope())" />
        </form>
        <ng-container coFooter>
          <button coButton type="button" (click)="ref.close()">{{ t('rename.cancel') }}</button>
          <button coButton type="submit" form="co-rename-cohort" variant="primary" [loading]="busy()">{{ t('rename.save') }}</button>
        </ng-container>
      </co-dialog-layout>
    </ng-container>
  `,
  styles: `form { display: grid; gap: var(--co-space-5); }`,
})
export class RenameCohortDialog {
  private readonly data = injectDialogData<{ cohort: Cohort; store: CohortStore }>();
  protected readonly ref = inject(DialogRef);
  private readonly transloco = inject(TranslocoService);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  protected readonly name = signal(this.data.cohort.name);
  protected readonly scope = signal<CohortScope>(this.data.cohort.scope);
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly failure = signal('');
  protected readonly fits = computed(() => this.name().trim().length >= 3 && this.name().trim().length <= 120);
  protected readonly scopes = computed(() => cohortScopes.map((value) => ({ value, label: this.say(`scopes.${value}`), help: this.say(`scopeHelp.${value}`) })));

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (!this.fits() || this.busy()) return;
    this.busy.set(true);
    try {
      await this.data.store.rename(this.name().trim(), this.scope());
      this.toasts.show(this.say('rename.done'));
      this.ref.close();
    } catch (failure) {
      this.failure.set(this.errors.of(failure));
    } finally {
      this.busy.set(false);
    }
  }

  private say(key: string): string {
    return this.transloco.translate(`tracks.${key}`);
  }
}
