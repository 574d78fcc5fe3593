import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { type NoticePreference, type NoticeTopic, noticeTopics, stopLetters, viewStopping } from '@cohorte/notifications/contract';
import { ApiClient, ErrorWords, ErrorWordsPipe } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoDirective } from '@jsverse/transloco';

/** Where the link at the foot of a letter leads: it shows what can be stopped, and stops it when pressed. No account is needed. */
@Component({
  selector: 'co-stopping-page',
  imports: [Banner, Button, Card, ErrorWordsPipe, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './stopping.page.html',
  styles: `
    :host { display: block; max-width: 36rem; margin: var(--co-space-8) auto; padding-inline: var(--co-space-4); }
    .soft { color: var(--co-soft); overflow-wrap: anywhere; }
    .act { margin-top: var(--co-space-4); }
    ul { list-style: none; margin: 0; padding: 0; }
    li { display: flex; align-items: center; justify-content: space-between; gap: var(--co-space-3); padding: var(--co-space-2) 0; min-height: 44px; }
    li + li { border-top: 1px solid var(--co-hairline); }
    .name { min-width: 0; }
    .help { display: block; color: var(--co-soft); font-size: var(--co-text-xs); }
    details { margin-top: var(--co-space-5); }
    summary { cursor: pointer; min-height: 44px; align-content: center; font-weight: 650; }
  `,
})
export class StoppingPage {
  readonly token = input.required<string>();
  readonly genre = input('');
  private readonly api = inject(ApiClient);
  private readonly words = inject(ErrorWords);
  protected readonly found = resource({ params: () => this.token(), loader: ({ params }) => this.api.call(viewStopping, { token: params }) });
  private readonly shown = linkedSignal<readonly NoticePreference[]>(() => (this.found.hasValue() ? this.found.value().preferences : []));
  protected readonly address = computed(() => (this.found.hasValue() ? this.found.value().address : ''));
  protected readonly asked = computed<NoticePreference | undefined>(() => {
    const topic = noticeTopics.find((known) => known === this.genre());
    return this.shown().find((one) => one.topic === topic && one.canStop);
  });
  protected readonly others = computed(() => this.shown().filter((one) => one !== this.asked()));
  protected readonly done = signal<{ topic: NoticeTopic; wanted: boolean } | null>(null);
  protected readonly problem = signal('');
  protected readonly busy = signal(false);

  protected async set(topic: NoticeTopic, wanted: boolean): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set('');
    try {
      this.shown.set((await this.api.call(stopLetters, { token: this.token(), topic, wanted })).preferences);
      this.done.set({ topic, wanted });
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
