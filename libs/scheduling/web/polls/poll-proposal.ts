import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { type PollView, proposePollSlot, proposePollSlotByLink } from '@cohorte/scheduling/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { PollWords } from './poll-words';

/** Proposing another slot, where the poll allows it. */
@Component({
  selector: 'co-poll-proposal',
  imports: [Banner, Button, Field, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details [open]="open()">
      <summary>{{ words.say('propose.title') }}</summary>
      <form novalidate (submit)="send($event)">
        @if (failure(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
        @if (done()) {<co-banner tone="done" live>{{ words.say(reviewed() ? 'propose.sent' : 'propose.added') }}</co-banner>}
        <div class="fields">
          <co-field [label]="words.say('propose.day')" fieldId="co-propose-day"><input coInput type="date" [value]="day()" (input)="day.set($any($event.target).value)" /></co-field>
          <co-field [label]="words.say('propose.time')" [help]="words.zone(zone())" fieldId="co-propose-time"><input coInput type="time" step="300" [value]="time()" (input)="time.set($any($event.target).value)" /></co-field>
          <co-field [label]="words.say('propose.minutes')" fieldId="co-propose-minutes"><input coInput type="number" min="15" max="480" step="5" [value]="minutes()" (input)="minutes.set($any($event.target).valueAsNumber)" /></co-field>
        </div>
        <button coButton type="submit" [loading]="busy()">{{ words.say('propose.send') }}</button>
      </form>
    </details>
  `,
  styles: `
    :host { display: block; margin-top: var(--co-space-5); }
    summary { cursor: pointer; font-weight: 650; padding: var(--co-space-2) 0; }
    form { display: grid; gap: var(--co-space-3); justify-items: start; padding-top: var(--co-space-3); }
    .fields { display: flex; flex-wrap: wrap; gap: var(--co-space-3); }
    @media print { :host { display: none; } }
  `,
})
export class PollProposal {
  readonly pollId = input('');
  readonly token = input('');
  readonly zone = input.required<string>();
  readonly reviewed = input(false);
  readonly proposed = output<PollView>();
  protected readonly words = inject(PollWords);
  private readonly api = inject(ApiClient);
  private readonly errors = inject(ErrorWords);
  protected readonly open = signal(false);
  protected readonly day = signal('');
  protected readonly time = signal('14:00');
  protected readonly minutes = signal(90);
  protected readonly busy = signal(false);
  protected readonly done = signal(false);
  protected readonly failure = signal('');

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.open.set(true);
    this.done.set(false);
    this.failure.set(this.day() && this.time() ? '' : this.words.say('propose.incomplete'));
    if (this.failure()) return;
    this.busy.set(true);
    const slot = { at: `${this.day()}T${this.time()}`, minutes: this.minutes() };
    try {
      const view = this.token() ? await this.api.call(proposePollSlotByLink, { token: this.token(), slot }) : await this.api.call(proposePollSlot, { pollId: this.pollId(), slot });
      this.done.set(true);
      this.day.set('');
      this.proposed.emit(view);
    } catch (failure) {
      this.failure.set(this.errors.of(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
