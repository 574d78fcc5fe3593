import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { OutboxEdit } from './draft-outbox';

/** Gives writers their unsent work as a file, in their language. */
@Injectable({ providedIn: 'root' })
export class UnsentDownload {
  private readonly transloco = inject(TranslocoService);

  async save(edits: readonly OutboxEdit[], titles: ReadonlyMap<string, string>): Promise<void> {
    const { downloadText, unsentFile } = await import('./unsent-file');
    const words = (key: string): string => this.transloco.translate(`drafts.unsent.${key}`);
    const text = unsentFile(edits, {
      heading: words('heading'), explanation: words('explanation'), technical: words('technical'),
      titleOf: (draftId) => titles.get(draftId) ?? words('untitled'),
    });
    downloadText(words('fileName'), text);
  }
}
