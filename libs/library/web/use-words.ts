import { inject, Injectable } from '@angular/core';
import { countWords, type CountWords } from '@cohorte/ui/web/count.pipe';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoService } from '@jsverse/transloco';
import type { ToolboxItem } from '../contract/toolbox';
import { useFacts } from '../contract/use-facts';

/** «En vigueur dans 2 structures, lue par 5 (6 GHT, 1 commune)» */
@Injectable({ providedIn: 'root' })
export class UseWords {
  private readonly ui = inject(UiWords);
  private readonly transloco = inject(TranslocoService);

  /** Nothing when nobody stated anything. */
  of({ facts, byWhom }: Pick<ToolboxItem, 'facts' | 'byWhom'>): string {
    const stated = useFacts.toReversed().filter((fact) => (facts[fact] ?? 0) > 0).map((fact) => this.count(`facts.${fact}`, facts[fact] ?? 0));
    if (stated.length === 0) return '';
    const whom = byWhom.map(({ kind, count }) => this.count(`whom.${kind}`, count));
    const list = (words: readonly string[]): string => new Intl.ListFormat(this.ui.language(), { type: 'conjunction' }).format(words);
    return `${list(stated)} (${list(whom)})`;
  }

  private count(key: string, count: number): string {
    return countWords(count, this.transloco.translateObject<CountWords>(`library.toolbox.${key}`), this.ui.language());
  }
}
