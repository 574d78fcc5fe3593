import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { ApiClient } from '@cohorte/platform/web';
import { decidePoll, type PollView } from '@cohorte/scheduling/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Checkbox } from '@cohorte/ui/web/checkbox';
import { Chip } from '@cohorte/ui/web/chip';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { DialogSending } from './dialog-sending';
import { inOrderOfMerit, losses } from './poll-view-words';
import { PollWords } from './poll-words';

/** Choosing the slot to keep: best first, each with whom it loses, and what keeping it does before it is done. */
@Component({
  selector: 'co-decide-dialog',
  imports: [Banner, Button, Checkbox, Chip, DialogLayout, Field, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="words.say(poll.decided ? 'decide.again' : 'decide.title')" [note]="poll.title">
      <form id="co-decide" novalidate (submit)="send($event)">
        @if (sending.failure(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
        <fieldset>
          <legend class="co-hidden">{{ words.say('decide.slots') }}</legend>
          @for (choice of choices; track choice.slot.id) {
            <label [class.on]="chosen() === choice.slot.id">
              <input type="radio" name="co-decide-slot" [value]="choice.slot.id" [checked]="chosen() === choice.slot.id" (change)="choose(choice.slot.id)" />
              <span>
                <strong>{{ choice.name }}</strong>
                @if (choice.tally?.isBest) {<co-chip tone="green" icon="star">{{ words.say('bestSlot') }}</co-chip>}
                @if (choice.tally; as tally) {<span class="soft">{{ words.say('totals', tally) }}@if (tally.unanswered) { · {{ words.say('unanswered', tally) }}}</span>}
                @if (choice.losses?.requiredMissing?.length) {<span class="missing">{{ words.say('decide.requiredMissing', { names: list(choice.losses?.requiredMissing) }) }}</span>}
                @else if (choice.tally?.requiredMissing) {<span class="missing">{{ words.say('requiredMissing', choice.tally ?? {}) }}</span>}
                @if (choice.tally?.quorumShort) {<span class="missing">{{ words.say('quorumShort', choice.tally ?? {}) }}</span>}
                @if (choice.losses?.lost?.length) {<span class="soft">{{ words.say('decide.lost', { names: list(choice.losses?.lost) }) }}</span>}
                @if (choice.losses?.onlyIfNeedBe?.length) {<span class="soft">{{ words.say('decide.onlyIfNeedBe', { names: list(choice.losses?.onlyIfNeedBe) }) }}</span>}
              </span>
            </label>
          }
        </fieldset>
        @if (current()?.slot?.allDay) {
          <co-field [label]="words.say('decide.time')" [help]="words.zone(poll.zone)" fieldId="co-decide-time"><input coInput type="time" [value]="time()" (input)="time.set($any($event.target).value)" /></co-field>
        }
        @if (current(); as kept) {
          <co-banner tone="info" [heading]="words.say('decide.consequences')">{{ words.say('decide.effects', { when: kept.name }) }}</co-banner>
          @if (kept.tally?.requiredMissing) {<co-checkbox [checked]="despite()" (checkedChange)="despite.set($event)" [label]="words.say('decide.despite')" />}
        }
      </form>
      <ng-container coFooter>
        <button coButton type="button" (click)="ref.close()">{{ words.say('decide.cancel') }}</button>
        <button coButton type="submit" form="co-decide" variant="primary" [loading]="sending.busy()">{{ words.say('decide.keep') }}</button>
      </ng-container>
    </co-dialog-layout>
  `,
  styles: `
    form { display: grid; gap: var(--co-space-4); }
    fieldset { display: grid; gap: var(--co-space-2); min-width: 0; margin: 0; padding: 0; border: 0; }
    label { display: flex; gap: var(--co-space-3); padding: var(--co-space-3); border: 1px solid var(--co-hairline); border-radius: var(--co-radius); cursor: pointer; }
    label.on { border-color: var(--co-green); background: var(--co-green-wash); }
    label > span { display: grid; gap: 2px; justify-items: start; min-width: 0; }
    strong::first-letter { text-transform: uppercase; }
    input[type='radio'] { flex: none; width: 20px; height: 20px; margin: 2px 0 0; accent-color: var(--co-green); }
    .soft { color: var(--co-soft); font-size: var(--co-text-s); }
    .missing { color: var(--co-brick); font-size: var(--co-text-s); }
  `,
})
export class DecideDialog {
  protected readonly poll = injectDialogData<PollView>();
  protected readonly ref = inject<DialogRef<PollView>>(DialogRef);
  protected readonly words = inject(PollWords);
  protected readonly sending = new DialogSending<PollView>();
  private readonly api = inject(ApiClient);
  protected readonly choices = inOrderOfMerit(this.poll).flatMap((place) => {
    const slot = this.poll.slots[place];
    if (!slot || slot.waits) return [];
    return [{ slot, name: this.words.slot(slot, this.poll.zone), tally: this.poll.tally?.[place], losses: losses(this.poll, place) }];
  });
  protected readonly chosen = signal(this.choices[0]?.slot.id ?? '');
  protected readonly current = computed(() => this.choices.find((choice) => choice.slot.id === this.chosen()));
  protected readonly time = signal('09:00');
  protected readonly despite = signal(false);

  protected choose(slotId: string): void {
    this.chosen.set(slotId);
    this.despite.set(false);
    this.sending.failure.set('');
  }

  protected list(names: readonly string[] | undefined): string {
    return new Intl.ListFormat(this.words.language(), { type: 'conjunction' }).format(names ?? []);
  }

  protected send(event: Event): Promise<void> {
    const kept = this.current();
    return this.sending.send(event, kept ? '' : this.words.say('removeSlot.none'), () =>
      this.api.call(decidePoll, { pollId: this.poll.id, slotId: this.chosen(), despiteRequired: this.despite(), ...(kept?.slot.allDay ? { time: this.time() } : {}) }));
  }
}
