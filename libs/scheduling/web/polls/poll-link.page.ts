import { ChangeDetectionStrategy, Component, effect, inject, input, untracked } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { ErrorWordsPipe } from '@cohorte/platform/web';
import { CopyButton } from '@cohorte/ui/web/copy-button';
import { Empty } from '@cohorte/ui/web/empty';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { PollAnswering } from './poll-answering';
import { PollAnswers } from './poll-answers';
import { PollHead } from './poll-head';
import { PollProposal } from './poll-proposal';
import { PollStore } from './poll.store';
import { PollWords } from './poll-words';

/** A poll answered by a personal link, without account: opening it writes nothing, answering does. */
@Component({
  selector: 'co-poll-link-page',
  imports: [CopyButton, Empty, ErrorWordsPipe, PollAnswering, PollHead, PollProposal, Skeleton],
  providers: [PollAnswers, PollStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (store.view(); as poll) {
      <co-poll-head [view]="poll" />
      @if (poll.mine; as mine) {<p class="who">{{ words.say(mine.structureName ? 'youAreOf' : 'youAre', { name: mine.name, structure: mine.structureName }) }}</p>}
      <co-poll-answering [view]="poll" />
      @if (poll.canPropose) {<co-poll-proposal [token]="token()" [zone]="poll.zone" [reviewed]="poll.proposals === 'review'" (proposed)="store.show($event)" />}
      @if (poll.canAnswer) {<p class="link">{{ words.say('yourLink') }} <co-copy-button [text]="link()" [label]="words.say('copyLink')" /></p>}
    } @else if (store.failure(); as failure) {
      <co-empty [heading]="words.say('linkFailed')" [text]="failure | coErrorWords" />
    } @else {<co-skeleton [lines]="8" />}
  `,
  styles: `
    :host { display: block; max-width: var(--co-column); margin: 0 auto; padding-block: var(--co-space-6); }
    .who { margin-bottom: var(--co-space-3); font-weight: 650; }
    .link { margin-top: var(--co-space-8); padding-top: var(--co-space-4); border-top: 1px solid var(--co-hairline); color: var(--co-soft); font-size: var(--co-text-s); }
  `,
})
export class PollLinkPage {
  readonly token = input.required<string>();
  protected readonly store = inject(PollStore);
  protected readonly words = inject(PollWords);
  private readonly title = inject(Title);

  constructor() {
    effect(() => {
      const token = this.token();
      untracked(() => void this.store.openByLink(token));
    });
    effect(() => {
      const name = this.store.view()?.title;
      if (name) this.title.setTitle(`${name} · Cohorte`);
    });
  }

  protected link(): string {
    return globalThis.location?.href ?? '';
  }
}
