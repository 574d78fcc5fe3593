import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { IdentityStore } from '@cohorte/identity/web';
import { Avatar } from '@cohorte/ui/web/avatar';
import { Icon } from '@cohorte/ui/web/icon';
import { Menu } from '@cohorte/ui/web/menu';
import { MenuGroup, MenuItem } from '@cohorte/ui/web/menu-item';
import { MenuTrigger } from '@cohorte/ui/web/menu-trigger';
import { Shortcuts } from '@cohorte/ui/web/shortcuts.service';
import { type ReadingPreferences, ThemeService } from '@cohorte/ui/web/theme.service';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Language, LanguageService } from '../i18n/language.service';

/** Profile, language, appearance, and the way out, behind the person's initials. */
@Component({
  selector: 'co-me-menu',
  imports: [Avatar, Icon, Menu, MenuGroup, MenuItem, MenuTrigger, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'shell.me'">
      <button type="button" class="me" [coMenuTrigger]="menu" [attr.aria-label]="t('label', { name: name() })"><co-avatar [name]="name()" decorative /></button>
      <ng-template #menu>
        <co-menu>
          <co-menu-group [label]="name()" />
          <a coMenuItem routerLink="/profil"><co-icon name="circle-user" />{{ t('profile') }}</a>
          <button coMenuItem type="button" (triggered)="shortcuts.show()"><co-icon name="keyboard" />{{ t('shortcuts') }}</button>
          <co-menu-group [label]="t('language')" />
          @for (language of languages; track language) {
            <button coMenuItem type="button" [attr.lang]="language" (triggered)="speak(language)"><co-icon [name]="ui.language() === language ? 'check' : 'globe'" />{{ t('languages.' + language) }}@if (ui.language() === language) {<span class="co-hidden">, {{ t('chosen') }}</span>}</button>
          }
          <co-menu-group [label]="t('theme')" />
          @for (look of looks; track look.theme) {
            <button coMenuItem type="button" (triggered)="show(look.theme)"><co-icon [name]="theme.preferences().theme === look.theme ? 'check' : look.icon" />{{ t('themes.' + look.theme) }}@if (theme.preferences().theme === look.theme) {<span class="co-hidden">, {{ t('chosen') }}</span>}</button>
          }
          <co-menu-group />
          <button coMenuItem type="button" (triggered)="leave()"><co-icon name="log-out" />{{ t('signOut') }}</button>
        </co-menu>
      </ng-template>
    </ng-container>
  `,
  styles: `
    .me { display: grid; place-items: center; width: 40px; height: 40px; padding: 0; border: 0; border-radius: 50%; background: none; }
    .me:hover { background: var(--co-sunk); }
    .me:focus-visible { border-radius: 50%; }
  `,
})
export class MeMenu {
  protected readonly ui = inject(UiWords);
  protected readonly theme = inject(ThemeService);
  protected readonly shortcuts = inject(Shortcuts);
  private readonly identity = inject(IdentityStore);
  private readonly language = inject(LanguageService);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly name = computed(() => this.identity.person()?.name || this.identity.person()?.email || '');
  protected readonly languages: readonly Language[] = ['fr', 'en'];
  protected readonly looks = [{ theme: 'system', icon: 'monitor' }, { theme: 'light', icon: 'sun' }, { theme: 'dark', icon: 'moon' }] as const;

  /** Shown at once; kept with the account when the server can be reached. */
  protected async speak(language: Language): Promise<void> {
    await this.language.choose(language);
    await this.identity.update({ language }).catch(() => undefined);
  }

  protected async show(theme: ReadingPreferences['theme']): Promise<void> {
    this.theme.set({ theme });
    await this.identity.update({ preferences: { theme } }).catch(() => undefined);
  }

  protected async leave(): Promise<void> {
    try {
      await this.identity.signOut();
    } catch {
      this.toasts.show(this.transloco.translate('shell.me.signOutFailed'), { tone: 'problem' });
    }
  }
}
