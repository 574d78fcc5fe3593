import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MarkedText } from '@cohorte/ui/web/marked-text';
import type { MarkedBlock } from './marked-blocks';

/** The text of a page: its paragraphs and its tables, which scroll by themselves when they are wide. */
@Component({
  selector: 'co-page-blocks',
  imports: [MarkedText],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (block of blocks(); track $index) {
      @if (block.paragraph; as one) {<p><co-marked-text [text]="one.text" [marks]="one.marks" /></p>} @else {
        <div class="wide" tabindex="0" role="group" [attr.aria-label]="tableLabel()"><table>
          @if (block.head.length) {<thead><tr>@for (cell of block.head; track $index) {<th scope="col"><co-marked-text [text]="cell.text" [marks]="cell.marks" /></th>}</tr></thead>}
          <tbody>@for (row of block.rows; track $index) {<tr>@for (cell of row; track $index) {<td><co-marked-text [text]="cell.text" [marks]="cell.marks" /></td>}</tr>}</tbody>
        </table></div>
      }
    }
  `,
  styles: `
    :host { display: block; }
    p { white-space: pre-line; overflow-wrap: anywhere; max-width: var(--co-measure); }
    p + p, p + .wide, .wide + p, .wide + .wide { margin-top: var(--co-space-3); }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; font-size: var(--co-text-s); font-variant-numeric: tabular-nums; }
    th, td { padding: var(--co-space-2) var(--co-space-3); border: 1px solid var(--co-hairline); text-align: left; vertical-align: top; min-width: 5em; }
    th { background: var(--co-sunk); }
    @media print { .wide { overflow: visible; } }
  `,
})
export class PageBlocks {
  readonly blocks = input.required<readonly MarkedBlock[]>();
  readonly tableLabel = input.required<string>();
}
