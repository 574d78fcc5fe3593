import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { type IsActiveMatchOptions, Router, RouterLink } from '@angular/router';
import { type NoticeTopic, noticeTopics } from '@cohorte/notifications/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Empty } from '@cohorte/ui/web/empty';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { Tab, TabLinks } from '@cohorte/ui/web/tab-links';
import { TranslocoDirective } from '@jsverse/transloco';
import { BellStore } from './bell.store';
import { NoticeLine } from './notice-line';
import { NoticesStore } from './notices.store';

/** All of a person’s notices; the filter is in the address (`?filtre=non-lues&genre=reminders`). */
@Component({
  selector: 'co-notifications-page',
  imports: [Banner, Button, Empty, NoticeLine, PageHead, RouterLink, Skeleton, Tab, TabLinks, TranslocoDirective],
  providers: [NoticesStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './notifications.page.html',
  styles: `
    :host { display: block; max-width: 46rem; }
    .filters { display: flex; flex-wrap: wrap; align-items: flex-end; justify-content: space-between; gap: var(--co-space-3) var(--co-space-6); margin-bottom: var(--co-space-4); }
    label { display: flex; align-items: center; gap: var(--co-space-2); color: var(--co-soft); font-size: var(--co-text-s); min-width: 0; }
    select { min-height: 40px; max-width: 100%; min-width: 0; padding: 0 var(--co-space-3); font: inherit; color: var(--co-ink); background: var(--co-surface); border: 1px solid var(--co-edge); border-radius: var(--co-radius); }
    .more { padding: var(--co-space-4) 0; text-align: center; }
  `,
})
export class NotificationsPage {
  readonly filtre = input('');
  readonly genre = input('');
  protected readonly store = inject(NoticesStore);
  protected readonly bell = inject(BellStore);
  protected readonly topics = noticeTopics;
  protected readonly exact: IsActiveMatchOptions = { paths: 'exact', queryParams: 'exact', matrixParams: 'ignored', fragment: 'ignored' };
  protected readonly unreadOnly = computed(() => this.filtre() === 'non-lues');
  protected readonly topic = computed<NoticeTopic | null>(() => noticeTopics.find((known) => known === this.genre()) ?? null);
  private readonly router = inject(Router);

  constructor() {
    effect(() => {
      this.bell.changes();
      this.unreadOnly();
      this.topic();
      untracked(() => void this.load());
    });
  }

  protected load(): Promise<void> {
    return this.store.show({ unreadOnly: this.unreadOnly(), topic: this.topic() });
  }

  protected choose(topic: string): void {
    void this.router.navigate([], { queryParams: { genre: topic || null }, queryParamsHandling: 'merge' });
  }
}
