import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** The thread reduced to its sign: a held stop, the next one, one to come. Turning, it is the loader. */
@Component({
  selector: 'co-thread-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 44 16" aria-hidden="true" focusable="false">
      <path d="M6 8H38" class="way" />
      <circle cx="6" cy="8" r="5" class="held" />
      <circle cx="21" cy="8" r="6.5" class="next" />
      <circle cx="37" cy="8" r="5" class="todo" />
    </svg>
  `,
  styles: `
    :host { display: inline-flex; }
    svg { flex: none; max-width: none; width: 2.75em; height: 1em; overflow: visible; }
    .way { stroke: var(--co-green); stroke-width: 2.5; }
    .held { fill: var(--co-green); }
    .next { fill: var(--co-thread-ground, var(--co-surface)); stroke: var(--co-brick); stroke-width: 3; }
    .todo { fill: var(--co-thread-ground, var(--co-surface)); stroke: var(--co-green); stroke-width: 2.5; }
    :host(.moving) circle { animation: breathe 1.2s var(--co-ease) infinite; transform-origin: center; transform-box: fill-box; }
    :host(.moving) .next { animation-delay: 160ms; }
    :host(.moving) .todo { animation-delay: 320ms; }
    @keyframes breathe { 0%, 60%, 100% { transform: none; } 30% { transform: scale(0.72); } }
  `,
  host: { '[class.moving]': 'moving()' },
})
export class ThreadMark {
  readonly moving = input(false);
}
