import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { wallAt } from '../../contract/polls/wall-clock';
import { DialogSending } from './dialog-sending';
import { PollWords } from './poll-words';

/** What is given another deadline: a poll, or those of a whole track. */
export interface Extended {
  readonly title: string;
  readonly zone: string;
  readonly closesAt: string;
  readonly isOpen: boolean;
  /** On the clock of the zone, `2026-03-29T18:00`. */
  readonly extend: (wall: string) => Promise<unknown>;
}

/** Another deadline; what is closed opens again. Closes with what the server answered. */
@Component({
  selector: 'co-deadline-dialog',
  imports: [Banner, Button, DialogLayout, Field, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-dialog-layout [heading]="words.say(it.isOpen ? 'extend.title' : 'extend.reopen')" [note]="it.title">
      <form id="co-deadline" novalidate (submit)="send($event)">
        @if (sending.failure(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
        <co-field [label]="words.say('extend.until')" [help]="words.say('extend.help', { zone: words.zone(it.zone) })" fieldId="co-deadline-at">
          <input coInput type="datetime-local" [value]="wall()" (input)="wall.set($any($event.target).value)" />
        </co-field>
      </form>
      <ng-container coFooter>
        <button coButton type="button" (click)="ref.close()">{{ words.say('decide.cancel') }}</button>
        <button coButton type="submit" form="co-deadline" variant="primary" [loading]="sending.busy()">{{ words.say(it.isOpen ? 'extend.save' : 'extend.open') }}</button>
      </ng-container>
    </co-dialog-layout>
  `,
  styles: `form { display: grid; gap: var(--co-space-4); }`,
})
export class DeadlineDialog {
  protected readonly it = injectDialogData<Extended>();
  protected readonly ref = inject<DialogRef<unknown>>(DialogRef);
  protected readonly words = inject(PollWords);
  protected readonly sending = new DialogSending<unknown>();
  protected readonly wall = signal(wallAt(this.it.closesAt, this.it.zone));

  protected send(event: Event): Promise<void> {
    return this.sending.send(event, this.wall().length === 16 ? '' : this.words.say('extend.incomplete'), () => this.it.extend(this.wall()));
  }
}
