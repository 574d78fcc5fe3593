import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { countWords } from '@cohorte/ui/web/count.pipe';
import { Hidden } from '@cohorte/ui/web/hidden';
import { Icon } from '@cohorte/ui/web/icon';
import { Progress } from '@cohorte/ui/web/progress';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { FileWords } from '../file-words';
import { DepositStore } from './deposit.store';

/** Said aloud at each quarter, not at each byte. */
const quarters = 4;

/** How far the whole deposit is, and what can be done about all of it. */
@Component({
  selector: 'co-deposit-progress',
  imports: [Banner, Button, Card, Hidden, Icon, Progress, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-card *transloco="let t; prefix: 'library.depositing'">
      <co-progress [label]="t('sending')" [value]="share()" [valueText]="valueText()" />
      <p class="bytes">{{ bytes() }}</p>
      @if (store.isCut()) {<co-banner tone="offline" live [heading]="t('cut')">{{ t('cutText') }}</co-banner>}
      @else if (store.isPaused()) {<p class="soft">{{ t('pausedAll') }}</p>}
      @else {<p class="soft">{{ t('keepOpen') }}</p>}
      <div class="acts">
        @if (store.isGoing()) {<button coButton type="button" (click)="store.pause()"><co-icon name="pause" />{{ t('pause') }}</button>}
        @else if (store.sum().by.paused) {<button coButton variant="primary" type="button" (click)="store.resume()"><co-icon name="play" />{{ t('resume') }}</button>}
        @if (store.sum().by.failed) {<button coButton type="button" (click)="store.retry()"><co-icon name="refresh-cw" />{{ retryWords() }}</button>}
        @if (!store.sum().isOver) {<button coButton variant="quiet" type="button" (click)="cancel()">{{ t('cancelAll') }}</button>}
      </div>
      <p coHidden role="status">{{ aloud() }}</p>
    </co-card>
  `,
  styles: `
    .bytes { margin-top: 6px; color: var(--co-soft); font-size: var(--co-text-xs); font-variant-numeric: tabular-nums; }
    .soft { margin-top: var(--co-space-3); color: var(--co-soft); }
    co-banner { margin-top: var(--co-space-3); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); margin-top: var(--co-space-4); }
  `,
})
export class DepositProgress {
  protected readonly store = inject(DepositStore);
  private readonly files = inject(FileWords);
  private readonly dialogs = inject(Dialogs);
  private readonly ui = inject(UiWords);
  private readonly transloco = inject(TranslocoService);
  protected readonly share = computed(() => (this.store.sum().bytes ? (this.store.sum().sent / this.store.sum().bytes) * 100 : 0));
  protected readonly valueText = computed(() => [this.say('sendingOf', { done: this.store.sum().by.sent, all: this.store.sum().count }), this.leftWords()].filter(Boolean).join(' · '));
  protected readonly bytes = computed(() => this.say('sendingBytes', { sent: this.files.size(this.store.sum().sent), all: this.files.size(this.store.sum().bytes) }));
  protected readonly retryWords = computed(() => countWords(this.store.sum().by.failed, { one: this.say('retryAll.one'), other: this.say('retryAll.other') }, this.ui.language()));
  protected readonly aloud = computed(() => {
    if (this.store.sum().isOver) return this.say('arrived');
    const step = Math.floor((this.share() / 100) * quarters) * (100 / quarters);
    return step > 0 ? this.say('arrivedShare', { share: step }) : '';
  });

  protected async cancel(): Promise<void> {
    const sure = await this.dialogs.confirm({ title: this.say('cancelAllTitle'), text: this.say('cancelAllText'), confirm: this.say('cancelAll'), cancel: this.say('cancelAllKeep'), danger: true });
    if (sure) this.store.cancelAll();
  }

  private leftWords(): string {
    const seconds = this.store.left();
    if (seconds === null) return '';
    if (seconds < 60) return this.say('left.soon');
    const minutes = Math.round(seconds / 60);
    if (minutes < 60) return this.say('left.minutes', { count: minutes });
    return this.say('left.hours', { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') });
  }

  private say(key: string, values: Record<string, unknown> = {}): string {
    this.ui.language();
    return this.transloco.translate(`library.depositing.${key}`, values);
  }
}
