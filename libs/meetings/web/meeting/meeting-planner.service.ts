import { inject, Injectable } from '@angular/core';
import type { Meeting } from '@cohorte/meetings/contract';
import { ErrorWords } from '@cohorte/platform/web';
import { dateTimeWords } from '@cohorte/ui/web/date-words';
import { Dialogs } from '@cohorte/ui/web/dialogs.service';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { isChangedMeanwhile, MeetingStore } from './meeting.store';
import { scheduleMeetingDialog } from './schedule-meeting.dialog';

/** Called with the meeting as it now is, or with nothing when the page must read it anew. */
export type MeetingTold = (meeting: Meeting | null) => void;

/** What an animator does to a meeting from any page: asks, acts, says it, and offers the way back. */
@Injectable({ providedIn: 'root' })
export class MeetingPlanner {
  private readonly store = inject(MeetingStore);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  private readonly ui = inject(UiWords);

  async plan(meeting: Meeting, told: MeetingTold): Promise<void> {
    const outcome = await firstValueFrom(scheduleMeetingDialog(this.dialogs, meeting).closed, { defaultValue: undefined });
    if (!outcome) return;
    if (outcome.kind === 'changed-meanwhile') return this.sayChanged(told);
    told(outcome.meeting);
    const { title, startsAt } = outcome.meeting;
    const words = startsAt ? this.say('schedule.saved', { title, when: dateTimeWords(startsAt, this.ui.language()) }) : this.say('schedule.removed', { title });
    this.toasts.show(words, { undo: async () => void (await this.act(told, () => this.store.schedule(outcome.meeting, meeting.startsAt, meeting.minutes))) });
  }

  async cancel(meeting: Meeting, told: MeetingTold): Promise<void> {
    const agreed = await this.dialogs.confirm({
      title: this.say('cancelled.title'), text: this.say('cancelled.text', { title: meeting.title }),
      confirm: this.say('cancelled.confirm'), cancel: this.say('cancelled.keep'), danger: true,
    });
    if (!agreed) return;
    const cancelled = await this.act(told, () => this.store.cancel(meeting));
    if (cancelled) this.toasts.show(this.say('cancelled.done', { title: meeting.title }), { undo: async () => void (await this.act(told, () => this.store.restore(cancelled))) });
  }

  async restore(meeting: Meeting, told: MeetingTold): Promise<void> {
    const restored = await this.act(told, () => this.store.restore(meeting));
    if (restored) this.toasts.show(this.say('cancelled.restored', { title: meeting.title }));
  }

  private async act(told: MeetingTold, run: () => Promise<Meeting>): Promise<Meeting | undefined> {
    try {
      const meeting = await run();
      told(meeting);
      return meeting;
    } catch (failure) {
      if (isChangedMeanwhile(failure)) this.sayChanged(told);
      else this.toasts.show(this.errors.of(failure), { tone: 'problem' });
      return undefined;
    }
  }

  private sayChanged(told: MeetingTold): void {
    told(null);
    this.toasts.show(this.say('changed'), { tone: 'info' });
  }

  private say(key: string, values: Record<string, string> = {}): string {
    return this.transloco.translate(`meetings.${key}`, values);
  }
}
