import { afterNextRender, booleanAttribute, ChangeDetectionStrategy, Component, ElementRef, inject, input } from '@angular/core';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

/** A button, or a link that looks like one; while `loading` it keeps its width and lets no second press through. */
@Component({
  selector: 'button[coButton], a[coButton]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<span class="inside"><ng-content /></span>@if (loading()) {<span class="spin" aria-hidden="true"></span>}`,
  styleUrl: './button.css',
  host: {
    '[class]': "'co-button ' + variant() + (size() === 'small' ? ' small' : '') + (square() ? ' square' : '') + (wide() ? ' wide' : '')",
    '[attr.aria-busy]': "loading() ? 'true' : null",
    '[attr.aria-disabled]': "loading() ? 'true' : null",
  },
})
export class Button {
  readonly variant = input<ButtonVariant>('secondary');
  readonly size = input<'normal' | 'small'>('normal');
  readonly loading = input(false, { transform: booleanAttribute });
  /** An icon alone: give it an `aria-label`. */
  readonly square = input(false, { transform: booleanAttribute });
  readonly wide = input(false, { transform: booleanAttribute });

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => element.addEventListener('click', (event) => this.hold(event), { capture: true }));
  }

  private hold(event: Event): void {
    if (!this.loading()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
