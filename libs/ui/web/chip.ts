import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icons';

export type ChipTone = 'plain' | 'green' | 'brick' | 'amber' | 'slate';
export type ChipShape = 'full' | 'half' | 'ring' | 'dashed';

/** A word of state. The shape or the icon says it too, so colour never speaks alone. */
@Component({
  selector: 'co-chip',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (icon(); as name) {<co-icon [name]="name" size="small" />}
    @if (shape(); as drawn) {
      <svg viewBox="0 0 12 12" aria-hidden="true" [attr.class]="drawn">
        <circle cx="6" cy="6" r="4.5" />
        @if (drawn === 'half') {<path d="M6 1.5a4.5 4.5 0 0 1 0 9z" />}
      </svg>
    }
    <span><ng-content /></span>
  `,
  styles: `
    :host { display: inline-flex; align-items: center; gap: 6px; max-width: 100%; padding: 2px 8px; border: 1px solid transparent; border-radius: 4px;
      font-size: var(--co-text-xs); font-weight: 650; line-height: 1.4; background: var(--co-surface); color: var(--co-soft); border-color: var(--co-hairline); }
    :host(.green) { background: var(--co-green-wash); color: var(--co-green); border-color: transparent; }
    :host(.brick) { background: var(--co-brick-wash); color: var(--co-brick); border-color: transparent; }
    :host(.amber) { background: var(--co-amber-wash); color: var(--co-amber); border-color: transparent; }
    :host(.slate) { background: var(--co-slate-wash); color: var(--co-slate); border-color: transparent; }
    svg { width: 0.85em; height: 0.85em; flex: none; overflow: visible; }
    circle { fill: none; stroke: currentColor; stroke-width: 1.75; }
    path { fill: currentColor; }
    .full circle { fill: currentColor; }
    .dashed circle { stroke-dasharray: 2.4 2.3; }
    @media print { :host { border-color: currentColor; } }
  `,
  host: { '[class]': 'tone()' },
})
export class Chip {
  readonly tone = input<ChipTone>('plain');
  readonly icon = input<IconName | null>(null);
  readonly shape = input<ChipShape | null>(null);
}
