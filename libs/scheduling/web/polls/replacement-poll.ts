import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { openReplacement, readReplacement } from '@cohorte/scheduling/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Icon } from '@cohorte/ui/web/icon';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { newRequestId } from '../track-dates/request-id';
import { PollWords } from './poll-words';

/** On the page of a postponed meeting: its last poll again, in one press. Silent where no poll was ever opened. */
@Component({
  selector: 'co-replacement-poll',
  imports: [Banner, Button, Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (found()?.currentPollId; as current) {
      <co-banner tone="info">{{ words.say('replacement.current') }} <a [routerLink]="['/sondages', current]">{{ words.say('replacement.see') }}</a></co-banner>
    } @else if (found()?.former; as former) {
      <co-banner tone="info" [heading]="words.say('replacement.title')">
        <p>{{ words.say(former.slots.length ? 'replacement.text' : 'replacement.noSlots', { people: former.people, slots: slots() }) }}</p>
        @if (failure(); as said) {<p role="alert">{{ said }}</p>}
        <p class="acts">
          <button coButton type="button" [loading]="busy()" (click)="open()"><co-icon name="vote" />{{ words.say(former.slots.length ? 'replacement.open' : 'replacement.prepare') }}</button>
          <a [routerLink]="['/sondages/nouveau', meetingId()]">{{ words.say('replacement.other') }}</a>
        </p>
      </co-banner>
    }
  `,
  styles: `
    :host { display: block; margin-bottom: var(--co-space-5); }
    .acts { display: flex; flex-wrap: wrap; align-items: center; gap: var(--co-space-2) var(--co-space-4); margin-top: var(--co-space-3); }
  `,
})
export class ReplacementPoll {
  readonly meetingId = input.required<string>();
  protected readonly words = inject(PollWords);
  private readonly api = inject(ApiClient);
  private readonly errors = inject(ErrorWords);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly read = resource({ params: () => this.meetingId(), loader: ({ params }) => this.api.call(readReplacement, { meetingId: params }) });
  protected readonly found = computed(() => (this.read.hasValue() ? this.read.value() : undefined));
  protected readonly slots = computed(() => {
    const former = this.found()?.former;
    return (former?.slots ?? []).map((slot) => this.words.slot(slot, former?.zone ?? '')).join(' ; ');
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal('');
  private readonly requestId = newRequestId();

  protected async open(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set('');
    try {
      const { pollId, opened } = await this.api.call(openReplacement, { meetingId: this.meetingId(), requestId: this.requestId });
      await this.router.navigate(['/sondages', pollId]);
      this.toasts.show(this.words.say(opened ? 'replacement.opened' : 'replacement.prepared'));
    } catch (failure) {
      this.failure.set(this.errors.of(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
