import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { RouterOutlet } from '@angular/router';
import { Button } from '@cohorte/ui/web/button';
import { PublicFrame } from '@cohorte/ui/web/public-frame';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { LanguageService } from '../i18n/language.service';

/** The frame of pages anyone may read: the name, the language, the way in, the legal links. */
@Component({
  selector: 'co-public-layout',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PublicFrame, RouterOutlet, Button, TranslocoPipe],
  template: `
    <co-public-frame [footer]="footer()">
      <button coHeader coButton variant="quiet" type="button" [attr.lang]="other()" [attr.aria-label]="'web.language.label' | transloco" (click)="switchLanguage()">
        {{ 'web.language.other' | transloco }}
      </button>
      <router-outlet />
      <span coFooter>{{ 'web.footer.source' | transloco }}</span>
    </co-public-frame>
  `,
})
export class PublicLayout {
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageService);
  private readonly words = toSignal(this.transloco.selectTranslateObject<Record<string, string>>('web.footer'));
  protected readonly other = computed(() => (this.ui.language() === 'fr' ? 'en' : 'fr'));
  protected readonly footer = computed(() => {
    const words = this.words() ?? {};
    return [
      { label: words['legal'] ?? '', link: '/mentions-legales' },
      { label: words['privacy'] ?? '', link: '/donnees-personnelles' },
      { label: words['accessibility'] ?? '', link: '/accessibilite' },
    ];
  });
  private readonly ui = inject(UiWords);

  protected switchLanguage(): void {
    void this.language.choose(this.other());
  }
}
