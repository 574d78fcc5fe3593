import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NetworkPage } from '@cohorte/networks/contract';
import { ErrorWords } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { RadioGroup } from '@cohorte/ui/web/radio-group';
import { SearchField } from '@cohorte/ui/web/search-field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Cohort } from './cohort-view';
import type { CohortStore } from './cohort.store';
import { headsFirst, isEmail, namesMatch } from './new-cohort.form';

/** Takes one more structure of the network into the cohort, and invites its lead when it has none. */
@Component({
  selector: 'co-add-structure-dialog',
  imports: [Banner, Button, DialogLayout, Field, RadioGroup, RouterLink, SearchField, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'tracks.add'">
      <co-dialog-layout [heading]="t('title')" [note]="data.cohort.name">
        <form id="co-add-structure" novalidate (submit)="save($event)">
          @if (failure(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
          @if (free().length) {
            @if (free().length > 6) {<co-search-field [label]="t('search')" [placeholder]="t('search')" [(value)]="sought" (keydown.enter)="$event.preventDefault()" />}
            <div class="list">
              <co-radio-group [label]="t('pick')" [options]="options()" [(value)]="chosen" [error]="tried() && !picked() ? t('pickOne') : ''" />
              @if (!options().length) {<p>{{ t('nothing') }}</p>}
            </div>
            @if (picked(); as structure) {
              @if (!structure.leadName && !structure.leadInvited) {
                <co-field [label]="t('leadEmail')" [help]="t('leadHelp')" [error]="tried() && wrongEmail() ? t('badEmail') : ''" optionalWord>
                  <input coInput type="email" autocomplete="off" [value]="email()" (input)="email.set($any($event.target).value)" />
                </co-field>
              }
            }
          } @else {<p>{{ t('none') }}</p>}
          <p><a [routerLink]="['/reseaux', data.cohort.networkId]" (click)="ref.close()">{{ t('toNetwork') }}</a></p>
        </form>
        <ng-container coFooter>
          <button coButton type="button" (click)="ref.close()">{{ t('cancel') }}</button>
          <button coButton type="submit" form="co-add-structure" variant="primary" [loading]="busy()">{{ t('save') }}</button>
        </ng-container>
      </co-dialog-layout>
    </ng-container>
  `,
  styles: `form { display: grid; gap: var(--co-space-4); } .list { max-height: 300px; overflow: auto; padding: 2px; } p { color: var(--co-soft); }`,
})
export class AddStructureDialog {
  protected readonly data = injectDialogData<{ cohort: Cohort; network: NetworkPage; store: CohortStore }>();
  protected readonly ref = inject(DialogRef);
  private readonly transloco = inject(TranslocoService);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  protected readonly sought = signal('');
  protected readonly chosen = signal<string | null>(null);
  protected readonly email = signal('');
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly failure = signal('');
  protected readonly free = computed(() => {
    const taken = new Set(this.data.cohort.structures.map((structure) => structure.id));
    return headsFirst(this.data.network.structures.filter((structure) => !taken.has(structure.id)));
  });
  protected readonly options = computed(() =>
    this.free().filter((structure) => namesMatch(structure, this.sought())).map(({ id, name, town }) => ({ value: id, label: name, ...(town && { help: town }) })));
  protected readonly picked = computed(() => this.free().find((structure) => structure.id === this.chosen()));
  protected readonly wrongEmail = computed(() => this.email().trim() !== '' && !isEmail(this.email()));

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const structure = this.picked();
    if (!structure || this.wrongEmail() || this.busy()) return;
    this.busy.set(true);
    try {
      const asked = !structure.leadName && !structure.leadInvited ? this.email().trim() : '';
      await this.data.store.addStructure(structure.id, asked || undefined);
      this.toasts.show(this.transloco.translate('tracks.add.done', { name: structure.name }));
      this.ref.close();
    } catch (failure) {
      this.failure.set(this.errors.of(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
