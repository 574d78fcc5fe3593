import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Avatar } from './avatar';
import { UiWords } from './ui-words';

/** Several people, the first ones drawn and the others counted; read as one sentence. */
@Component({
  selector: 'co-avatar-group',
  imports: [Avatar],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@for (name of shown(); track $index) {<co-avatar [name]="name" [size]="size()" decorative [title]="name" />}@if (rest(); as more) {<span class="rest {{ size() }}" aria-hidden="true">+{{ more }}</span>}`,
  styles: `
    :host { display: inline-flex; align-items: center; }
    co-avatar, .rest { box-shadow: 0 0 0 2px var(--co-surface); }
    co-avatar + co-avatar, .rest { margin-left: -4px; }
    co-avatar.small + co-avatar.small, .rest.small { margin-left: -2px; }
    .rest { display: inline-grid; place-items: center; min-width: 32px; height: 32px; padding: 0 6px; border-radius: 16px; background: var(--co-sunk); color: var(--co-soft); font-size: 0.75rem; font-weight: 700; }
    .rest.small { min-width: 24px; height: 24px; font-size: 0.625rem; }
  `,
  host: { role: 'img', '[attr.aria-label]': 'sentence()' },
})
export class AvatarGroup {
  readonly names = input.required<readonly string[]>();
  readonly max = input(4);
  readonly size = input<'small' | 'normal'>('normal');
  private readonly ui = inject(UiWords);
  protected readonly shown = computed(() => this.names().slice(0, this.max()));
  protected readonly rest = computed(() => this.names().length - this.shown().length);
  protected readonly sentence = computed(() => [this.shown().join(', '), this.rest() ? this.ui.words().others(this.rest()) : ''].filter(Boolean).join(' '));
}
