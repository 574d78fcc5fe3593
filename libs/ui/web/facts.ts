import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A list of facts, label at the left and value at the right. */
@Component({
  selector: 'dl[coFacts]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ng-content />`,
  styles: `:host { display: block; }`,
})
export class Facts {}

/** One line of `dl[coFacts]`. */
@Component({
  selector: 'div[coFact]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<dt>{{ label() }}</dt><dd><ng-content /></dd>`,
  styles: `
    :host { display: grid; grid-template-columns: minmax(7rem, 1fr) minmax(0, 2.4fr); gap: var(--co-space-1) var(--co-space-4); padding: var(--co-space-2) 0; border-top: 1px solid var(--co-hairline); }
    :host(:first-child) { border-top: 0; }
    dt { color: var(--co-soft); }
    dd { min-width: 0; }
    @media (max-width: 480px) { :host { grid-template-columns: minmax(0, 1fr); } }
  `,
})
export class Fact {
  readonly label = input.required<string>();
}
