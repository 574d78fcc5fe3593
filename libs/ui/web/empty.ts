import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Nothing here yet: says why, kindly, with one thing to do (projected). */
@Component({
  selector: 'co-empty',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 184 40" aria-hidden="true" focusable="false">
      <path d="M20 20H164" class="way" />
      <circle cx="20" cy="20" r="11" /><circle cx="68" cy="20" r="13" class="next" /><circle cx="116" cy="20" r="11" /><circle cx="164" cy="20" r="11" />
    </svg>
    <p class="heading">{{ heading() }}</p>
    @if (text(); as said) {<p class="text">{{ said }}</p>}
    <div class="act"><ng-content /></div>
  `,
  styles: `
    :host { display: flex; flex-direction: column; align-items: center; gap: var(--co-space-2); padding: var(--co-space-8) var(--co-space-4); text-align: center; border: 1px dashed var(--co-hairline); border-radius: var(--co-radius-card); }
    svg { width: 184px; margin-bottom: var(--co-space-2); }
    .way { stroke: var(--co-hairline); stroke-width: 4; stroke-dasharray: 0.1 8; stroke-linecap: round; }
    circle { fill: var(--co-paper); stroke: var(--co-edge); stroke-width: 2; stroke-dasharray: 4 3.6; }
    .next { stroke: var(--co-brick); stroke-width: 3; stroke-dasharray: none; fill: var(--co-brick-wash); }
    .heading { font-size: var(--co-text-m); font-weight: 650; text-wrap: balance; }
    .text { color: var(--co-soft); max-width: 52ch; text-wrap: pretty; }
    .act:not(:empty) { margin-top: var(--co-space-3); display: flex; flex-wrap: wrap; justify-content: center; gap: var(--co-space-3); }
  `,
})
export class Empty {
  readonly heading = input.required<string>();
  readonly text = input('');
}
