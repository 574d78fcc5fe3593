import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { ApiClient } from '@cohorte/platform/web';
import { type PollView, removePollSlot } from '@cohorte/scheduling/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { type RadioOption, RadioGroup } from '@cohorte/ui/web/radio-group';
import { DialogSending } from './dialog-sending';
import { PollWords } from './poll-words';

/** Takes one slot out of a poll, saying first what its answers were; the others stay. */
@Component({
  selector: 'co-remove-slot-dialog',
  imports: [Banner, Button, DialogLayout, RadioGroup],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="words.say('removeSlot.title')" [note]="words.say('removeSlot.note')">
      <form id="co-remove-slot" novalidate (submit)="send($event)">
        @if (sending.failure(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
        <co-radio-group [label]="words.say('removeSlot.which')" [options]="slots" [value]="chosen()" (valueChange)="chosen.set($event ?? '')" />
        @if (losesYes()) {<co-banner tone="warn">{{ words.say('removeSlot.hadYes') }}</co-banner>}
      </form>
      <ng-container coFooter>
        <button coButton type="button" (click)="ref.close()">{{ words.say('decide.cancel') }}</button>
        <button coButton type="submit" form="co-remove-slot" variant="danger" [loading]="sending.busy()">{{ words.say('removeSlot.save') }}</button>
      </ng-container>
    </co-dialog-layout>
  `,
  styles: `form { display: grid; gap: var(--co-space-4); }`,
})
export class RemoveSlotDialog {
  protected readonly poll = injectDialogData<PollView>();
  protected readonly ref = inject<DialogRef<PollView>>(DialogRef);
  protected readonly words = inject(PollWords);
  protected readonly sending = new DialogSending<PollView>();
  private readonly api = inject(ApiClient);
  protected readonly slots = this.poll.slots.map((slot, place): RadioOption => {
    const totals = this.poll.tally?.[place];
    return { value: slot.id, label: this.words.slot(slot, this.poll.zone), ...(totals ? { help: this.words.say('totals', totals) } : {}) };
  });
  protected readonly chosen = signal('');
  protected readonly losesYes = computed(() => (this.poll.tally?.[this.poll.slots.findIndex((slot) => slot.id === this.chosen())]?.yes ?? 0) > 0);

  protected send(event: Event): Promise<void> {
    return this.sending.send(event, this.chosen() ? '' : this.words.say('removeSlot.none'), () => this.api.call(removePollSlot, { pollId: this.poll.id, slotId: this.chosen() }));
  }
}
