import { DOCUMENT, isPlatformBrowser } from '@angular/common';
import { inject, Injectable, PLATFORM_ID } from '@angular/core';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { type Translation, TranslocoService } from '@jsverse/transloco';
import type { CanMatchFn } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { CatalogueLoader } from './catalogue.loader';

export type Language = 'fr' | 'en';

/** Words of one public page, kept apart so that the others do not carry them. */
export type MoreWords = (language: Language) => Promise<Translation>;

const storageKey = 'cohorte.language';
const isLanguage = (text: string | null): text is Language => text === 'fr' || text === 'en';

/** The language of the page: chosen once on this device, French otherwise. */
@Injectable({ providedIn: 'root' })
export class LanguageService {
  private readonly transloco = inject(TranslocoService);
  private readonly catalogue = inject(CatalogueLoader);
  private readonly ui = inject(UiWords);
  private readonly document = inject(DOCUMENT);
  private forMembers = false;
  private readonly more = new Set<MoreWords>();
  private readonly inBrowser = isPlatformBrowser(inject(PLATFORM_ID));

  start(): Promise<void> {
    const asked = this.asked();
    return asked ? this.choose(asked) : this.use(this.kept());
  }

  get current(): Language {
    return this.ui.language();
  }

  async use(language: Language): Promise<void> {
    await firstValueFrom(this.transloco.load(language));
    if (this.forMembers) this.transloco.setTranslation(await this.catalogue.membersWords(language), language);
    for (const words of this.more) this.transloco.setTranslation(await words(language), language);
    this.transloco.setActiveLang(language);
    await this.ui.speak(language);
    this.document.documentElement.lang = language;
  }

  /** Fetches the words that only members' pages need, once. */
  async needMembersWords(): Promise<void> {
    if (this.forMembers) return;
    this.forMembers = true;
    await this.use(this.current);
  }

  /** Fetches the words of one public page, once. */
  async needWords(words: MoreWords): Promise<void> {
    if (this.more.has(words)) return;
    this.more.add(words);
    await this.use(this.current);
  }

  /** Uses a language from now on, on this device. */
  async choose(language: Language): Promise<void> {
    if (this.inBrowser) {
      try {
        localStorage.setItem(storageKey, language);
      } catch {
        // A browser that refuses to store still speaks the language for this visit.
      }
    }
    await this.use(language);
  }

  /** `?langue=en`: chosen by a link before any script ran; it leaves the address once it is known. */
  private asked(): Language | null {
    const location = this.inBrowser ? this.document.location : null;
    const asked = new URLSearchParams(location?.search).get('langue');
    if (!location || !isLanguage(asked)) return null;
    this.document.defaultView?.history.replaceState(null, '', location.pathname);
    return asked;
  }

  private kept(): Language {
    if (!this.inBrowser) return 'fr';
    try {
      const kept = localStorage.getItem(storageKey);
      return isLanguage(kept) ? kept : 'fr';
    } catch {
      return 'fr';
    }
  }
}

/** Lets a group of routes in once its words are there. */
export const withMembersWords: CanMatchFn = async () => {
  await inject(LanguageService).needMembersWords();
  return true;
};
