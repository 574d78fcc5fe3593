import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { ApiClient, FirstAnswer } from '@cohorte/platform/web';
import type { AnswersReceipt, PollView } from '@cohorte/scheduling/contract';
import { answerPoll, answerPollByLink, readPoll, readPollByLink } from '@cohorte/scheduling/contract';
import { type GivenAnswers, PollAnswers } from './poll-answers';

/** Where a poll is read and answered: with an account, or by a personal link. */
export interface PollDoor {
  readonly key: string;
  readonly read: () => Promise<PollView>;
  readonly send: (given: GivenAnswers) => Promise<AnswersReceipt>;
}

/** Several answers in a row are one reading of the others. */
const settleMs = 700;

/** One open poll: read, answered, read again when someone answered. */
@Injectable()
export class PollStore {
  private readonly api = inject(ApiClient);
  private readonly answers = inject(PollAnswers);
  private readonly first = inject(FirstAnswer);
  readonly view = signal<PollView | undefined>(undefined);
  readonly failure = signal<unknown>(null);
  private door: PollDoor | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    // Back in this tab, the person reads what the others said meanwhile.
    const page = inject(DOCUMENT);
    const look = () => page.visibilityState === 'visible' && this.reloadSoon();
    page.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => {
      page.removeEventListener('visibilitychange', look);
      clearTimeout(this.again);
    });
  }

  openById(pollId: string): Promise<void> {
    return this.open({ key: `cohorte.person.poll.${pollId}`, read: () => this.api.call(readPoll, { pollId }), send: (given) => this.api.call(answerPoll, { pollId, ...given }) });
  }

  openByLink(token: string): Promise<void> {
    return this.open({ key: `cohorte.poll-link.${token}`, read: () => this.api.call(readPollByLink, { token }), send: (given) => this.api.call(answerPollByLink, { token, ...given }) }, this.first.take<PollView>());
  }

  async reload(): Promise<void> {
    const door = this.door;
    if (!door) return;
    try {
      const view = await door.read();
      if (door === this.door) this.show(view);
    } catch (failure) {
      if (!this.view()) this.failure.set(failure);
    }
  }

  /** What an act answered with, without asking again. */
  show(view: PollView): void {
    this.failure.set(null);
    this.answers.follow({ key: this.door?.key ?? view.id, slots: view.slots, mine: view.mine, send: (given) => this.send(given), settled: () => this.reloadSoon() });
    this.view.set(keepingSame(this.view(), view));
  }

  reloadSoon(): void {
    this.again ??= setTimeout(() => {
      this.again = undefined;
      void this.reload();
    }, settleMs + Math.random() * settleMs);
  }

  private send(given: GivenAnswers): Promise<AnswersReceipt> {
    return this.door ? this.door.send(given) : Promise.reject(new Error('no poll is open'));
  }

  /** `known` is what came with the page itself. */
  private async open(door: PollDoor, known?: PollView): Promise<void> {
    this.door = door;
    this.view.set(undefined);
    this.failure.set(null);
    if (known) this.show(known);
    else await this.reload();
  }
}

/** Lines that did not change stay the very same objects: three hundred of them are not drawn anew for one answer. */
function keepingSame(before: PollView | undefined, after: PollView): PollView {
  if (!before?.lines || !after.lines) return after;
  const known = new Map(before.lines.map((line) => [line.id, line]));
  const lines = after.lines.map((line) => {
    const old = known.get(line.id);
    return old && JSON.stringify(old) === JSON.stringify(line) ? old : line;
  });
  const slots = JSON.stringify(before.slots) === JSON.stringify(after.slots) ? before.slots : after.slots;
  return { ...after, lines, slots };
}
