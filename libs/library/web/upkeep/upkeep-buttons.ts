import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { confirmResource, followMovedLink, type ResourceUpkeep } from '@cohorte/library/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Icon } from '@cohorte/ui/web/icon';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { type Confirmed, ConfirmDialog } from './confirm.dialog';

/** A published resource that one keeps true. */
interface Kept {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly upkeep: ResourceUpkeep;
}

/** What its keepers do with a resource that should be read again: say that it still holds, take its new address. */
@Component({
  selector: 'co-upkeep-buttons',
  imports: [Button, Icon, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="co-no-print" role="group" *transloco="let t; prefix: 'library.upkeep'" [attr.aria-label]="t('acts', { title: resource().title })">
      @if (resource().upkeep.movedTo && resource().upkeep.mayEdit) {<button coButton type="button" [loading]="busy()" (click)="follow()"><co-icon name="link" />{{ t('follow') }}</button>}
      <button coButton type="button" [loading]="busy()" (click)="confirm()"><co-icon name="check" />{{ t('confirm') }}</button>
    </div>
  `,
  styles: `div { display: flex; flex-wrap: wrap; gap: var(--co-space-2); }`,
})
export class UpkeepButtons {
  readonly resource = input.required<Kept>();
  readonly changed = output();
  private readonly api = inject(ApiClient);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  protected readonly busy = signal(false);

  protected async confirm(): Promise<void> {
    const { id, title, version } = this.resource();
    const asked = await firstValueFrom(this.dialogs.open<Confirmed>(ConfirmDialog, { title }).closed, { defaultValue: undefined });
    if (asked) await this.attempt(() => this.api.call(confirmResource, { resourceId: id, version, reviewOn: asked.reviewOn }), 'confirmed');
  }

  protected async follow(): Promise<void> {
    const { id, version, upkeep } = this.resource();
    const link = upkeep.movedTo;
    if (link) await this.attempt(() => this.api.call(followMovedLink, { resourceId: id, version, link }), 'followed');
  }

  /** Refused because it was changed meanwhile, it is read again too. */
  private async attempt(run: () => Promise<unknown>, done: string): Promise<void> {
    this.busy.set(true);
    try {
      await run();
      this.toasts.show(this.transloco.translate(`library.upkeep.${done}`, { title: this.resource().title }));
    } catch (failure) {
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
    } finally {
      this.busy.set(false);
      this.changed.emit();
    }
  }
}
