import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { RouterLink, RouterOutlet } from '@angular/router';
import { Button } from '@cohorte/ui/web/button';
import { type FrameLink, PublicFrame } from '@cohorte/ui/web/public-frame';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { LanguageService } from '../i18n/language.service';

/** The frame of pages anyone may read: the name, the language, the way in, the legal links. */
@Component({
  selector: 'co-public-layout',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Button, PublicFrame, RouterLink, RouterOutlet, TranslocoPipe],
  template: `
    <co-public-frame [footer]="footer()" [sections]="sections()">
      <a coHeader coButton variant="quiet" class="search" routerLink="/recherche"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M21 21l-4.34-4.34M3 11a8 8 0 1 0 16 0a8 8 0 1 0 -16 0" /></svg><span>{{ 'web.search' | transloco }}</span></a>
      <a coHeader coButton variant="quiet" class="language" [href]="'?langue=' + other()" [attr.lang]="other()" [attr.aria-label]="'web.language.label' | transloco" (click)="switchLanguage($event)">
        <span class="long">{{ 'web.language.other' | transloco }}</span><span class="short">{{ other() }}</span>
      </a>
      <router-outlet />
      <span coFooter>{{ 'web.footer.source' | transloco }}</span>
    </co-public-frame>
  `,
  styles: `
    svg { width: 18px; height: 18px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; }
    .short { display: none; text-transform: uppercase; }
    @media (max-width: 480px) {
      .search, .language { padding-inline: var(--co-space-2); }
      .long { display: none; }
      .short { display: inline; }
      .search span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    }
  `,
})
export class PublicLayout {
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageService);
  private readonly words = toSignal(this.transloco.selectTranslateObject<Record<string, string>>('web.footer'));
  private readonly names = toSignal(this.transloco.selectTranslateObject<Record<string, string>>('web.sections'));
  protected readonly other = computed(() => (this.ui.language() === 'fr' ? 'en' : 'fr'));
  protected readonly sections = computed((): FrameLink[] => {
    const names = this.names() ?? {};
    return [
      { label: names['meetings'] ?? '', link: '/rencontres' },
      { label: names['resources'] ?? '', link: '/ressources' },
      { label: names['toolboxes'] ?? '', link: '/boites-a-outils' },
    ];
  });
  protected readonly footer = computed((): FrameLink[] => {
    const words = this.words() ?? {};
    return [
      { label: words['legal'] ?? '', link: '/mentions-legales' },
      { label: words['privacy'] ?? '', link: '/donnees-personnelles' },
      { label: words['accessibility'] ?? '', link: '/accessibilite' },
    ];
  });
  private readonly ui = inject(UiWords);

  /** Before the application is there the browser follows the link itself. */
  protected switchLanguage(event: Event): void {
    event.preventDefault();
    void this.language.choose(this.other());
  }
}
