import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { type ActivatedRouteSnapshot, NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { IdentityStore } from '@cohorte/identity/web';
import { Bell } from '@cohorte/notifications/web';
import { RealtimeClient } from '@cohorte/platform/web';
import { AppFrame, type NavItem } from '@cohorte/ui/web/app-frame';
import { CommandPalette } from '@cohorte/ui/web/command-palette.service';
import { bringDrawings } from '@cohorte/ui/web/drawing';
import { moreIcons } from '@cohorte/ui/web/more-icons';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoService } from '@jsverse/transloco';
import { filter, map } from 'rxjs';
import { LanguageService } from '../i18n/language.service';
import { SearchFinder } from '../search/search-finder';
import { ConnectionNotice } from './connection-notice';
import { MeMenu } from './me-menu';
import { MyPlacesStore } from './my-places.store';
import { NetworkSwitch } from './network-switch';
import { PaletteCommands } from './palette.commands';

/** The frame round every page of a signed-in person: where to go, who I am, what Ctrl+K finds, and whether the line holds. */
@Component({
  selector: 'co-member-layout',
  imports: [AppFrame, Bell, ConnectionNotice, MeMenu, NetworkSwitch, RouterOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-app-frame home="/accueil" [items]="items()" [full]="full()">
      <co-network-switch coNetwork />
      <co-bell coBell />
      <co-me-menu coMe />
      <co-connection-notice coNotice />
      <router-outlet />
    </co-app-frame>
  `,
})
export class MemberLayout {
  private readonly router = inject(Router);
  private readonly places = inject(MyPlacesStore);
  private readonly transloco = inject(TranslocoService);
  private readonly ui = inject(UiWords);
  protected readonly full = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => isFull(this.router.routerState.snapshot.root)),
    ),
    { initialValue: isFull(this.router.routerState.snapshot.root) },
  );
  protected readonly items = computed<NavItem[]>(() => {
    this.ui.language();
    const say = (word: string): string => this.transloco.translate(`shell.nav.${word}`);
    const network = this.places.current();
    return [
      { label: say('home'), icon: 'house', link: '/accueil' },
      { label: say('cohorts'), icon: 'route', link: '/parcours' },
      { label: say('agenda'), icon: 'calendar-days', link: '/agenda' },
      { label: say('documents'), icon: 'file-text', link: '/documents' },
      { label: say('resources'), icon: 'library', link: '/ressources' },
      ...(network ? [{ label: say('network'), icon: 'users' as const, link: `/reseaux/${network.id}` }] : []),
    ];
  });

  constructor() {
    bringDrawings(moreIcons);
    inject(RealtimeClient).connect();
    const palette = inject(CommandPalette);
    const away = inject(PaletteCommands).providers.map((provider) => palette.register(provider));
    inject(DestroyRef).onDestroy(() => away.forEach((leave) => leave()));
    palette.finder = inject(SearchFinder).find;
    this.followLanguage(inject(IdentityStore), inject(LanguageService));
  }

  /** The language kept with the account wins over this device's, once, when the person is known. */
  private followLanguage(identity: IdentityStore, language: LanguageService): void {
    const wanted = computed(() => identity.person()?.language);
    effect(() => {
      const kept = wanted();
      if (kept) untracked(() => kept !== language.current && void language.choose(kept));
    });
  }
}

function isFull(root: ActivatedRouteSnapshot): boolean {
  let deepest = root;
  while (deepest.firstChild) deepest = deepest.firstChild;
  return deepest.data['frame'] === 'full' || deepest.data['full'] === true;
}
