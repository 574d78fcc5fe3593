import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { extendPoll, type PollView } from '@cohorte/scheduling/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { wallAt } from '../../contract/polls/wall-clock';
import { PollWords } from './poll-words';

/** Another deadline; a closed poll opens again. */
@Component({
  selector: 'co-deadline-dialog',
  imports: [Banner, Button, DialogLayout, Field, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="words.say(isOpen ? 'extend.title' : 'extend.reopen')" [note]="poll.title">
      <form id="co-deadline" novalidate (submit)="send($event)">
        @if (failure(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
        <co-field [label]="words.say('extend.until')" [help]="words.say('extend.help', { zone: words.zone(poll.zone) })" fieldId="co-deadline-at">
          <input coInput type="datetime-local" [value]="wall()" (input)="wall.set($any($event.target).value)" />
        </co-field>
      </form>
      <ng-container coFooter>
        <button coButton type="button" (click)="ref.close()">{{ words.say('decide.cancel') }}</button>
        <button coButton type="submit" form="co-deadline" variant="primary" [loading]="busy()">{{ words.say(isOpen ? 'extend.save' : 'extend.open') }}</button>
      </ng-container>
    </co-dialog-layout>
  `,
  styles: `form { display: grid; gap: var(--co-space-4); }`,
})
export class DeadlineDialog {
  protected readonly poll = injectDialogData<PollView>();
  protected readonly ref = inject<DialogRef<PollView>>(DialogRef);
  protected readonly words = inject(PollWords);
  private readonly api = inject(ApiClient);
  private readonly errors = inject(ErrorWords);
  protected readonly isOpen = this.poll.state === 'open';
  protected readonly wall = signal(wallAt(this.poll.closesAt, this.poll.zone));
  protected readonly busy = signal(false);
  protected readonly failure = signal('');

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.failure.set(this.wall().length === 16 ? '' : this.words.say('extend.incomplete'));
    if (this.failure()) return;
    this.busy.set(true);
    try {
      this.ref.close(await this.api.call(extendPoll, { pollId: this.poll.id, closesAt: this.wall() }));
    } catch (failure) {
      this.failure.set(this.errors.of(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
