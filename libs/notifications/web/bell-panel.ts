import { ChangeDetectionStrategy, Component, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Notice } from '@cohorte/notifications/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { Empty } from '@cohorte/ui/web/empty';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective } from '@jsverse/transloco';
import { BellStore } from './bell.store';
import { NoticeLine } from './notice-line';
import { NoticesStore } from './notices.store';

/** As many as one reads at a glance; the page has the others. */
const shown = 8;

/** What the bell opens: the newest notices, everything read at once, and the way to all of them. */
@Component({
  selector: 'co-bell-panel',
  imports: [Banner, Button, DialogLayout, Empty, NoticeLine, RouterLink, Skeleton, TranslocoDirective],
  providers: [NoticesStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'notifications'">
      <co-dialog-layout [heading]="t('bell.title')">
        <p class="acts">
          <button coButton variant="quiet" type="button" [disabled]="bell.unread() === 0" (click)="store.readAll()">{{ t('list.readAll') }}</button>
          <a coButton variant="quiet" routerLink="/profil/notifications" (click)="ref?.close()">{{ t('bell.settings') }}</a>
        </p>
        @if (store.failed()) {
          <co-banner tone="needs-you">{{ t('list.failed') }}<button coButton coAction type="button" (click)="load()">{{ t('list.retry') }}</button></co-banner>
        } @else if (store.notices(); as notices) {
          @if (notices.length > 0) {
            <div role="list" [attr.aria-label]="t('bell.title')">
              @for (notice of notices; track notice.id) {<co-notice-line [notice]="notice" (opened)="follow(notice)" (marked)="store.mark(notice, $event)" />}
            </div>
          } @else {
            <co-empty [heading]="t('list.empty')" [text]="t('list.emptyText')" />
          }
        } @else {
          <co-skeleton [lines]="6" />
        }
        <a coButton coFooter routerLink="/notifications" (click)="ref?.close()">{{ t('bell.all') }}</a>
      </co-dialog-layout>
    </ng-container>
  `,
  styles: `.acts { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--co-space-1) var(--co-space-3); margin: 0 calc(-1 * var(--co-space-3)) var(--co-space-2); }`,
})
export class BellPanel {
  protected readonly store = inject(NoticesStore);
  protected readonly bell = inject(BellStore);
  protected readonly ref = inject(DialogRef, { optional: true });

  constructor() {
    effect(() => {
      this.bell.changes();
      untracked(() => void this.load());
    });
  }

  protected load(): Promise<void> {
    return this.store.show({ unreadOnly: false, topic: null }, shown);
  }

  /** Following a notice is reading it. */
  protected follow(notice: Notice): void {
    void this.store.mark(notice, true);
    this.ref?.close();
  }
}
