import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import type { Language } from './language.service';

/** The words of public pages, and those of all others: a visitor never downloads the second part. */
export type Part = 'public' | 'members';

const chunks: Record<Part, Record<Language, () => Promise<Translation>>> = {
  public: { fr: () => import('./public.fr').then((module) => module.publicFr), en: () => import('./public.en').then((module) => module.publicEn) },
  members: { fr: () => import('./members.fr').then((module) => module.membersFr), en: () => import('./members.en').then((module) => module.membersEn) },
};

/** One chunk per language and part, fetched when it is needed. */
@Injectable({ providedIn: 'root' })
export class CatalogueLoader implements TranslocoLoader {
  private readonly parts = new Set<Part>(['public']);

  async getTranslation(language: string): Promise<Translation> {
    const asked = language === 'en' ? 'en' : 'fr';
    const words = await Promise.all([...this.parts].map((part) => chunks[part][asked]()));
    return Object.assign({}, ...words) as Translation;
  }

  /** Answers whether the part was not needed before. */
  need(part: Part): boolean {
    const isNew = !this.parts.has(part);
    this.parts.add(part);
    return isNew;
  }
}
