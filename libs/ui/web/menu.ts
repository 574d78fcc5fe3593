import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { booleanAttribute, ChangeDetectionStrategy, Component, Directive, inject, input } from '@angular/core';

/** Opens a menu: `<button [coMenuTrigger]="menu">` with `<ng-template #menu><co-menu>…`. */
@Directive({
  selector: '[coMenuTrigger]',
  hostDirectives: [{ directive: CdkMenuTrigger, inputs: ['cdkMenuTriggerFor: coMenuTrigger'], outputs: ['cdkMenuOpened: menuOpened', 'cdkMenuClosed: menuClosed'] }],
})
export class MenuTrigger {
  constructor() {
    const below = { originY: 'bottom', overlayY: 'top', offsetY: 4 } as const;
    const above = { originY: 'top', overlayY: 'bottom', offsetY: -4 } as const;
    const start = { originX: 'start', overlayX: 'start' } as const;
    const end = { originX: 'end', overlayX: 'end' } as const;
    inject(CdkMenuTrigger).menuPosition = [{ ...below, ...start }, { ...below, ...end }, { ...above, ...start }, { ...above, ...end }];
  }
}

/** A list of acts that floats under its button; arrows, Home, End, letters and Esc work. */
@Component({
  selector: 'co-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  hostDirectives: [CdkMenu],
  template: `<ng-content />`,
  styles: `
    :host { display: flex; flex-direction: column; min-width: 200px; max-width: min(340px, calc(100vw - 24px)); max-height: min(70vh, 480px); overflow: auto; padding: var(--co-space-1);
      background: var(--co-raised); border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); box-shadow: var(--co-float); outline: none; color: var(--co-ink); }
  `,
})
export class Menu {}

/** One act of a menu: a button with `(triggered)`, or a link. */
@Component({
  selector: 'button[coMenuItem], a[coMenuItem]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  hostDirectives: [{ directive: CdkMenuItem, inputs: ['cdkMenuItemDisabled: disabled'], outputs: ['cdkMenuItemTriggered: triggered'] }],
  template: `<ng-content />`,
  styles: `
    :host { display: flex; align-items: center; gap: var(--co-space-3); width: 100%; min-height: 38px; padding: var(--co-space-1) var(--co-space-3); border: 0; border-radius: var(--co-radius);
      background: transparent; color: var(--co-ink); font-size: var(--co-text-s); line-height: 1.3; text-align: left; text-decoration: none; cursor: pointer; }
    :host(:hover) { background: var(--co-sunk); }
    :host(:focus-visible), :host(:focus) { background: var(--co-green-wash); outline: 2px solid var(--co-green); outline-offset: -2px; border-radius: var(--co-radius); }
    :host(.danger) { color: var(--co-brick); }
    :host(.danger:focus) { background: var(--co-brick-wash); outline-color: var(--co-brick); }
    :host([aria-disabled='true']) { color: var(--co-soft); cursor: not-allowed; background: transparent; }
  `,
  host: { '[class.danger]': 'danger()' },
})
export class MenuItem {
  readonly danger = input(false, { transform: booleanAttribute });
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
