import { inject, Pipe, type PipeTransform } from '@angular/core';
import { type CountWords, countWords } from '@cohorte/ui/web/count.pipe';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoService } from '@jsverse/transloco';

/** `3 | coCounted: 'notifications.bell.label'`: the words of the catalogue for so many. */
@Pipe({ name: 'coCounted', pure: false })
export class CountedPipe implements PipeTransform {
  private readonly ui = inject(UiWords);
  private readonly transloco = inject(TranslocoService);

  transform(count: number, key: string): string {
    return countWords(count, this.transloco.translateObject<CountWords>(key), this.ui.language());
  }
}
