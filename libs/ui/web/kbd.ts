import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** Keys to press, one cap each: `keys="Ctrl K"`. */
@Component({
  selector: 'co-kbd',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@for (key of caps(); track $index) {<kbd>{{ key }}</kbd>}`,
  styles: `
    :host { display: inline-flex; gap: 3px; }
    kbd { min-width: 1.6em; padding: 0 5px; border: 1px solid var(--co-hairline); border-bottom-width: 2px; border-radius: 4px; background: var(--co-surface); color: var(--co-soft); font: 600 0.75rem/1.6 var(--co-font); text-align: center; }
  `,
})
export class Kbd {
  readonly keys = input.required<string>();
  protected readonly caps = computed(() => this.keys().split(' ').filter(Boolean));
}
