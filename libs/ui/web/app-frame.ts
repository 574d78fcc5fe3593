import { DOCUMENT } from '@angular/common';
import { booleanAttribute, ChangeDetectionStrategy, Component, DestroyRef, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive } from '@angular/router';
import { CommandPalette } from './command-palette.service';
import { Icon } from './icon';
import type { IconName } from './icons';
import { Kbd } from './kbd';
import { Logo } from './logo';
import { Shortcuts } from './shortcuts.service';
import { SkipLink } from './skip-link';
import { ToastRegion } from './toasts';
import { UiWords } from './ui-words';

/** One word of the rail; `short` replaces it under the icon on a phone. */
export interface NavItem {
  label: string;
  short?: string;
  icon: IconName;
  link: string;
  exact?: boolean;
}

/**
 * The frame round every page of a signed-in person. Slots: `[coNetwork]` beside the logo, `[coBell]` and `[coMe]` at the right,
 * `[coNotice]` above the page (offline, needs you), the page itself. `full` leaves the page the whole width, without rail.
 */
@Component({
  selector: 'co-app-frame',
  imports: [Icon, Kbd, Logo, RouterLink, RouterLinkActive, SkipLink, ToastRegion],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './app-frame.html',
  styleUrl: './app-frame.css',
  host: { '[class.full]': 'full()' },
})
export class AppFrame {
  readonly items = input.required<readonly NavItem[]>();
  readonly home = input('/');
  readonly full = input(false, { transform: booleanAttribute });
  protected readonly ui = inject(UiWords);
  protected readonly palette = inject(CommandPalette);
  protected readonly announced = signal('');
  private readonly document = inject(DOCUMENT);
  private readonly shortcuts = inject(Shortcuts);

  constructor() {
    const away = [
      this.shortcuts.register({ keys: 'Ctrl K', label: () => this.ui.words().palette, run: () => void this.palette.open() }),
      this.shortcuts.register({ keys: '?', label: () => this.ui.words().shortcutsHelp, run: () => void this.shortcuts.show() }),
    ];
    inject(DestroyRef).onDestroy(() => away.forEach((leave) => leave()));
    let path = '';
    inject(Router).events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (!(event instanceof NavigationEnd)) return;
      const next = event.urlAfterRedirects.split(/[?#]/)[0] ?? '';
      if (path && path !== next) setTimeout(() => this.arrive(), 60);
      path = next;
    });
  }

  /** A new page is said by its title; the focus moves only when what had it has gone. */
  private arrive(): void {
    this.announced.set(this.document.title);
    const focused = this.document.activeElement;
    if (!focused || focused === this.document.body) this.document.getElementById('co-main')?.focus({ preventScroll: true });
  }
}
