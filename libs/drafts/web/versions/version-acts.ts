import { inject, Injectable } from '@angular/core';
import { ErrorWords } from '@cohorte/platform/web';
import { dateTimeWords } from '@cohorte/ui/web/date-words';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { VersionNameDialog } from './version-name.dialog';
import { VersionStore } from './version.store';

/** What is done with a version: asks first when it must, says what was done, offers the way back. */
@Injectable()
export class VersionActs {
  private readonly store = inject(VersionStore);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  private readonly ui = inject(UiWords);

  /** Without a position, the text as it stands. */
  async name(seq?: number, former = ''): Promise<void> {
    const shown = this.dialogs.open<string>(VersionNameDialog, former, { size: 'small' });
    const name = await firstValueFrom(shown.closed, { defaultValue: undefined });
    if (name) await this.try(() => this.store.name(seq, name), 'nameDone', { name });
  }

  async unname(seq: number): Promise<void> {
    await this.try(() => this.store.unname(seq), 'unnameDone');
  }

  async restore(seq: number, at: string): Promise<void> {
    const when = dateTimeWords(at, this.ui.language());
    const agreed = await this.dialogs.confirm({ title: this.word('restoreTitle'), text: this.word('restoreText', { when }), confirm: this.word('restore') });
    if (!agreed) return;
    let before = 0;
    const restored = await this.try(async () => {
      before = await this.store.restore(seq);
    });
    if (!restored) return;
    this.store.show(null);
    this.toasts.show(this.word('restoreDone', { when }), { undo: () => this.undo(before) });
  }

  /** Fails when it does, so that nobody reads that it is undone. */
  private async undo(before: number): Promise<void> {
    try {
      await this.store.restore(before);
    } catch (error) {
      this.toasts.show(this.errors.of(error), { tone: 'problem' });
      throw error;
    }
  }

  private word(key: string, params: Record<string, string> = {}): string {
    return this.transloco.translate(`drafts.versions.${key}`, params);
  }

  private async try(work: () => Promise<unknown>, done?: string, params: Record<string, string> = {}): Promise<boolean> {
    try {
      await work();
      if (done) this.toasts.show(this.word(done, params));
      return true;
    } catch (error) {
      this.toasts.show(this.errors.of(error), { tone: 'problem' });
      return false;
    }
  }
}
