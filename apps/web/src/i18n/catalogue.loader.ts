import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';

const members: Record<string, () => Promise<Translation>> = {
  fr: () => import('./members.fr').then((module) => module.membersFr),
  en: () => import('./members.en').then((module) => module.membersEn),
};

/** The words of a language, in two chunks: those of public pages, and all others, which a visitor never downloads. */
@Injectable({ providedIn: 'root' })
export class CatalogueLoader implements TranslocoLoader {
  async getTranslation(language: string): Promise<Translation> {
    return language === 'en' ? (await import('./public.en')).publicEn : (await import('./public.fr')).publicFr;
  }

  async membersWords(language: string): Promise<Translation> {
    return (await members[language]?.()) ?? {};
  }
}
