import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { drawingOf } from './drawing';
import type { IconName } from './icons';

/** One drawing of our set: decorative unless it is given a label. */
@Component({
  selector: 'co-icon',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<svg viewBox="0 0 24 24" focusable="false" aria-hidden="true"><path [attr.d]="path()" /></svg>`,
  styles: `
    :host { display: inline-flex; flex: none; width: 1.25em; height: 1.25em; vertical-align: -0.25em; }
    :host(.small) { width: 1em; height: 1em; vertical-align: -0.125em; }
    :host(.large) { width: 1.5em; height: 1.5em; }
    svg { width: 100%; height: 100%; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
  `,
  host: {
    '[class.small]': "size() === 'small'",
    '[class.large]': "size() === 'large'",
    '[attr.role]': "label() ? 'img' : null",
    '[attr.aria-label]': 'label() || null',
    '[attr.aria-hidden]': "label() ? null : 'true'",
  },
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly label = input('');
  readonly size = input<'small' | 'normal' | 'large'>('normal');
  protected readonly path = computed(() => drawingOf(this.name()));
}
