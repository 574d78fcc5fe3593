import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { listMeetings } from '@cohorte/meetings/contract';
import { ApiClient, ErrorWordsPipe } from '@cohorte/platform/web';
import { duplicatePoll, type PollView } from '@cohorte/scheduling/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TextInput } from '@cohorte/ui/web/text-input';
import { newRequestId } from '../track-dates/request-id';
import { DialogSending } from './dialog-sending';
import { PollWords } from './poll-words';

/** The same questions to the same people, some weeks later, for another meeting of the same space: a draft to read again before it is opened. */
@Component({
  selector: 'co-duplicate-poll-dialog',
  imports: [Banner, Button, DialogLayout, ErrorWordsPipe, Field, Skeleton, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="words.say('duplicate.title')" [note]="words.say('duplicate.note')">
      <form id="co-duplicate" novalidate (submit)="send($event)">
        @if (sending.failure() || (meetings.error() | coErrorWords); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
        @if (meetings.hasValue()) {
          <co-field [label]="words.say('duplicate.meeting')" fieldId="co-duplicate-meeting">
            <select coInput [value]="meetingId()" (change)="chosen.set($any($event.target).value)">@for (meeting of meetings.value(); track meeting.id) {<option [value]="meeting.id" [selected]="meeting.id === meetingId()">{{ meeting.title }}</option>}</select>
          </co-field>
        } @else if (!meetings.error()) {<co-skeleton [lines]="2" />}
        <co-field [label]="words.say('duplicate.weeks')" [help]="words.say('duplicate.weeksHelp', { zone: words.zone(poll.zone) })" fieldId="co-duplicate-weeks">
          <input coInput type="number" inputmode="numeric" min="1" max="104" [value]="weeks()" (input)="weeks.set($any($event.target).valueAsNumber)" />
        </co-field>
      </form>
      <ng-container coFooter>
        <button coButton type="button" (click)="ref.close()">{{ words.say('decide.cancel') }}</button>
        <button coButton type="submit" form="co-duplicate" variant="primary" [loading]="sending.busy()">{{ words.say('duplicate.save') }}</button>
      </ng-container>
    </co-dialog-layout>
  `,
  styles: `form { display: grid; gap: var(--co-space-4); }`,
})
export class DuplicatePollDialog {
  protected readonly poll = injectDialogData<PollView>();
  protected readonly ref = inject<DialogRef<{ pollId: string }>>(DialogRef);
  protected readonly words = inject(PollWords);
  protected readonly sending = new DialogSending<{ pollId: string }>();
  private readonly api = inject(ApiClient);
  private readonly requestId = newRequestId();
  protected readonly meetings = resource({
    loader: async () => (await this.api.call(listMeetings, { spaceId: this.poll.spaceId })).meetings.filter((meeting) => meeting.startsAt === null && meeting.state !== 'cancelled'),
  });
  protected readonly chosen = signal('');
  /** The next meeting without date, rather than the one already asked about. */
  protected readonly meetingId = computed(() => {
    const found = this.meetings.hasValue() ? this.meetings.value() : [];
    return this.chosen() || (found.find((meeting) => meeting.id !== this.poll.meetingId) ?? found[0])?.id || '';
  });
  protected readonly weeks = signal(4);

  protected send(event: Event): Promise<void> {
    return this.sending.send(event, this.missing(), () => this.api.call(duplicatePoll, { pollId: this.poll.id, meetingId: this.meetingId(), requestId: this.requestId, weeks: this.weeks() }));
  }

  private missing(): string {
    if (!this.meetingId()) return this.words.say('duplicate.noMeeting');
    return this.weeks() >= 1 && this.weeks() <= 104 ? '' : this.words.say('duplicate.badWeeks');
  }
}
