import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Icon } from './icon';
import { UiWords } from './ui-words';

/** The steps of a long form; `current` counts from 0. */
@Component({
  selector: 'co-steps',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p>{{ ui.words().step(current() + 1, steps().length) }}</p>
    <ol role="list">
      @for (step of steps(); track $index) {
        <li [class.done]="$index < current()" [class.now]="$index === current()" [attr.aria-current]="$index === current() ? 'step' : null">
          <span class="mark" aria-hidden="true">@if ($index < current()) {<co-icon name="check" />} @else {{{ $index + 1 }}}</span>
          <span class="label">{{ step }}</span>
          <span class="hidden">, {{ $index < current() ? ui.words().stepDone : $index === current() ? ui.words().stepNow : ui.words().stepNext }}</span>
        </li>
      }
    </ol>
  `,
  styles: `
    :host { display: block; }
    p { color: var(--co-soft); font-size: var(--co-text-xs); margin-bottom: var(--co-space-2); }
    ol { list-style: none; display: flex; flex-wrap: wrap; gap: var(--co-space-2) var(--co-space-6); }
    li { position: relative; display: flex; align-items: center; gap: var(--co-space-2); color: var(--co-soft); }
    .mark { display: grid; place-items: center; flex: none; width: 24px; height: 24px; border: 2px dashed var(--co-edge); border-radius: 50%; font-size: var(--co-text-xs); font-weight: 700; line-height: 1; }
    .mark co-icon { width: 62%; height: 62%; }
    .done .mark { border: 2px solid var(--co-green); background: var(--co-green); color: var(--co-on-green); }
    .now .mark { border: 3px solid var(--co-brick); color: var(--co-brick); background: var(--co-brick-wash); }
    .now { color: var(--co-ink); font-weight: 650; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    @media (max-width: 600px) { li:not(.now) .label { display: none; } ol { gap: var(--co-space-2); } }
  `,
})
export class Steps {
  readonly steps = input.required<readonly string[]>();
  readonly current = input(0);
  protected readonly ui = inject(UiWords);
}
