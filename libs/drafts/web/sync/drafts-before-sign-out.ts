import { inject, Injectable } from '@angular/core';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { BrowserOutbox } from './browser-outbox';
import { DraftWriter } from './draft-writer';

/**
 * Signing out on purpose leaves nothing on the device; what was never sent is offered as a file first.
 * An expired session does not pass here: it wipes nothing.
 */
@Injectable({ providedIn: 'root' })
export class DraftsBeforeSignOut {
  private readonly outbox = inject(BrowserOutbox).outbox;
  private readonly writer = inject(DraftWriter);
  private readonly dialogs = inject(Dialogs);

  /** False when the person prefers to stay signed in. */
  async mayLeave(): Promise<boolean> {
    const personId = this.writer.remembered()?.personId;
    if (!personId) return true;
    const { edits, refused } = await this.outbox.unsentOf(personId).catch(() => ({ edits: [], refused: [] }));
    const unsent = [...edits, ...refused];
    if (unsent.length > 0) {
      const { askAboutUnsent } = await import('./unsent.dialog');
      const titles = new Map((await this.outbox.keptTitles(personId)).map((kept) => [kept.draftId, kept.title]));
      if (!(await askAboutUnsent(this.dialogs, { edits: unsent, titles }))) return false;
    }
    await this.outbox.wipe(personId).catch(() => undefined);
    this.writer.forget();
    return true;
  }
}
