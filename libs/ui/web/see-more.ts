import { booleanAttribute, ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Button } from './button';
import { UiWords } from './ui-words';

/** «Voir plus» under a list, with how much of it is shown; gone once everything is. */
@Component({
  selector: 'co-see-more',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p aria-live="polite">{{ ui.words().shownOf(shown(), total()) }}</p>
    @if (shown() < total()) {<button coButton type="button" [loading]="loading()" (click)="more.emit()">{{ ui.words().seeMore }}</button>}
  `,
  styles: `:host { display: flex; flex-direction: column; align-items: center; gap: var(--co-space-2); padding: var(--co-space-4) 0; } p { color: var(--co-soft); font-size: var(--co-text-xs); font-variant-numeric: tabular-nums; }`,
})
export class SeeMore {
  readonly shown = input.required<number>();
  readonly total = input.required<number>();
  readonly loading = input(false, { transform: booleanAttribute });
  readonly more = output();
  protected readonly ui = inject(UiWords);
}
