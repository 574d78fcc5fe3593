import { booleanAttribute, ChangeDetectionStrategy, Component, input, model } from '@angular/core';

/** A setting that takes effect at once, on or off. */
@Component({
  selector: 'co-switch',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label>
      <span class="text">{{ label() }}<ng-content />@if (help(); as said) {<span class="help">{{ said }}</span>}</span>
      <input type="checkbox" role="switch" [checked]="checked()" [disabled]="disabled()" (change)="checked.set($any($event.target).checked)" />
    </label>
  `,
  styles: `
    :host { display: block; }
    label { display: flex; justify-content: space-between; align-items: flex-start; gap: var(--co-space-4); cursor: pointer; padding: var(--co-space-1) 0; }
    .text { min-width: 0; line-height: 24px; }
    .help { display: block; color: var(--co-soft); font-size: var(--co-text-xs); line-height: 1.45; }
    input { appearance: none; flex: none; position: relative; width: 42px; height: 24px; margin: 0; border: 1.5px solid var(--co-edge); border-radius: 12px;
      background: var(--co-surface); cursor: pointer; transition: background-color var(--co-calm) var(--co-ease); }
    input::before { content: ''; position: absolute; top: 3px; left: 3px; width: 15px; height: 15px; border-radius: 50%; background: var(--co-edge);
      transition: transform var(--co-calm) var(--co-ease); }
    input:checked { background: var(--co-green); border-color: var(--co-green); }
    input:checked::before { background: var(--co-on-green); transform: translateX(18px); }
    input:checked::after { content: ''; position: absolute; left: 9px; top: 5px; width: 4px; height: 8px; border: solid var(--co-on-green); border-width: 0 2px 2px 0; transform: rotate(45deg); }
    input:focus-visible { outline: 2px solid var(--co-green); outline-offset: 2px; border-radius: 12px; }
    input:disabled { border-style: dashed; cursor: not-allowed; background: var(--co-sunk); }
    input:disabled:checked::before { background: var(--co-edge); }
    input:disabled:checked::after { border-color: var(--co-edge); }
  `,
})
export class Switch {
  readonly checked = model(false);
  readonly label = input('');
  readonly help = input('');
  readonly disabled = input(false, { transform: booleanAttribute });
}
