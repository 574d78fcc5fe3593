import { ChangeDetectionStrategy, Component, input, booleanAttribute } from '@angular/core';

/** A sheet on the table: surface, hairline, no shadow. `[coAside]` sits at the right of its heading. */
@Component({
  selector: 'co-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (heading(); as words) {
      <header>
        <div>
          @switch (level()) {
            @case (2) {<h2>{{ words }}</h2>}
            @case (3) {<h3>{{ words }}</h3>}
            @default {<h4>{{ words }}</h4>}
          }
          @if (note(); as said) {<p>{{ said }}</p>}
        </div>
        <ng-content select="[coAside]" />
      </header>
    }
    <ng-content />
  `,
  styles: `
    :host { display: block; background: var(--co-surface); border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); padding: var(--co-card-pad); min-width: 0; }
    :host(.flush) { padding: 0; overflow: clip; }
    :host(.flush) header { padding: var(--co-card-pad) var(--co-card-pad) 0; }
    header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: var(--co-space-2) var(--co-space-4); margin-bottom: var(--co-space-3); }
    header > div { flex: 1 1 8rem; min-width: 0; }
    h2 { font-size: var(--co-text-l); }
    p { color: var(--co-soft); margin-top: 2px; }
    @media print { :host { border-color: currentColor; break-inside: avoid; } }
  `,
  host: { class: 'co-card', '[class.flush]': 'flush()' },
})
export class Card {
  readonly heading = input('');
  readonly note = input('');
  readonly level = input<2 | 3 | 4>(2);
  /** No inner margin: for tables and lists that run from edge to edge. */
  readonly flush = input(false, { transform: booleanAttribute });
}
