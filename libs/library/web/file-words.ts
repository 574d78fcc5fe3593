import { inject, Injectable } from '@angular/core';
import { countWords } from '@cohorte/ui/web/count.pipe';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoService } from '@jsverse/transloco';
import type { ResourceFile } from '../contract/file';
import { fileTypes, type FileFamily } from '../contract/file-types';

type Described = Pick<ResourceFile, 'type' | 'size' | 'pages'>;
const counted: readonly FileFamily[] = ['text', 'sheet', 'slides'];

export const familyOf = ({ type }: Pick<ResourceFile, 'type'>): FileFamily | null => (type ? fileTypes[type].family : null);

const units = { fr: ['o', 'ko', 'Mo', 'Go'], en: ['B', 'kB', 'MB', 'GB'] } as const;
const step = 1_000;

/** «1,2 Mo», a million of bytes each. */
export function sizeWords(bytes: number, language: 'fr' | 'en'): string {
  const power = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(step)), units.fr.length - 1);
  const value = bytes / step ** power;
  const digits = power > 1 && value < 10 ? 1 : 0;
  return `${new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: digits }).format(value)}\u00a0${units[language][power] ?? ''}`;
}

/** Says a file in the language of the page. */
@Injectable({ providedIn: 'root' })
export class FileWords {
  private readonly ui = inject(UiWords);
  private readonly transloco = inject(TranslocoService);

  size(bytes: number): string {
    return sizeWords(bytes, this.ui.language());
  }

  type({ type }: Pick<ResourceFile, 'type'>): string {
    return this.say(type ? `types.${type}` : 'unknownType');
  }

  /** «PDF · 28 pages · 1,2 Mo» */
  line(file: Described): string {
    return [this.type(file), this.parts(file), this.size(file.size)].filter(Boolean).join(' · ');
  }

  parts(file: Described): string {
    const family = familyOf(file);
    if (!file.pages || !family || !counted.includes(family)) return '';
    return countWords(file.pages, { one: this.say(`parts.${family}.one`), other: this.say(`parts.${family}.other`) }, this.ui.language());
  }

  private say(key: string): string {
    return this.transloco.translate(`library.file.${key}`);
  }
}
