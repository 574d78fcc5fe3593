import { computed, inject, Injectable, signal } from '@angular/core';
import { listNotices, markNotices, type Notice, type NoticeTopic, readAllNotices } from '@cohorte/notifications/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { type CountWords, countWords } from '@cohorte/ui/web/count.pipe';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoService } from '@jsverse/transloco';
import { BellStore } from './bell.store';

export interface NoticeFilter {
  readonly unreadOnly: boolean;
  readonly topic: NoticeTopic | null;
}

/** A list of notices that is being read: pages of it, and what is done to them. */
@Injectable()
export class NoticesStore {
  private readonly api = inject(ApiClient);
  private readonly bell = inject(BellStore);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(ErrorWords);
  private readonly ui = inject(UiWords);
  private readonly transloco = inject(TranslocoService);
  private readonly shown = signal<readonly Notice[] | undefined>(undefined);
  private readonly after = signal<string | null>(null);
  private filter: NoticeFilter = { unreadOnly: false, topic: null };
  private asked = 0;

  readonly notices = this.shown.asReadonly();
  readonly hasMore = computed(() => this.after() !== null);
  readonly failed = signal(false);
  readonly loading = signal(false);

  /** Shows a list from its beginning; what is shown stays until the answer is there. */
  async show(filter: NoticeFilter, limit = 20): Promise<void> {
    this.filter = filter;
    await this.load(null, limit);
  }

  more(): Promise<void> {
    return this.load(this.after(), 20);
  }

  async mark(notice: Notice, isRead: boolean): Promise<void> {
    if (notice.isRead === isRead) return;
    this.put([notice.id], isRead);
    try {
      this.bell.set((await this.api.call(markNotices, { noticeIds: [notice.id], isRead })).unread);
    } catch (error) {
      this.put([notice.id], notice.isRead);
      this.toasts.show(this.words.of(error), { tone: 'problem' });
    }
  }

  async readAll(): Promise<void> {
    try {
      const { noticeIds } = await this.api.call(readAllNotices, {});
      this.bell.set(0);
      this.shown.update((all) => all?.map((notice) => ({ ...notice, isRead: true })));
      const said = countWords(noticeIds.length, this.transloco.translateObject<CountWords>('notifications.list.allRead'), this.ui.language());
      this.toasts.show(said, noticeIds.length > 0 ? { undo: () => this.unread(noticeIds) } : {});
    } catch (error) {
      this.toasts.show(this.words.of(error), { tone: 'problem' });
    }
  }

  private async unread(noticeIds: string[]): Promise<void> {
    this.bell.set((await this.api.call(markNotices, { noticeIds, isRead: false })).unread);
    this.put(noticeIds, false);
  }

  private put(ids: readonly string[], isRead: boolean): void {
    this.shown.update((all) => all?.map((notice) => (ids.includes(notice.id) ? { ...notice, isRead } : notice)));
  }

  private async load(before: string | null, limit: number): Promise<void> {
    const turn = (this.asked += 1);
    this.loading.set(true);
    this.failed.set(false);
    const { unreadOnly, topic } = this.filter;
    try {
      const page = await this.api.call(listNotices, { limit, ...(unreadOnly ? { unreadOnly: 'true' as const } : {}), ...(topic ? { topic } : {}), ...(before ? { before } : {}) });
      if (turn !== this.asked) return;
      this.shown.update((all) => (before ? [...(all ?? []), ...page.notices] : page.notices));
      this.after.set(page.next);
      this.bell.set(page.unread);
    } catch {
      if (turn === this.asked) this.failed.set(true);
    } finally {
      if (turn === this.asked) this.loading.set(false);
    }
  }
}
