import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, signal } from '@angular/core';
import { RealtimeClient } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { Router } from '@angular/router';

/** A short cut is not worth a word: the socket comes back by itself in a second or two. */
const patienceMs = 6_000;

/** Says calmly that the connection is gone, or that the session is over, and what is kept. */
@Component({
  selector: 'co-connection-notice',
  imports: [Banner, Button, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="said" role="status" *transloco="let t; prefix: 'shell'">
      @switch (trouble()) {
        @case ('offline') {<co-banner tone="offline" [heading]="t('offline.title')">{{ t('offline.text') }}</co-banner>}
        @case ('unreachable') {<co-banner tone="offline" [heading]="t('offline.unreachable')">{{ t('offline.unreachableText') }}</co-banner>}
        @case ('signed-out') {
          <co-banner tone="needs-you" [heading]="t('signedOut.title')">{{ t('signedOut.text') }}<button coButton coAction type="button" variant="primary" (click)="signIn()">{{ t('signedOut.act') }}</button></co-banner>
        }
      }
    </div>
  `,
  styles: `.said:has(co-banner) { padding: var(--co-space-3) var(--co-space-4) 0; max-width: calc(var(--co-column) + 80px); margin: 0 auto; }`,
})
export class ConnectionNotice {
  private readonly live = inject(RealtimeClient);
  private readonly router = inject(Router);
  private readonly deviceOnline = signal(navigator.onLine);
  private readonly waitedLong = signal(false);
  protected readonly trouble = computed(() => {
    if (!this.deviceOnline()) return 'offline';
    if (this.live.status() === 'signed-out') return 'signed-out';
    return this.waitedLong() ? 'unreachable' : null;
  });

  constructor() {
    const follow = () => this.deviceOnline.set(navigator.onLine);
    addEventListener('online', follow);
    addEventListener('offline', follow);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('online', follow);
      removeEventListener('offline', follow);
    });
    effect((onCleanup) => {
      const waits = this.live.status() === 'connecting';
      this.waitedLong.set(false);
      if (!waits) return;
      const timer = setTimeout(() => this.waitedLong.set(true), patienceMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  /** Loads the page anew: the guard asks who is here, and what was open comes back after the sign-in. */
  protected signIn(): void {
    location.assign(`/connexion?next=${encodeURIComponent(this.router.url)}`);
  }
}
