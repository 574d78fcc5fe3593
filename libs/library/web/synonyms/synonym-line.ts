import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, input, output, signal, untracked, viewChild } from '@angular/core';
import { Button } from '@cohorte/ui/web/button';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoService, TranslocoDirective } from '@jsverse/transloco';
import { lineOf, membersIn } from './synonym-text';

/** One group on one line: new, or as it stands. */
@Component({
  selector: 'co-synonym-line',
  imports: [Button, Field, TextInput, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form *transloco="let t; prefix: 'library.synonyms'" novalidate (submit)="save($event)">
      <co-field [label]="t(given().length ? 'edit' : 'new')" [help]="t('help')" [error]="problem()">
        <input #line coInput maxlength="600" autocomplete="off" [placeholder]="t('example')" [value]="text()" (input)="text.set($any($event.target).value)" (keydown.escape)="left.emit()" />
      </co-field>
      <div class="acts">
        <button coButton [variant]="isMain() ? 'primary' : 'secondary'" type="submit" [loading]="busy()">{{ t(given().length ? 'save' : 'add') }}</button>
        @if (given().length) {<button coButton variant="quiet" type="button" (click)="left.emit()">{{ t('cancel') }}</button>}
      </div>
    </form>
  `,
  styles: `
    form { display: grid; gap: var(--co-space-3); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); }
  `,
})
export class SynonymLine {
  readonly given = input<readonly string[]>([]);
  readonly isMain = input(true);
  readonly busy = input(false);
  readonly failure = input('');
  readonly saved = output<string[]>();
  readonly left = output();
  private readonly transloco = inject(TranslocoService);
  private readonly line = viewChild('line', { read: ElementRef<HTMLInputElement> });
  protected readonly text = signal('');
  private readonly tried = signal(false);
  protected readonly members = computed(() => membersIn(this.text()));
  protected readonly problem = computed(() => (this.tried() && this.members().length < 2 ? this.transloco.translate('library.synonyms.needTwo') : this.failure()));

  constructor() {
    effect(() => {
      const standing = lineOf(this.given());
      untracked(() => this.text.set(standing));
    });
    effect(() => {
      if (this.line() && untracked(this.given).length > 0) this.line()?.nativeElement.focus();
    });
  }

  /** Empty again, for the next one. */
  begin(): void {
    this.text.set('');
    this.tried.set(false);
    this.line()?.nativeElement.focus();
  }

  protected save(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.members().length >= 2) this.saved.emit(this.members());
  }
}
