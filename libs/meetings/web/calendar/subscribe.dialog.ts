import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { getCalendarFeed, renewCalendarFeed, revokeCalendarFeed } from '@cohorte/meetings/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { CopyButton } from '@cohorte/ui/web/copy-button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';

type Act = 'make' | 'renew' | 'revoke';
const programs = ['outlook', 'google', 'iphone', 'thunderbird'] as const;

/** Puts my agenda into another calendar: a private address, how to use it, and how to change or close it. */
@Component({
  selector: 'co-subscribe-dialog',
  imports: [Banner, Button, CopyButton, DialogLayout, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'meetings.feed'">
      <co-dialog-layout [heading]="t('title')">
        @if (problem(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
        <p>{{ t('about') }}</p>
        @if (feed.isLoading()) {<co-skeleton [lines]="3" />}
        @else if (url(); as address) {
          <label for="co-feed-url">{{ t('address') }}</label>
          <div class="address">
            <input id="co-feed-url" readonly [value]="address" (focus)="$any($event.target).select()" />
            <co-copy-button [text]="address" />
          </div>
          <p class="secret">{{ t('secret') }}</p>
          <a coButton variant="primary" [href]="webcal()">{{ t('open') }}</a>
          <h3>{{ t('how') }}</h3>
          @for (program of programs; track program) {<details><summary>{{ t(program + '.name') }}</summary><p>{{ t(program + '.how') }}</p></details>}
          <div class="acts">
            <button coButton type="button" size="small" [loading]="busy() === 'renew'" (click)="renew()">{{ t('renew') }}</button>
            <button coButton type="button" size="small" variant="quiet" [loading]="busy() === 'revoke'" (click)="revoke()">{{ t('revoke') }}</button>
          </div>
        } @else {
          <button coButton type="button" variant="primary" [loading]="busy() === 'make'" (click)="make()">{{ t('make') }}</button>
        }
        <ng-container coFooter><button coButton type="button" (click)="ref.close()">{{ t('close') }}</button></ng-container>
      </co-dialog-layout>
    </ng-container>
  `,
  styles: `
    p { margin-bottom: var(--co-space-3); }
    label { display: block; font-weight: 650; }
    .address { display: flex; gap: var(--co-space-2); margin: var(--co-space-1) 0 var(--co-space-2); }
    input { flex: 1; min-width: 0; min-height: var(--co-control); padding: 0 var(--co-space-2); border: 1px solid var(--co-edge); border-radius: var(--co-radius); background: var(--co-sunk); color: var(--co-ink); font-family: var(--co-font-mono); font-size: var(--co-text-xs); }
    .secret { color: var(--co-soft); font-size: var(--co-text-s); }
    h3 { margin: var(--co-space-5) 0 var(--co-space-2); font-size: var(--co-text-m); }
    details { border-top: 1px solid var(--co-hairline); }
    summary { min-height: 44px; padding: var(--co-space-2) 0; cursor: pointer; font-weight: 600; }
    details p { white-space: pre-line; }
    .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-2); margin-top: var(--co-space-5); }
  `,
})
export class SubscribeDialog {
  private readonly api = inject(ApiClient);
  private readonly errors = inject(ErrorWords);
  private readonly dialogs = inject(Dialogs);
  private readonly transloco = inject(TranslocoService);
  protected readonly ref = inject(DialogRef);
  protected readonly programs = programs;
  protected readonly feed = resource({ loader: () => this.api.call(getCalendarFeed, {}) });
  protected readonly url = computed(() => (this.feed.hasValue() ? this.feed.value().url : null));
  protected readonly webcal = computed(() => this.url()?.replace(/^https?:/, 'webcal:') ?? '');
  protected readonly busy = signal<Act | null>(null);
  protected readonly problem = signal('');

  protected make(): Promise<void> {
    return this.act('make', async () => this.feed.set(await this.api.call(renewCalendarFeed, {})));
  }

  protected async renew(): Promise<void> {
    if (await this.agreed('renew')) await this.act('renew', async () => this.feed.set(await this.api.call(renewCalendarFeed, {})));
  }

  protected async revoke(): Promise<void> {
    if (!(await this.agreed('revoke'))) return;
    await this.act('revoke', async () => {
      await this.api.call(revokeCalendarFeed, {});
      this.feed.set({ url: null, since: null });
    });
  }

  private agreed(act: 'renew' | 'revoke'): Promise<boolean> {
    const say = (word: string): string => this.transloco.translate(`meetings.feed.${word}`);
    return this.dialogs.confirm({ title: say(`${act}Title`), text: say(`${act}Text`), confirm: say(act), danger: act === 'revoke' });
  }

  private async act(act: Act, run: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(act);
    this.problem.set('');
    try {
      await run();
    } catch (failure) {
      this.problem.set(this.errors.of(failure));
    } finally {
      this.busy.set(null);
    }
  }
}
