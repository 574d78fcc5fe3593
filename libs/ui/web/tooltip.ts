import { DOCUMENT } from '@angular/common';
import { DestroyRef, Directive, ElementRef, inject, input, Renderer2 } from '@angular/core';

let count = 0;

/** A short word on hover and on keyboard focus; Esc hides it, and the pointer may rest on it. */
@Directive({
  selector: '[coTooltip]',
  host: {
    '(pointerenter)': 'onPointer($event)',
    '(pointerleave)': 'leave()',
    '(focus)': 'enterByKeyboard()',
    '(blur)': 'hide()',
    '(keydown.escape)': 'hide()',
    '(click)': 'hide()',
  },
})
export class Tooltip {
  readonly coTooltip = input.required<string>();
  private readonly document = inject(DOCUMENT);
  private readonly renderer = inject(Renderer2);
  private readonly origin = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private bubble: HTMLElement | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.hide());
  }

  protected onPointer(event: PointerEvent): void {
    if (event.pointerType !== 'touch') this.later(() => this.show(), 250);
  }

  protected enterByKeyboard(): void {
    if (this.origin.matches(':focus-visible')) this.show();
  }

  protected leave(): void {
    this.later(() => this.hide(), 150);
  }

  protected hide(): void {
    clearTimeout(this.timer);
    this.bubble?.remove();
    if (this.bubble) this.origin.removeAttribute('aria-describedby');
    this.bubble = null;
  }

  private later(act: () => void, ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, ms);
  }

  private show(): void {
    clearTimeout(this.timer);
    if (this.bubble || !this.coTooltip()) return;
    const bubble: HTMLElement = this.renderer.createElement('div');
    bubble.className = 'co-tooltip';
    bubble.id = `co-tooltip-${++count}`;
    bubble.setAttribute('role', 'tooltip');
    bubble.setAttribute('popover', 'manual');
    bubble.textContent = this.coTooltip();
    bubble.addEventListener('pointerenter', () => clearTimeout(this.timer));
    bubble.addEventListener('pointerleave', () => this.leave());
    this.document.body.append(bubble);
    bubble.showPopover?.();
    this.place(bubble);
    // A name given by aria-label is not said twice.
    if (this.origin.getAttribute('aria-label') !== this.coTooltip() && !this.origin.hasAttribute('aria-describedby')) this.origin.setAttribute('aria-describedby', bubble.id);
    this.bubble = bubble;
  }

  private place(bubble: HTMLElement): void {
    const origin = this.origin.getBoundingClientRect();
    const size = bubble.getBoundingClientRect();
    const width = this.document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(origin.left + origin.width / 2 - size.width / 2, width - size.width - 8));
    const below = origin.top - size.height - 6 < 8;
    bubble.style.left = `${left}px`;
    bubble.style.top = `${below ? origin.bottom + 6 : origin.top - size.height - 6}px`;
  }
}
