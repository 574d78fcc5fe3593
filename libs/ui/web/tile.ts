import { ChangeDetectionStrategy, Component } from '@angular/core';

/** A quiet tile of a grid (a structure, a document), whole surface pressable when it is a link. */
@Component({
  selector: 'a[coTile], div[coTile], li[coTile]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ng-content />`,
  styles: `
    :host { display: flex; flex-direction: column; align-items: flex-start; gap: var(--co-space-1); min-width: 0; padding: var(--co-space-3) var(--co-space-4);
      background: var(--co-surface); border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); color: var(--co-ink); text-decoration: none; }
    :host(a) { transition: border-color var(--co-quick) var(--co-ease), background-color var(--co-quick) var(--co-ease); }
    :host(a:hover) { border-color: var(--co-green); }
    :host(:focus-visible) { border-radius: var(--co-radius-card); }
  `,
})
export class Tile {}
