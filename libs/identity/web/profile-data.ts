import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { eraseMine, exportMine, type Person } from '@cohorte/identity/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { IdentityStore } from './identity.store';
import { saveFile } from './save-file';

/** Take my data away; erase my account. */
@Component({
  selector: 'co-profile-data',
  imports: [Banner, Button, Card, Icon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-card [heading]="'identity.data.heading' | transloco">
      @if (problem(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
      <p>{{ 'identity.data.exportAbout' | transloco }}</p>
      <button coButton type="button" [loading]="exporting()" (click)="export()"><co-icon name="download" />{{ 'identity.data.export' | transloco }}</button>
      <p class="second">{{ 'identity.data.eraseAbout' | transloco }}</p>
      <button coButton type="button" [loading]="erasing()" (click)="erase()"><co-icon name="trash-2" />{{ 'identity.data.erase' | transloco }}</button>
    </co-card>
  `,
  styles: `p { margin-bottom: var(--co-space-3); } .second { margin-top: var(--co-space-6); } co-banner { margin-bottom: var(--co-space-4); }`,
})
export class ProfileData {
  readonly person = input.required<Person>();
  private readonly api = inject(ApiClient);
  private readonly words = inject(ErrorWords);
  private readonly dialogs = inject(Dialogs);
  private readonly identity = inject(IdentityStore);
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  protected readonly problem = signal('');
  protected readonly exporting = signal(false);
  protected readonly erasing = signal(false);

  protected async export(): Promise<void> {
    this.exporting.set(true);
    try {
      const mine = await this.api.call(exportMine, {});
      const text = JSON.stringify(mine, null, 2);
      saveFile(this.document, `cohorte-${mine.exportedAt.slice(0, 10)}.json`, new Blob([text], { type: 'application/json' }));
    } catch (failure) {
      this.problem.set(this.words.of(failure));
    } finally {
      this.exporting.set(false);
    }
  }

  protected async erase(): Promise<void> {
    const { email } = this.person();
    const sure = await this.dialogs.confirm({
      title: this.transloco.translate('identity.data.eraseTitle'),
      text: this.transloco.translate('identity.data.eraseText'),
      confirm: this.transloco.translate('identity.data.erase'),
      danger: true,
      typed: email,
    });
    if (!sure) return;
    this.erasing.set(true);
    try {
      await this.api.call(eraseMine, { confirmation: email });
      this.identity.leave();
    } catch (failure) {
      this.problem.set(this.words.of(failure));
    } finally {
      this.erasing.set(false);
    }
  }
}
