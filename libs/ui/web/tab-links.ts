import { ChangeDetectionStrategy, Component, ElementRef, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLinkActive } from '@angular/router';

/** Tabs that are pages: each has its address, so Back and sharing work. */
@Component({
  selector: 'co-tab-links',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<nav [attr.aria-label]="label()"><ng-content /></nav>`,
  styles: `
    :host { display: block; min-width: 0; }
    nav { display: flex; gap: var(--co-space-1); overflow-x: auto; border-bottom: 1px solid var(--co-hairline); scrollbar-width: none; }
    @media print { :host { display: none; } }
  `,
})
export class TabLinks {
  readonly label = input.required<string>();
}

/** One link of `co-tab-links`, marked as the current page by the router. */
@Component({
  selector: 'a[coTab]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  hostDirectives: [{ directive: RouterLinkActive, inputs: ['routerLinkActiveOptions'] }],
  template: `<ng-content />@if (count() !== null) {<span class="count">{{ count() }}</span>}`,
  styles: `
    :host { position: relative; flex: none; display: inline-flex; align-items: center; gap: var(--co-space-2); min-height: 44px; padding: 0 var(--co-space-3); color: var(--co-soft); font-weight: 600; text-decoration: none; white-space: nowrap; }
    :host(:hover) { color: var(--co-ink); }
    :host(:focus-visible) { outline-offset: -3px; border-radius: var(--co-radius); }
    :host([aria-current])::after { content: ''; position: absolute; inset: auto 0 -1px; height: 3px; background: var(--co-green); }
    :host([aria-current]) { color: var(--co-ink); }
    .count { font-size: var(--co-text-xs); font-weight: 650; color: var(--co-soft); background: var(--co-sunk); border-radius: 10px; padding: 0 7px; font-variant-numeric: tabular-nums; }
  `,
})
export class Tab {
  readonly count = input<number | null>(null);

  constructor() {
    const active = inject(RouterLinkActive, { self: true });
    const tab = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    active.ariaCurrentWhenActive = 'page';
    // On a phone the row is wider than the screen.
    active.isActiveChange.pipe(takeUntilDestroyed()).subscribe((isActive) => isActive && tab.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  }
}
