import { booleanAttribute, ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Icon } from './icon';
import { UiWords } from './ui-words';

let count = 0;

/** A question to fill: label above, help and error below, all wired to the control inside (`coInput`). */
@Component({
  selector: 'co-field',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label [attr.for]="id()">{{ label() }}@if (optional()) {<span class="optional"> ({{ ui.words().optional }})</span>}</label>
    <ng-content />
    @if (error(); as said) {<p class="error" [id]="id() + '-error'"><co-icon name="circle-alert" size="small" /><span>{{ said }}</span></p>}
    @if (help(); as said) {<p class="help" [id]="id() + '-help'">{{ said }}</p>}
  `,
  styles: `
    :host { display: block; min-width: 0; }
    label { display: block; margin-bottom: var(--co-space-1); font-weight: 650; line-height: 1.35; }
    .optional { font-weight: 400; color: var(--co-soft); }
    p { margin-top: var(--co-space-1); font-size: var(--co-text-xs); line-height: 1.45; }
    .help { color: var(--co-soft); }
    .error { display: flex; gap: 6px; align-items: baseline; color: var(--co-brick); font-weight: 600; }
    .error co-icon { transform: translateY(0.125em); }
  `,
})
export class Field {
  readonly label = input.required<string>();
  readonly help = input('');
  readonly error = input<string | null | undefined>('');
  readonly required = input(false, { transform: booleanAttribute });
  /** Says «facultatif» after the label: forms mark what may be left out, not what must be filled. */
  readonly optionalWord = input(false, { transform: booleanAttribute });
  readonly fieldId = input('');
  protected readonly ui = inject(UiWords);
  private readonly ownId = `co-field-${++count}`;
  readonly id = computed(() => this.fieldId() || this.ownId);
  protected readonly optional = computed(() => this.optionalWord() && !this.required());
  readonly describedBy = computed(() => {
    const ids = [this.error() ? `${this.id()}-error` : '', this.help() ? `${this.id()}-help` : ''].filter(Boolean);
    return ids.length ? ids.join(' ') : null;
  });
}
