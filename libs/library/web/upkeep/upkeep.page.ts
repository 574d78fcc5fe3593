import { ChangeDetectionStrategy, Component, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { openUpkeep, reportLegalChange, withdrawLegalChange } from '@cohorte/library/contract';
import { ApiClient, ErrorWords, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Chip } from '@cohorte/ui/web/chip';
import { CountPipe, countWords, type CountWords } from '@cohorte/ui/web/count.pipe';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { LibraryTabs } from '../library-tabs';
import { ResourceWords } from '../resource-words';
import { LegalChangeDialog, type ReportedChange } from './legal-change.dialog';
import { UpkeepButtons } from './upkeep-buttons';

/** Published resources that should be read again, with what one does about each, and the texts that changed. */
@Component({
  selector: 'co-upkeep-page',
  imports: [Banner, Button, Chip, CountPipe, Empty, ErrorWordsPipe, Icon, LibraryTabs, PageHead, RouterLink, Skeleton, TranslocoDirective, UpkeepButtons],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './upkeep.page.html',
  styleUrl: './upkeep.page.css',
})
export class UpkeepPage {
  private readonly api = inject(ApiClient);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  private readonly ui = inject(UiWords);
  protected readonly words = inject(ResourceWords);
  protected readonly read = resource({ loader: () => this.api.call(openUpkeep, {}) });

  protected async report(networks: readonly { id: string; name: string }[]): Promise<void> {
    const change = await firstValueFrom(this.dialogs.open<ReportedChange>(LegalChangeDialog, { networks }).closed, { defaultValue: undefined });
    if (!change) return;
    await this.attempt(async () => {
      const { citing } = await this.api.call(reportLegalChange, change);
      return countWords(citing, this.transloco.translateObject<CountWords>('library.upkeep.reported'), this.ui.language());
    });
  }

  protected async withdraw(changeId: string, article: string): Promise<void> {
    const say = (key: string): string => this.transloco.translate(`library.upkeep.${key}`, { article });
    const sure = await this.dialogs.confirm({ title: say('withdrawTitle'), text: say('withdrawText'), confirm: say('withdraw') });
    if (!sure) return;
    await this.attempt(async () => {
      await this.api.call(withdrawLegalChange, { changeId });
      return say('withdrawn');
    });
  }

  private async attempt(run: () => Promise<string>): Promise<void> {
    try {
      this.toasts.show(await run());
    } catch (failure) {
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
    }
    this.read.reload();
  }
}
