import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { MeetingPage } from '@cohorte/meetings/contract';
import { ErrorWords } from '@cohorte/platform/web';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { MeetingPlanner } from './meeting-planner.service';
import { isChangedMeanwhile, MeetingStore } from './meeting.store';
import { newRequestId } from './new-request-id';

/** What an animator does on a meeting's page; each act says what it did, and offers the way back where there is one. */
@Injectable()
export class MeetingActs {
  private readonly store = inject(MeetingStore);
  private readonly planner = inject(MeetingPlanner);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  private readonly router = inject(Router);
  private readonly window = inject(DOCUMENT).defaultView;
  /** Set by the page: reads the meeting anew. */
  reload: () => void = () => undefined;

  plan(meeting: MeetingPage): void {
    void this.planner.plan(meeting, () => this.reload());
  }

  async publish(meeting: MeetingPage): Promise<void> {
    const done = await this.attempt(() => this.store.publish(meeting));
    if (done) this.toasts.show(this.say(`published.${meeting.audience}`));
  }

  async unpublish(meeting: MeetingPage): Promise<void> {
    const done = await this.attempt(() => this.store.unpublish(meeting));
    if (done) this.toasts.show(this.say('page.unpublished'), { undo: async () => void (await this.attempt(() => this.store.publish(done))) });
  }

  async postpone(meeting: MeetingPage): Promise<void> {
    const message = await this.messageFor('postpone', meeting);
    if (message === undefined) return;
    const { startsAt, minutes } = meeting;
    const done = await this.attempt(() => this.store.postpone(meeting, message));
    if (done) this.toasts.show(this.say('tell.postpone.done', { title: meeting.title }), { undo: async () => void (await this.attempt(() => this.store.schedule(done, startsAt, minutes))) });
  }

  async cancel(meeting: MeetingPage): Promise<void> {
    const message = await this.messageFor('cancel', meeting);
    if (message === undefined) return;
    const done = await this.attempt(() => this.store.cancel(meeting, message));
    if (done) this.toasts.show(this.say('cancelled.done', { title: meeting.title }), { undo: () => this.restore({ ...meeting, version: done.version }) });
  }

  async restore(meeting: MeetingPage): Promise<void> {
    const done = await this.attempt(() => this.store.restore(meeting));
    if (done) this.toasts.show(this.say('cancelled.restored', { title: meeting.title }));
  }

  async copy(meeting: MeetingPage): Promise<void> {
    const { CopyMeetingDialog } = await import('./copy-meeting.dialog');
    const weeks = await firstValueFrom(this.dialogs.open<number>(CopyMeetingDialog, meeting.title, { size: 'small' }).closed, { defaultValue: undefined });
    if (weeks === undefined) return;
    const made = await this.attempt(() => this.store.copy(meeting, weeks, newRequestId()));
    if (!made) return;
    await this.router.navigate(['/rencontres', made.meetingId]);
    this.toasts.show(this.say('copy.done'));
  }

  async writeMinutes(meeting: MeetingPage): Promise<void> {
    const draftId = meeting.minutesDraftId ?? (await this.attempt(() => this.store.beginMinutes(meeting.id)));
    if (draftId) await this.router.navigate(['/documents', draftId]);
  }

  /** What was published stays as it was: a correction is a further version, so this asks once and offers no undo. */
  async publishMinutes(meeting: MeetingPage): Promise<void> {
    const again = meeting.minutesPublished !== null;
    const agreed = await this.dialogs.confirm({
      title: this.say(again ? 'minutes.correctTitle' : 'minutes.publishTitle'), text: this.say(`minutes.publishText.${meeting.audience}`),
      confirm: this.say(again ? 'minutes.correct' : 'minutes.publish'), cancel: this.say('tell.keep'),
    });
    if (!agreed) return;
    const done = await this.attempt(() => this.store.publishMinutes(meeting.id, meeting.minutesPublished?.number ?? 0));
    if (done) this.toasts.show(this.say('minutes.published'));
  }

  async copyLink(): Promise<void> {
    const { location, navigator } = this.window ?? {};
    const copied = await navigator?.clipboard.writeText(`${location?.origin}${location?.pathname}`).then(() => true, () => false);
    this.toasts.show(this.say(copied ? 'page.linkCopied' : 'page.linkNotCopied'), copied ? {} : { tone: 'problem' });
  }

  private async messageFor(act: 'postpone' | 'cancel', { title, registered }: MeetingPage): Promise<string | undefined> {
    const { TellAllDialog } = await import('./tell-all.dialog');
    return firstValueFrom(this.dialogs.open<string>(TellAllDialog, { act, title, registered: registered ?? 0 }).closed, { defaultValue: undefined });
  }

  private async attempt<T>(run: () => Promise<T>): Promise<T | undefined> {
    try {
      const done = await run();
      this.reload();
      return done;
    } catch (failure) {
      if (isChangedMeanwhile(failure)) this.reload();
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
      return undefined;
    }
  }

  private say(key: string, values: Record<string, string | number> = {}): string {
    return this.transloco.translate(`meetings.${key}`, values);
  }
}
