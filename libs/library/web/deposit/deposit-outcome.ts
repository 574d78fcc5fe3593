import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ErrorWords } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { CountPipe, countWords } from '@cohorte/ui/web/count.pipe';
import { Icon } from '@cohorte/ui/web/icon';
import type { IconName } from '@cohorte/ui/web/icons';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { DepositStore } from './deposit.store';
import type { RowGroup, RowState } from './deposit-row';

interface Line {
  readonly name: 'published' | 'submitted' | 'complete' | 'reading' | 'incomplete' | 'decide' | 'stopped';
  readonly states: readonly RowState[];
  readonly icon: IconName;
  readonly group: RowGroup;
}

const lines: readonly Line[] = [
  { name: 'published', states: ['published'], icon: 'circle-check', group: 'done' }, { name: 'submitted', states: ['submitted'], icon: 'send', group: 'done' }, { name: 'complete', states: ['complete'], icon: 'check', group: 'done' },
  { name: 'reading', states: ['reading'], icon: 'eye', group: 'going' }, { name: 'decide', states: ['decide'], icon: 'copy', group: 'todo' }, { name: 'incomplete', states: ['incomplete'], icon: 'pencil', group: 'todo' },
  { name: 'stopped', states: ['refused', 'denied', 'unfit', 'failed', 'absent'], icon: 'circle-alert', group: 'todo' },
];

/** What became of a deposit, and the one press that proposes what is complete. */
@Component({
  selector: 'co-deposit-outcome',
  imports: [Button, Card, CountPipe, Icon, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-card *transloco="let t; prefix: 'library.depositing.outcome'" [heading]="t('title')">
      <ul role="list" aria-live="polite">
        @for (one of counts(); track one.name) {
          <li><button type="button" [class]="one.group" (click)="shown.emit(one.group)"><co-icon [name]="one.icon" size="small" /><span>{{ one.count | coCount: { one: t(one.name + '.one'), other: t(one.name + '.other') } }}</span></button></li>
        }
      </ul>
      @if (isRead()) {} @else {<p class="soft">{{ t('readingText') }}</p>}
      <div class="acts">
        @if (complete().length) {<button coButton variant="primary" type="button" [loading]="busy()" (click)="submit()"><co-icon [name]="mayPublish() ? 'check' : 'send'" />{{ submitWords() }}</button>}
        <a coButton routerLink="/ressources/mes-depots">{{ t('mine') }}</a>
        <button coButton variant="quiet" type="button" (click)="again.emit()">{{ t('again') }}</button>
      </div>
    </co-card>
  `,
  styles: `
    ul { display: grid; margin: calc(-1 * var(--co-space-1)) calc(-1 * var(--co-space-2)) 0; padding: 0; }
    li button { display: flex; align-items: center; gap: var(--co-space-3); width: 100%; min-height: var(--co-row); padding: var(--co-space-1) var(--co-space-2); border: 0; border-radius: var(--co-radius); background: none; text-align: left; }
    li button:hover { background: var(--co-sunk); }
    li button co-icon { color: var(--co-green); }
    li button.todo co-icon { color: var(--co-brick); }
    li button.going co-icon { color: var(--co-slate); }
    .soft { color: var(--co-soft); font-size: var(--co-text-xs); margin-top: var(--co-space-2); }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); margin-top: var(--co-space-4); }
  `,
})
export class DepositOutcome {
  readonly mayPublish = input(false);
  readonly shown = output<RowGroup>();
  readonly again = output();
  protected readonly store = inject(DepositStore);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly ui = inject(UiWords);
  private readonly transloco = inject(TranslocoService);
  protected readonly busy = signal(false);
  protected readonly counts = computed(() => lines.map((line) => ({ ...line, count: this.store.rows().filter(({ state }) => line.states.includes(state)).length })).filter(({ count }) => count > 0));
  protected readonly isRead = computed(() => !this.store.rows().some(({ state }) => state === 'reading'));
  protected readonly complete = computed(() => this.store.rows().flatMap(({ state, deposited }) => (state === 'complete' && deposited?.resourceId ? deposited.resourceId : [])));
  protected readonly submitWords = computed(() => this.count(this.mayPublish() ? 'publish' : 'submit', this.complete().length));

  protected async submit(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const asked = this.complete();
    const then = this.mayPublish() ? 'publish' : 'submit';
    try {
      const problems = await this.store.submit(then, asked);
      const done = asked.length - problems.length;
      const said = [done > 0 ? this.count(then === 'publish' ? 'published_done' : 'submitted_done', done) : '', problems.length ? this.count('some', problems.length) : ''];
      this.toasts.show(said.filter(Boolean).join(' '), { tone: problems.length ? 'problem' : 'done' });
    } catch (failure) {
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
    } finally {
      this.busy.set(false);
    }
  }

  private count(key: string, count: number): string {
    const words = (form: string): string => this.transloco.translate(`library.depositing.outcome.${key}.${form}`);
    return countWords(count, { one: words('one'), other: words('other') }, this.ui.language());
  }
}
