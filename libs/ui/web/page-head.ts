import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** What the page is, its state in words, one primary action (`[coActions]`), the rest behind «Plus» (`[coMore]`). `[coState]` holds a chip above the title. */
@Component({
  selector: 'co-page-head',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="what">
      <div class="state"><ng-content select="[coState]" /></div>
      <h1>{{ heading() }}</h1>
      @if (subtitle(); as said) {<p>{{ said }}</p>}
      <ng-content />
    </div>
    <div class="acts"><ng-content select="[coMore]" /><ng-content select="[coActions]" /></div>
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; align-items: flex-start; justify-content: space-between; gap: var(--co-space-4) var(--co-space-6); margin-bottom: var(--co-space-6); }
    .what { flex: 1 1 20rem; min-width: 0; }
    .state { display: flex; flex-wrap: wrap; gap: var(--co-space-2); }
    .state:not(:empty) { margin-bottom: var(--co-space-2); }
    p { margin-top: var(--co-space-2); color: var(--co-soft); text-wrap: pretty; }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); }
    .acts:empty { display: none; }
    @media (max-width: 600px) { :host { margin-bottom: var(--co-space-4); } .acts { width: 100%; flex-flow: row-reverse wrap-reverse; justify-content: flex-end; } }
    @media print { .acts { display: none; } }
  `,
})
export class PageHead {
  readonly heading = input.required<string>();
  readonly subtitle = input('');
}
