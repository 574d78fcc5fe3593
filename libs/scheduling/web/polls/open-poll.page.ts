import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router } from '@angular/router';
import { ApiClient, ErrorWords, ErrorWordsPipe } from '@cohorte/platform/web';
import { joinOpenPoll, type OpenPollView, readOpenPoll } from '@cohorte/scheduling/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Chip } from '@cohorte/ui/web/chip';
import { Empty } from '@cohorte/ui/web/empty';
import { Field } from '@cohorte/ui/web/field';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TextInput } from '@cohorte/ui/web/text-input';
import { PollWords } from './poll-words';

/** A poll behind its open link: what is asked, and a name and an address to receive a line of one’s own. */
@Component({
  selector: 'co-open-poll-page',
  imports: [Banner, Button, Chip, Empty, ErrorWordsPipe, Field, PageHead, Skeleton, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './open-poll.page.html',
  styles: `
    :host { display: block; max-width: var(--co-column); margin: 0 auto; padding-block: var(--co-space-6); }
    .note { margin-top: var(--co-space-3); max-width: 68ch; white-space: pre-line; overflow-wrap: anywhere; }
    form { display: grid; gap: var(--co-space-4); max-width: 30rem; margin-block: var(--co-space-4) var(--co-space-8); }
    form button { justify-self: start; }
    .soft { color: var(--co-soft); font-size: var(--co-text-s); }
    ul { list-style: none; padding: 0; border: 1px solid var(--co-hairline); border-radius: var(--co-radius-card); background: var(--co-surface); }
    li { display: flex; flex-wrap: wrap; gap: 0 var(--co-space-3); padding: var(--co-space-2) var(--co-space-3); font-variant-numeric: tabular-nums; }
    li + li { border-top: 1px solid var(--co-hairline); }
    h2 { margin-bottom: var(--co-space-2); }
  `,
})
export class OpenPollPage {
  readonly token = input.required<string>();
  protected readonly words = inject(PollWords);
  private readonly api = inject(ApiClient);
  private readonly errors = inject(ErrorWords);
  private readonly router = inject(Router);
  private readonly title = inject(Title);
  protected readonly view = signal<OpenPollView | undefined>(undefined);
  protected readonly failure = signal<unknown>(null);
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly problem = signal('');
  protected readonly mailedTo = signal('');
  protected readonly busy = signal(false);
  protected readonly state = computed(() => {
    const poll = this.view();
    return poll ? this.words.say(`states.${poll.state}`, { until: this.words.moment(poll.closesAt, poll.zone) }) : '';
  });
  protected readonly about = computed(() => {
    const poll = this.view();
    return poll ? [poll.meetingTitle === poll.title ? '' : poll.meetingTitle, this.words.zone(poll.zone), poll.spaceName].filter(Boolean).join(' · ') : '';
  });
  protected readonly slots = computed(() => (this.view()?.slots ?? []).map((slot) => ({ id: slot.id, words: this.words.slot(slot, this.view()?.zone ?? ''), theirs: this.words.theirs(slot, this.view()?.zone ?? '') })));

  constructor() {
    effect(() => {
      const token = this.token();
      untracked(() => void this.read(token));
    });
  }

  /** One’s own link takes the place of this page: Back would only ask again who one is. */
  protected async join(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.mailedTo.set('');
    this.problem.set(this.name().trim().length < 2 || !this.email().includes('@') ? this.words.say('openPoll.incomplete') : '');
    if (this.problem()) return;
    this.busy.set(true);
    try {
      const { token } = await this.api.call(joinOpenPoll, { token: this.token(), name: this.name(), email: this.email() });
      if (token) await this.router.navigate(['/sondage', token], { replaceUrl: true });
      else this.mailedTo.set(this.email().trim());
    } catch (failure) {
      this.problem.set(this.errors.of(failure));
    } finally {
      this.busy.set(false);
    }
  }

  private async read(token: string): Promise<void> {
    try {
      const view = await this.api.call(readOpenPoll, { token });
      this.view.set(view);
      this.title.setTitle(`${view.title} · Cohorte`);
    } catch (failure) {
      this.failure.set(failure);
    }
  }
}
