import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { RadioGroup } from '@cohorte/ui/web/radio-group';
import { SearchField } from '@cohorte/ui/web/search-field';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoDirective } from '@jsverse/transloco';
import { readResources } from './library-reader';
import { ResourceWords } from './resource-words';

export interface Nomination {
  readonly resourceId: string;
  readonly title: string;
  readonly reason: string;
}

/** Enough to choose from; more is found by a word more. */
const shownMost = 8;
const typingMs = 250;

/** Chooses a resource of the library, and says why it is useful. */
@Component({
  selector: 'co-nominate-dialog',
  imports: [Button, DialogLayout, Field, RadioGroup, SearchField, Skeleton, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'library.toolbox'">
      <co-dialog-layout [heading]="t('nominate')" [note]="t('nominateAbout')">
        <form id="co-nominate" novalidate (submit)="send($event)">
          <co-search-field [value]="text()" [label]="t('find')" [placeholder]="t('find')" (valueChange)="type($event)" />
          @if (read.hasValue()) {
            @if (options().length) {<co-radio-group [label]="t('which')" [options]="options()" [value]="chosen()" (valueChange)="chosen.set($event)" [error]="tried() && !picked() ? t('needOne') : ''" />}
            @else {<p role="status">{{ t('noneFound') }}</p>}
          } @else {<co-skeleton [lines]="4" />}
          <co-field [label]="t('why')" [help]="t('whyHelp')" optionalWord><input coInput maxlength="400" [value]="reason()" (input)="reason.set($any($event.target).value)" /></co-field>
        </form>
        <ng-container coFooter>
          <button coButton type="button" (click)="ref.close()">{{ t('cancel') }}</button>
          <button coButton type="submit" form="co-nominate" variant="primary">{{ t('nominate') }}</button>
        </ng-container>
      </co-dialog-layout>
    </ng-container>
  `,
  styles: `form { display: grid; gap: var(--co-space-4); }`,
})
export class NominateDialog {
  private readonly data = injectDialogData<{ taken: readonly string[] }>();
  protected readonly ref = inject<DialogRef<Nomination>>(DialogRef);
  private readonly words = inject(ResourceWords);
  protected readonly text = signal('');
  private readonly asked = signal('');
  protected readonly chosen = signal<string | null>(null);
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  private typing: ReturnType<typeof setTimeout> | undefined;
  protected readonly read = resource({ params: () => this.asked(), loader: ({ params }) => readResources(params ? { q: params } : { order: 'recent' }) });
  private readonly found = computed(() => (this.read.hasValue() ? this.read.value().resources.filter(({ id }) => !this.data.taken.includes(id)).slice(0, shownMost) : []));
  protected readonly options = computed(() => this.found().map((one) => ({ value: one.id, label: one.title, help: this.words.line(one) })));
  protected readonly picked = computed(() => this.found().find(({ id }) => id === this.chosen()));

  protected type(text: string): void {
    this.text.set(text);
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.asked.set(text.trim()), typingMs);
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const one = this.picked();
    if (one) this.ref.close({ resourceId: one.id, title: one.title, reason: this.reason() });
  }
}
