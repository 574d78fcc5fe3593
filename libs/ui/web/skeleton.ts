import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { UiWords } from './ui-words';

/** The place of what is coming, in its shape: no jump when it arrives. */
@Component({
  selector: 'co-skeleton',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<span class="hidden">{{ ui.words().loading }}…</span>@for (line of list(); track line) {<span class="bone" aria-hidden="true"></span>}`,
  styles: `
    :host { display: grid; gap: var(--co-space-3); }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .bone { height: 0.9em; border-radius: 4px; background: var(--co-hairline); opacity: 0.7; animation: wait 1.4s ease-in-out infinite; }
    .bone:nth-child(3n) { width: 86%; }
    .bone:last-child:not(:nth-child(2)) { width: 58%; }
    :host(.tile) { grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr)); }
    :host(.tile) .bone { height: 92px; border-radius: var(--co-radius-card); width: auto; }
    :host(.row) { gap: 1px; }
    :host(.row) .bone { height: calc(var(--co-row) - 1px); width: auto; border-radius: 2px; opacity: 0.45; }
    @keyframes wait { 50% { opacity: 0.3; } }
  `,
  host: { '[class]': 'shape()', role: 'status' },
})
export class Skeleton {
  readonly lines = input(3);
  readonly shape = input<'text' | 'tile' | 'row'>('text');
  protected readonly ui = inject(UiWords);
  protected readonly list = computed(() => Array.from({ length: this.lines() }, (_, index) => index));
}
