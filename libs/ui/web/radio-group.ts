import { booleanAttribute, ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { Icon } from './icon';

/** One answer of a radio group. */
export interface RadioOption<T extends string = string> {
  value: T;
  label: string;
  help?: string;
  disabled?: boolean;
}

let count = 0;

/** One choice among a few, all visible; native radios, so the arrows move between them. */
@Component({
  selector: 'co-radio-group',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset [attr.aria-describedby]="describedBy()" [class.across]="across()">
      <legend>{{ label() }}</legend>
      @if (help(); as said) {<p class="help" [id]="id + '-help'">{{ said }}</p>}
      <div class="answers">
        @for (option of options(); track option.value) {
          <label>
            <input type="radio" [name]="id" [value]="option.value" [checked]="value() === option.value" [disabled]="disabled() || !!option.disabled" (change)="value.set(option.value)" />
            <span class="text">{{ option.label }}@if (option.help; as said) {<span class="help">{{ said }}</span>}</span>
          </label>
        }
      </div>
      @if (error(); as said) {<p class="error" [id]="id + '-error'"><co-icon name="circle-alert" size="small" />{{ said }}</p>}
    </fieldset>
  `,
  styleUrl: './check.css',
  styles: `
    legend { font-weight: 650; margin-bottom: var(--co-space-1); }
    .answers { display: grid; gap: var(--co-space-1); }
    .across .answers { display: flex; flex-wrap: wrap; gap: var(--co-space-1) var(--co-space-6); }
  `,
})
export class RadioGroup<T extends string = string> {
  readonly value = model<T | null>(null);
  readonly label = input.required<string>();
  readonly options = input.required<readonly RadioOption<T>[]>();
  readonly help = input('');
  readonly error = input<string | null | undefined>('');
  readonly disabled = input(false, { transform: booleanAttribute });
  readonly across = input(false, { transform: booleanAttribute });
  protected readonly id = `co-radio-${++count}`;
  protected readonly describedBy = computed(() => [this.error() ? `${this.id}-error` : '', this.help() ? `${this.id}-help` : ''].filter(Boolean).join(' ') || null);
}
