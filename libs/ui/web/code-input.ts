import { booleanAttribute, ChangeDetectionStrategy, Component, computed, type ElementRef, inject, input, model, output, signal, viewChild } from '@angular/core';
import { Icon } from './icon';
import { UiWords } from './ui-words';

const length = 6;
let count = 0;

/** Digits found in what was typed or pasted: «Votre code : 123 456» gives 123456. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '').slice(0, length);
}

/** The six-digit code of a mail: one real field (autofill and paste work), drawn as six cells. */
@Component({
  selector: 'co-code-input',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label [attr.for]="id">{{ label() }}</label>
    <div class="box" [class.focused]="focused()" [class.invalid]="!!error()" [class.off]="disabled()">
      @for (cell of cells(); track $index) {<span class="cell" aria-hidden="true" [class.here]="$index === caret()">{{ cell }}</span>}
      <input #field [id]="id" type="text" inputmode="numeric" pattern="[0-9]*" autocomplete="one-time-code" spellcheck="false" [value]="value()" [disabled]="disabled()"
        [attr.aria-invalid]="error() ? 'true' : null" [attr.aria-describedby]="described()"
        (input)="take($any($event.target).value)" (paste)="paste($event)" (focus)="focused.set(true)" (blur)="focused.set(false)" />
    </div>
    @if (error(); as said) {<p class="error" [id]="id + '-error'"><co-icon name="circle-alert" size="small" />{{ said }}</p>}
    <p class="help" [id]="id + '-help'">{{ help() || ui.words().codeHelp }}</p>
  `,
  styleUrl: './code-input.css',
})
export class CodeInput {
  readonly value = model('');
  readonly label = input.required<string>();
  readonly help = input('');
  readonly error = input<string | null | undefined>('');
  readonly disabled = input(false, { transform: booleanAttribute });
  /** The sixth digit has come. */
  readonly complete = output<string>();
  protected readonly ui = inject(UiWords);
  protected readonly id = `co-code-${++count}`;
  protected readonly focused = signal(false);
  protected readonly cells = computed(() => Array.from({ length }, (_, index) => this.value()[index] ?? ''));
  protected readonly caret = computed(() => (this.focused() ? Math.min(this.value().length, length - 1) : -1));
  protected readonly described = computed(() => (this.error() ? `${this.id}-error ` : '') + `${this.id}-help`);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  focus(): void {
    this.field().nativeElement.focus();
  }

  protected take(typed: string): void {
    const digits = digitsOf(typed);
    const grew = digits !== this.value();
    this.value.set(digits);
    this.field().nativeElement.value = digits;
    if (grew && digits.length === length) this.complete.emit(digits);
  }

  protected paste(event: ClipboardEvent): void {
    const digits = digitsOf(event.clipboardData?.getData('text') ?? '');
    event.preventDefault();
    if (digits) this.take(digits);
  }
}
