import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listDeposits } from '@cohorte/library/contract';
import { ApiClient } from '@cohorte/platform/web';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { Icon } from '@cohorte/ui/web/icon';
import { Tile } from '@cohorte/ui/web/tile';
import { TranslocoDirective } from '@jsverse/transloco';
import { ResourceWords } from '../resource-words';

/** Older ones are found by their resources. */
const shownAtMost = 4;

/** My last deposits of files, each with what is left to do; nothing when there was none. */
@Component({
  selector: 'co-deposit-batches',
  imports: [CountPipe, Icon, RouterLink, Tile, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (deposits().length) {
      <section *transloco="let t; prefix: 'library.depositing'" aria-labelledby="co-batches">
        <h2 id="co-batches">{{ t('desk.batches') }}</h2>
        <div class="co-tiles">
          @for (one of deposits(); track one.id) {
            <a coTile routerLink="/ressources/deposer" [queryParams]="{ depot: one.id }">
              <strong>{{ t('desk.batch', { day: words.day(one.madeAt) }) }}</strong>
              <span>{{ one.files | coCount: { one: t('files.one'), other: t('files.other') } }}</span>
              <span class="soft">
                @if (one.waiting) {<span><co-icon name="eye" size="small" /> {{ one.waiting | coCount: { one: t('desk.waiting.one'), other: t('desk.waiting.other') } }}</span>}
                @if (one.refused) {<span class="refused"><co-icon name="circle-alert" size="small" /> {{ one.refused | coCount: { one: t('desk.refused.one'), other: t('desk.refused.other') } }}</span>}
                @if (one.drafts) {<span><co-icon name="pencil" size="small" /> {{ one.drafts | coCount: { one: t('desk.drafts.one'), other: t('desk.drafts.other') } }}</span>}
                @if (!one.waiting && !one.refused && !one.drafts) {<span><co-icon name="check" size="small" /> {{ t('desk.done') }}</span>}
              </span>
            </a>
          }
        </div>
      </section>
    }
  `,
  styles: `
    section { margin-top: var(--co-space-6); }
    h2 { margin-bottom: var(--co-space-3); }
    .soft { display: flex; flex-wrap: wrap; gap: 0 var(--co-space-3); color: var(--co-soft); font-size: var(--co-text-xs); }
    .refused { color: var(--co-brick); }
  `,
})
export class DepositBatches {
  private readonly api = inject(ApiClient);
  protected readonly words = inject(ResourceWords);
  private readonly read = resource({ loader: () => this.api.call(listDeposits, {}) });
  protected readonly deposits = computed(() => (this.read.hasValue() ? this.read.value().deposits.slice(0, shownAtMost) : []));
}
