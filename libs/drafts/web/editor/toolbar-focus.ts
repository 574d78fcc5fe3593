import { afterRenderEffect, Directive, ElementRef, inject } from '@angular/core';

/** One Tab stop for a whole toolbar: arrows, Home and End move inside, as people know from other toolbars. */
@Directive({ selector: '[coToolbarFocus]', host: { role: 'toolbar', '(keydown)': 'move($event)', '(focusin)': 'remember($event)' } })
export class ToolbarFocus {
  private readonly root = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private held: HTMLElement | null = null;

  constructor() {
    afterRenderEffect(() => this.settle());
    new MutationObserver(() => this.settle()).observe(this.root, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  }

  protected remember(event: FocusEvent): void {
    const button = (event.target as HTMLElement).closest('button');
    if (!button) return;
    this.held = button;
    this.settle();
  }

  protected move(event: KeyboardEvent): void {
    const buttons = this.buttons();
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 };
    const next = steps[event.key];
    if (at === -1 || next === undefined) return;
    event.preventDefault();
    buttons.at(next % buttons.length)?.focus();
  }

  private buttons(): HTMLButtonElement[] {
    return [...this.root.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
  }

  private settle(): void {
    const buttons = this.buttons();
    const stop = buttons.find((button) => button === this.held) ?? buttons[0];
    for (const button of buttons) if (button.tabIndex !== (button === stop ? 0 : -1)) button.tabIndex = button === stop ? 0 : -1;
  }
}
