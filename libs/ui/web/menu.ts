import { afterNextRender, ChangeDetectionStrategy, Component, ElementRef, inject, input } from '@angular/core';
import { MenuTrigger } from './menu-trigger';

/** How long letters typed in a row count as one word. */
const typingMs = 600;
const margin = 8;

/** A list of acts that floats under its button; arrows, Home, End, letters, Tab and Esc work. */
@Component({
  selector: 'co-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ng-content />`,
  styles: `
    :host { position: fixed; inset: auto; margin: 0; z-index: 1100; flex-direction: column; min-width: 200px; max-width: min(340px, calc(100vw - 16px)); max-height: min(70vh, 480px); overflow: auto; padding: var(--co-space-1);
      background: var(--co-raised); border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); box-shadow: var(--co-float); outline: none; color: var(--co-ink); font-weight: 400; text-align: left; white-space: normal; display: flex; }
  `,
  host: { role: 'menu', tabindex: '-1', popover: 'manual', '[attr.aria-label]': 'label() || null', '(keydown)': 'key($event)' },
})
export class Menu {
  /** By default the menu is named by its button. */
  readonly label = input('');
  private readonly trigger = inject(MenuTrigger);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private typed = '';
  private typedAt = 0;

  constructor() {
    afterNextRender(() => {
      this.element.showPopover?.();
      if (!this.label()) this.element.setAttribute('aria-label', this.trigger.element.getAttribute('aria-label') ?? this.trigger.element.textContent?.trim() ?? '');
      this.put();
      const items = this.items();
      if (this.trigger.startAt === 'last') this.element.scrollTop = this.element.scrollHeight;
      (this.trigger.startAt === 'last' ? items.at(-1) : items[0])?.focus({ preventScroll: true });
    });
  }

  protected key(event: KeyboardEvent): void {
    const items = this.items();
    const now = items.indexOf(this.element.ownerDocument.activeElement as HTMLElement);
    const target = arrowTarget(event.key, now, items.length - 1);
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.stopPropagation();
      if (event.key === 'Escape') event.preventDefault();
      this.trigger.close(true);
    } else if (target !== undefined) {
      event.preventDefault();
      items[target]?.focus();
    } else if (/^\S$/u.test(event.key) && !event.ctrlKey && !event.metaKey) this.jump(event.key, items, now);
  }

  /** Letters go to the next item that starts with them. */
  private jump(letter: string, items: HTMLElement[], now: number): void {
    const time = Date.now();
    this.typed = (time - this.typedAt < typingMs ? this.typed : '') + letter.toLowerCase();
    this.typedAt = time;
    const from = this.typed.length > 1 ? now : now + 1;
    const order = [...items.slice(from), ...items.slice(0, from)];
    order.find((item) => item.textContent?.trim().toLowerCase().startsWith(this.typed))?.focus();
  }

  private items(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  /** Under the button when there is room, above otherwise; never over the edge of the window. */
  private put(): void {
    const button = this.trigger.element.getBoundingClientRect();
    const size = this.element.getBoundingClientRect();
    const { clientWidth, clientHeight } = this.element.ownerDocument.documentElement;
    const fromStart = button.left + size.width <= clientWidth - margin;
    const left = fromStart ? button.left : Math.max(margin, button.right - size.width);
    const under = button.bottom + 4 + size.height <= clientHeight - margin || button.top - size.height < margin;
    this.element.style.left = `${left}px`;
    this.element.style.top = `${under ? button.bottom + 4 : button.top - size.height - 4}px`;
  }
}

/** Where a key leads in a list that goes round, or nowhere. */
function arrowTarget(key: string, now: number, last: number): number | undefined {
  const moves: Record<string, number> = { ArrowDown: now >= last ? 0 : now + 1, ArrowUp: now <= 0 ? last : now - 1, Home: 0, End: last };
  return moves[key];
}
