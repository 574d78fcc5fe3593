import { computed, Injectable, signal } from '@angular/core';
import { uiWordsFr, type UiWordTable } from './ui-words.fr';

export type UiLanguage = 'fr' | 'en';

/** The few words the design system says by itself; the app says in which language, everything follows. */
@Injectable({ providedIn: 'root' })
export class UiWords {
  private readonly spoken = signal<UiLanguage>('fr');
  private readonly english = signal<UiWordTable>(uiWordsFr);
  readonly language = this.spoken.asReadonly();
  readonly words = computed<UiWordTable>(() => (this.language() === 'en' ? this.english() : uiWordsFr));

  /** From now on; English words are fetched by those who read them. */
  async speak(language: UiLanguage): Promise<void> {
    if (language === 'en') this.english.set((await import('./ui-words.en')).uiWordsEn);
    this.spoken.set(language);
  }
}
