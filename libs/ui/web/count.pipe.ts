import { inject, Pipe, type PipeTransform } from '@angular/core';
import { UiWords, type UiLanguage } from './ui-words';

/** The words for none (optional), one and several; `#` stands for the number. */
export interface CountWords {
  zero?: string;
  one: string;
  other: string;
}

const numbers: Record<UiLanguage, Intl.NumberFormat> = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') };

/** In French zero is singular («0 rencontre»), in English plural. */
export function countWords(count: number, words: CountWords, language: UiLanguage): string {
  if (count === 0 && words.zero !== undefined) return words.zero;
  const single = language === 'fr' ? Math.abs(count) < 2 : count === 1;
  return (single ? words.one : words.other).replace('#', numbers[language].format(count));
}

/** `3 | coCount:{ one: '# rencontre', other: '# rencontres' }`. */
@Pipe({ name: 'coCount', pure: false })
export class CountPipe implements PipeTransform {
  private readonly ui = inject(UiWords);
  transform(count: number, words: CountWords): string {
    return countWords(count, words, this.ui.language());
  }
}
