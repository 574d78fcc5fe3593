import { DOCUMENT, inject, Injectable, type Type } from '@angular/core';
import { Router } from '@angular/router';
import type { Endpoint, OutputOf } from '@cohorte/platform/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { cancelPoll, closePoll, exportPoll, extendPoll, openPoll, type PollView, remindPoll, reviewPollSlot } from '@cohorte/scheduling/contract';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { firstValueFrom } from 'rxjs';
import type { Extended } from './deadline.dialog';
import { PollStore } from './poll.store';
import { PollWords } from './poll-words';

/** What those who run a poll do with it: asks where it matters, acts, says it. */
@Injectable()
export class PollActs {
  private readonly api = inject(ApiClient);
  private readonly store = inject(PollStore);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly words = inject(PollWords);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);

  async decide(poll: PollView): Promise<void> {
    const { DecideDialog } = await import('./decide.dialog');
    const decided = await this.ask(DecideDialog, poll);
    if (decided?.decided) this.toasts.show(this.words.say('decide.done', { when: this.words.moment(decided.decided.startsAt, decided.zone) }));
  }

  async extend(poll: PollView): Promise<void> {
    const [{ DeadlineDialog }, { id: pollId, title, zone, closesAt }] = [await import('./deadline.dialog'), poll];
    const extend = (wall: string) => this.api.call(extendPoll, { pollId, closesAt: wall });
    const extended = await this.ask(DeadlineDialog, { title, zone, closesAt, isOpen: poll.state === 'open', extend } satisfies Extended);
    if (extended) this.toasts.show(this.words.say('extend.done', { until: this.words.moment(extended.closesAt, extended.zone) }));
  }

  async addSlot(poll: PollView): Promise<void> {
    const { AddSlotDialog } = await import('./add-slot.dialog');
    if (await this.ask(AddSlotDialog, poll)) this.toasts.show(this.words.say('addSlot.done'));
  }

  async removeSlot(poll: PollView): Promise<void> {
    const { RemoveSlotDialog } = await import('./remove-slot.dialog');
    if (await this.ask(RemoveSlotDialog, poll)) this.toasts.show(this.words.say('removeSlot.done'));
  }

  async settings(poll: PollView): Promise<void> {
    const { PollSettingsDialog } = await import('./poll-settings.dialog');
    if (await this.ask(PollSettingsDialog, poll)) this.toasts.show(this.words.say('settings.done'));
  }

  /** The copy is a draft, shown to be read again and opened. */
  async duplicate(poll: PollView): Promise<void> {
    const { DuplicatePollDialog } = await import('./duplicate-poll.dialog');
    const made = await firstValueFrom(this.dialogs.open<{ pollId: string }>(DuplicatePollDialog, poll).closed, { defaultValue: undefined });
    if (!made) return;
    this.toasts.show(this.words.say('duplicate.done'));
    await this.router.navigate(['/sondages', made.pollId]);
  }

  async open(poll: PollView): Promise<void> {
    const opened = await this.run(openPoll, { pollId: poll.id });
    if (opened) this.shown(opened, 'opened');
  }

  async close(poll: PollView): Promise<void> {
    const agreed = await this.dialogs.confirm({ title: this.words.say('close.title'), text: this.words.say('close.text'), confirm: this.words.say('close.confirm'), cancel: this.words.say('decide.cancel') });
    const closed = agreed ? await this.run(closePoll, { pollId: poll.id }) : undefined;
    if (closed) this.shown(closed, 'close.done');
  }

  async cancel(poll: PollView): Promise<void> {
    const agreed = await this.dialogs.confirm({ title: this.words.say('giveUp.title'), text: this.words.say('giveUp.text'), confirm: this.words.say('giveUp.confirm'), cancel: this.words.say('decide.cancel'), danger: true });
    const cancelled = agreed ? await this.run(cancelPoll, { pollId: poll.id }) : undefined;
    if (cancelled) this.shown(cancelled, 'giveUp.done');
  }

  async remind(poll: PollView): Promise<void> {
    const missing = poll.voices.total - poll.voices.answered;
    const agreed = await this.dialogs.confirm({ title: this.words.say('remind.title'), text: this.words.say('remind.text', { count: missing }), confirm: this.words.say('remind.confirm'), cancel: this.words.say('decide.cancel') });
    const sent = agreed ? await this.run(remindPoll, { pollId: poll.id }) : undefined;
    if (sent) this.toasts.show(this.words.say('remind.done', { count: sent.reminded }));
  }

  async review(poll: PollView, slotId: string, accepted: boolean): Promise<void> {
    const reviewed = await this.run(reviewPollSlot, { pollId: poll.id, slotId, accepted });
    if (reviewed) this.store.show(reviewed);
  }

  async export(poll: PollView): Promise<void> {
    const file = await this.run(exportPoll, { pollId: poll.id });
    if (!file) return;
    const link = this.document.createElement('a');
    link.href = URL.createObjectURL(new Blob([file.text], { type: 'text/csv;charset=utf-8' }));
    link.download = file.fileName;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  toNew(poll: PollView): void {
    void this.router.navigate(['/sondages', 'nouveau', poll.meetingId]);
  }

  private async ask(dialog: Type<unknown>, data: PollView | Extended): Promise<PollView | undefined> {
    const changed = await firstValueFrom(this.dialogs.open<PollView>(dialog, data).closed, { defaultValue: undefined });
    if (changed) this.store.show(changed);
    return changed;
  }

  private shown(view: PollView, words: string): void {
    this.store.show(view);
    this.toasts.show(this.words.say(words));
  }

  private async run<E extends Endpoint>(declared: E, input: Parameters<ApiClient['call']>[1]): Promise<OutputOf<E> | undefined> {
    try {
      return await this.api.call(declared, input as never);
    } catch (failure) {
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
      await this.store.reload();
      return undefined;
    }
  }
}
