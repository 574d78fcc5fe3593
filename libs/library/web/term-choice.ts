import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import type { Term } from '../contract/taxonomies';
import { ResourceWords } from './resource-words';

/** Several values of a controlled list; folded, it says what was chosen. */
@Component({
  selector: 'co-term-choice',
  imports: [Checkbox],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary><span class="name">{{ label() }}</span><span class="chosen">{{ said() || none() }}</span></summary>
      <div class="values" role="group" [attr.aria-label]="label()">
        @for (term of terms(); track term.key) {<co-checkbox [label]="words.term(terms(), term.key)" [checked]="chosen().includes(term.key)" (checkedChange)="toggle(term.key)" />}
      </div>
    </details>
    @if (error(); as message) {<p class="error">{{ message }}</p>}
  `,
  styles: `
    :host { display: block; }
    details { border: 1px solid var(--co-edge); border-radius: var(--co-radius); background: var(--co-surface); }
    summary { display: flex; flex-wrap: wrap; gap: 0 var(--co-space-3); padding: var(--co-space-2) var(--co-space-3); min-height: var(--co-control); align-items: center; cursor: pointer; }
    .name { font-weight: 650; }
    .chosen { color: var(--co-soft); }
    .values { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr)); gap: 0 var(--co-space-4); padding: 0 var(--co-space-3) var(--co-space-3); }
    .error { color: var(--co-brick); font-weight: 600; font-size: var(--co-text-xs); margin-top: var(--co-space-1); }
  `,
})
export class TermChoice {
  readonly label = input.required<string>();
  readonly none = input('');
  readonly error = input('');
  readonly terms = input.required<readonly Term[]>();
  readonly chosen = input.required<readonly string[]>();
  readonly changed = output<string[]>();
  protected readonly words = inject(ResourceWords);
  protected readonly said = computed(() => this.chosen().map((key) => this.words.term(this.terms(), key)).join(', '));

  protected toggle(key: string): void {
    const now = this.chosen();
    this.changed.emit(now.includes(key) ? now.filter((one) => one !== key) : [...now, key]);
  }
}
