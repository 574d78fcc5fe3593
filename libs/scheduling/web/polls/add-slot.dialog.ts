import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { ApiClient } from '@cohorte/platform/web';
import { addPollSlots, type PollView } from '@cohorte/scheduling/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { wallAt } from '../../contract/polls/wall-clock';
import { DialogSending } from './dialog-sending';
import { PollWords } from './poll-words';

/** One more slot; answers stay, and those asked are told of the new one. A poll that is over opens again, with another deadline. */
@Component({
  selector: 'co-add-slot-dialog',
  imports: [Banner, Button, Checkbox, DialogLayout, Field, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="words.say('addSlot.title')" [note]="words.say(poll.state === 'draft' ? 'addSlot.draftNote' : 'addSlot.note')">
      <form id="co-add-slot" novalidate (submit)="send($event)">
        @if (sending.failure(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
        <co-field [label]="words.say('propose.day')" fieldId="co-add-slot-day"><input coInput type="date" [value]="day()" (input)="day.set($any($event.target).value)" /></co-field>
        <co-checkbox [label]="words.say('new.wholeDay')" [checked]="wholeDay()" (checkedChange)="wholeDay.set($event)" />
        @if (!wholeDay()) {
          <co-field [label]="words.say('propose.time')" [help]="words.zone(poll.zone)" fieldId="co-add-slot-time"><input coInput type="time" step="300" [value]="time()" (input)="time.set($any($event.target).value)" /></co-field>
        }
        <co-field [label]="words.say('propose.minutes')" fieldId="co-add-slot-minutes"><input coInput type="number" inputmode="numeric" min="15" max="480" step="5" [value]="minutes()" (input)="minutes.set($any($event.target).valueAsNumber)" /></co-field>
        @if (isOver) {<co-field [label]="words.say('extend.until')" [help]="words.say('addSlot.opensAgain')" fieldId="co-add-slot-until"><input coInput type="datetime-local" [value]="until()" (input)="until.set($any($event.target).value)" /></co-field>}
      </form>
      <ng-container coFooter>
        <button coButton type="button" (click)="ref.close()">{{ words.say('decide.cancel') }}</button>
        <button coButton type="submit" form="co-add-slot" variant="primary" [loading]="sending.busy()">{{ words.say('addSlot.save') }}</button>
      </ng-container>
    </co-dialog-layout>
  `,
  styles: `form { display: grid; gap: var(--co-space-4); }`,
})
export class AddSlotDialog {
  protected readonly poll = injectDialogData<PollView>();
  protected readonly ref = inject<DialogRef<PollView>>(DialogRef);
  protected readonly words = inject(PollWords);
  protected readonly sending = new DialogSending<PollView>();
  private readonly api = inject(ApiClient);
  protected readonly isOver = this.poll.state === 'closed' || this.poll.state === 'decided';
  protected readonly day = signal('');
  protected readonly wholeDay = signal(this.poll.slots.length > 0 && this.poll.slots.every((slot) => slot.allDay));
  protected readonly time = signal('14:00');
  protected readonly minutes = signal(this.poll.slots[0]?.minutes ?? 90);
  protected readonly until = signal(wallAt(this.poll.closesAt, this.poll.zone));

  protected send(event: Event): Promise<void> {
    const at = this.wholeDay() ? this.day() : `${this.day()}T${this.time()}`;
    const again = this.isOver ? { closesAt: this.until() } : {};
    return this.sending.send(event, this.missing(), () => this.api.call(addPollSlots, { pollId: this.poll.id, slots: [{ at, minutes: this.minutes() }], ...again }));
  }

  private missing(): string {
    if (!this.day() || (!this.wholeDay() && !this.time())) return this.words.say('propose.incomplete');
    if (!(this.minutes() >= 15 && this.minutes() <= 480)) return this.words.say('addSlot.badLength');
    return this.isOver && this.until().length !== 16 ? this.words.say('extend.incomplete') : '';
  }
}
