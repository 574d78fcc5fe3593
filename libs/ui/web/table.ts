import { ChangeDetectionStrategy, Component, ViewEncapsulation } from '@angular/core';

/**
 * Our look on a native table. Numbers take `class="number"`; an empty cell shows «–» with its reason as `coTooltip` or text.
 * Each `td` carries `data-label` (the words of its column) so that rows become stacked cards at 480 px and below.
 */
@Component({
  selector: 'table[coTable]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
  template: `<ng-content />`,
  styleUrl: './table.css',
  host: { class: 'co-table' },
})
export class Table {}
