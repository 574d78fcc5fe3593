import { booleanAttribute, ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MenuTrigger } from './menu-trigger';

/** One act of a menu: a button with `(triggered)`, or a link. */
@Component({
  selector: 'button[coMenuItem], a[coMenuItem]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ng-content />`,
  styles: `
    :host { display: flex; flex: none; align-items: center; gap: var(--co-space-3); width: 100%; min-height: 38px; padding: var(--co-space-1) var(--co-space-3); border: 0; border-radius: var(--co-radius);
      background: transparent; color: var(--co-ink); font-size: var(--co-text-s); font-weight: 400; line-height: 1.3; text-align: left; text-decoration: none; cursor: pointer; }
    :host(:hover) { background: var(--co-sunk); }
    :host(:focus-visible), :host(:focus) { background: var(--co-green-wash); outline: 2px solid var(--co-green); outline-offset: -2px; border-radius: var(--co-radius); }
    :host(.danger) { color: var(--co-brick); }
    :host(.danger:focus) { background: var(--co-brick-wash); outline-color: var(--co-brick); }
    :host([aria-disabled='true']) { color: var(--co-soft); cursor: not-allowed; background: transparent; }
  `,
  host: {
    role: 'menuitem',
    tabindex: '-1',
    '[class.danger]': 'danger()',
    '[attr.aria-disabled]': "disabled() ? 'true' : null",
    '(click)': 'press($event)',
    '(keydown.space)': 'pressBySpace($event)',
  },
})
export class MenuItem {
  readonly danger = input(false, { transform: booleanAttribute });
  /** Still reachable by keyboard, so that it can be read; does nothing. */
  readonly disabled = input(false, { transform: booleanAttribute });
  readonly triggered = output();
  private readonly trigger = inject(MenuTrigger);

  protected press(event: Event): void {
    if (this.disabled()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    // The focus goes back before the act, which may move it on; the menu leaves once the act and the link have been heard.
    this.trigger.element.focus();
    this.triggered.emit();
    queueMicrotask(() => this.trigger.close());
  }

  protected pressBySpace(event: Event): void {
    event.preventDefault();
    (event.currentTarget as HTMLElement).click();
  }
}

/** A thin line, or a quiet heading, between groups of a menu. */
@Component({
  selector: 'co-menu-group',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `{{ label() }}`,
  styles: `
    :host { display: block; margin-top: var(--co-space-1); padding: var(--co-space-2) var(--co-space-3) 2px; border-top: 1px solid var(--co-hairline); font-size: var(--co-text-xs); font-weight: 650; color: var(--co-soft); }
    :host(:first-child) { border-top: 0; margin-top: 0; }
    :host(:empty) { padding: 0 0 var(--co-space-1); }
  `,
  host: { role: 'presentation' },
})
export class MenuGroup {
  readonly label = input('');
}
