import { ChangeDetectionStrategy, Component, DestroyRef, effect, inject, input, untracked } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { ErrorWordsPipe, RealtimeClient } from '@cohorte/platform/web';
import { pollsChannel } from '@cohorte/scheduling/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { Menu } from '@cohorte/ui/web/menu';
import { MenuGroup, MenuItem } from '@cohorte/ui/web/menu-item';
import { MenuTrigger } from '@cohorte/ui/web/menu-trigger';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { PollActs } from './poll-acts';
import { PollAnswering } from './poll-answering';
import { PollAnswers } from './poll-answers';
import { PollHead } from './poll-head';
import { PollOpenLink } from './poll-open-link';
import { PollPeople } from './poll-people';
import { PollProposal } from './poll-proposal';
import { PollStore } from './poll.store';
import { PollWords } from './poll-words';

/** A poll for people with an account: the grid, and what those who run it do with it. */
@Component({
  selector: 'co-poll-page',
  imports: [Banner, Button, Empty, ErrorWordsPipe, Icon, Menu, MenuGroup, MenuItem, MenuTrigger, PollAnswering, PollHead, PollOpenLink, PollPeople, PollProposal, RouterLink, Skeleton],
  providers: [PollActs, PollAnswers, PollStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './poll.page.html',
  styles: `
    :host { display: block; }
    .track { margin-bottom: var(--co-space-5); }
    .waiting { display: grid; gap: var(--co-space-2); margin-top: var(--co-space-6); }
    .waiting p { display: flex; flex-wrap: wrap; align-items: center; gap: var(--co-space-2) var(--co-space-3); }
  `,
})
export class PollPage {
  readonly pollId = input.required<string>();
  protected readonly store = inject(PollStore);
  protected readonly acts = inject(PollActs);
  protected readonly words = inject(PollWords);
  private readonly realtime = inject(RealtimeClient);
  private readonly title = inject(Title);

  constructor() {
    effect((onCleanup) => {
      const pollId = this.pollId();
      untracked(() => void this.store.openById(pollId));
      onCleanup(untracked(() => this.follow(pollId)));
    });
    effect(() => {
      const name = this.store.view()?.title;
      if (name) this.title.setTitle(`${name} · Cohorte`);
    });
    inject(DestroyRef).onDestroy(() => void this.realtime.send(pollsChannel, 'leave', { pollId: this.pollId() }).catch(() => undefined));
  }

  /** Others’ answers arrive while the page is open; a connection that was away looks again. */
  private follow(pollId: string): () => void {
    const watch = () => {
      void this.realtime.send(pollsChannel, 'watch', { pollId }).catch(() => undefined);
      this.store.reloadSoon();
    };
    const stops = [
      this.realtime.on(pollsChannel, 'changed', (told) => told.pollId === pollId && this.store.reloadSoon()),
      this.realtime.onOnline(watch),
    ];
    if (this.realtime.status() === 'online') watch();
    else this.realtime.connect();
    return () => stops.forEach((stop) => stop());
  }
}
