import { computed, Injectable, signal } from '@angular/core';
import { uiWordsEn } from './ui-words.en';
import { uiWordsFr, type UiWordTable } from './ui-words.fr';

export type UiLanguage = 'fr' | 'en';

/** The few words the design system says by itself; the app sets `language`, everything follows. */
@Injectable({ providedIn: 'root' })
export class UiWords {
  readonly language = signal<UiLanguage>('fr');
  readonly words = computed<UiWordTable>(() => (this.language() === 'en' ? uiWordsEn : uiWordsFr));
}
