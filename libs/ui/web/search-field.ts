import { ChangeDetectionStrategy, Component, type ElementRef, inject, input, model, output, viewChild } from '@angular/core';
import { Icon } from './icon';
import { UiWords } from './ui-words';

/** A search box with its own clear button; Enter emits `searched`, every key updates `value`. */
@Component({
  selector: 'co-search-field',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-icon name="search" />
    <input #field type="search" autocomplete="off" spellcheck="false" enterkeyhint="search" [value]="value()" [placeholder]="placeholder()" [attr.aria-label]="label() || ui.words().search"
      (input)="value.set($any($event.target).value)" (keydown.enter)="searched.emit(value())" (keydown.escape)="escape($event)" />
    @if (value()) {<button type="button" [attr.aria-label]="ui.words().clear" (click)="clear()"><co-icon name="x" /></button>}
  `,
  styles: `
    :host { display: flex; align-items: center; gap: var(--co-space-2); min-width: 0; min-height: var(--co-control); padding: 0 var(--co-space-1) 0 var(--co-space-3);
      border: 1px solid var(--co-edge); border-radius: var(--co-radius); background: var(--co-surface); color: var(--co-soft); cursor: text; }
    :host(:hover) { border-color: var(--co-ink); }
    :host(:focus-within) { border-color: var(--co-green); outline: 2px solid var(--co-green); }
    input { flex: 1; min-width: 0; border: 0; background: transparent; color: var(--co-ink); font-size: var(--co-text-s); padding: var(--co-space-1) 0; min-height: 30px; appearance: none; outline: none; }
    input::placeholder { color: var(--co-soft); opacity: 1; }
    input::-webkit-search-cancel-button { display: none; }
    button { display: grid; place-items: center; width: 30px; height: 30px; border: 0; border-radius: 4px; background: transparent; color: var(--co-soft); }
    button:hover { background: var(--co-sunk); color: var(--co-ink); }
    @media (max-width: 600px) { input { font-size: max(16px, var(--co-text-s)); } }
    @media print { :host { display: none; } }
  `,
})
export class SearchField {
  readonly value = model('');
  readonly label = input('');
  readonly placeholder = input('');
  readonly searched = output<string>();
  protected readonly ui = inject(UiWords);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  focus(): void {
    this.field().nativeElement.focus();
  }

  protected clear(): void {
    this.value.set('');
    this.searched.emit('');
    this.focus();
  }

  protected escape(event: Event): void {
    if (!this.value()) return;
    event.stopPropagation();
    this.clear();
  }
}
