import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listPreferences, type NoticeChannel, noticeChannels, type NoticePreference, type NoticeTopic, noticeTopics, setPreference } from '@cohorte/notifications/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective } from '@jsverse/transloco';

/** What a person is told, by the bell and by mail: one line a kind, saved at each press; what cannot be stopped says why. */
@Component({
  selector: 'co-notice-preferences-page',
  imports: [Banner, Button, PageHead, RouterLink, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './preferences.page.html',
  styleUrl: './preferences.page.css',
})
export class PreferencesPage {
  private readonly api = inject(ApiClient);
  private readonly words = inject(ErrorWords);
  protected readonly topics = noticeTopics;
  protected readonly channels = noticeChannels;
  protected readonly found = resource({ loader: () => this.api.call(listPreferences, {}).then((answer) => answer.preferences) });
  private readonly chosen = linkedSignal<readonly NoticePreference[]>(() => (this.found.hasValue() ? this.found.value() : []));
  protected readonly known = computed(() => this.chosen().length > 0);
  protected readonly problem = signal('');
  protected readonly saved = signal(0);

  protected of(topic: NoticeTopic, channel: NoticeChannel): NoticePreference | undefined {
    return this.chosen().find((one) => one.topic === topic && one.channel === channel);
  }

  /** Shown at once; what the server could not keep goes back to what it was. */
  protected async set(topic: NoticeTopic, channel: NoticeChannel, wanted: boolean): Promise<void> {
    const before = this.chosen();
    this.problem.set('');
    this.chosen.update((all) => all.map((one) => (one.topic === topic && one.channel === channel ? { ...one, wanted } : one)));
    try {
      this.chosen.set((await this.api.call(setPreference, { topic, channel, wanted })).preferences);
      this.saved.update((times) => times + 1);
    } catch (error) {
      this.chosen.set(before);
      this.problem.set(this.words.of(error));
    }
  }
}
