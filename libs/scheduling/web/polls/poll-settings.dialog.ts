import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { ApiClient } from '@cohorte/platform/web';
import { changePoll, type PollView, usualZones } from '@cohorte/scheduling/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { DialogLayout } from '@cohorte/ui/web/dialog-layout';
import { DialogRef } from '@cohorte/ui/web/dialog-ref';
import { injectDialogData } from '@cohorte/ui/web/dialogs.service';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { DialogSending } from './dialog-sending';
import { type AskingSettings, PollSettingsFields } from './poll-settings-fields';
import { PollWords } from './poll-words';

type Settings = AskingSettings & Pick<PollView, 'title' | 'note' | 'zone'>;

/** What a poll is called, asks and shows. No answer and no slot changes: another zone only says the same moments on another clock. */
@Component({
  selector: 'co-poll-settings-dialog',
  imports: [Banner, Button, DialogLayout, Field, PollSettingsFields, TextInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let it = settings();
    <co-dialog-layout [heading]="words.say('settings.title')" [note]="words.say('settings.note')">
      <form id="co-poll-settings" novalidate (submit)="send($event)">
        @if (sending.failure(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
        <co-field [label]="words.say('new.name')" fieldId="co-poll-title"><input coInput maxlength="160" autocomplete="off" [value]="it.title" (input)="write({ title: $any($event.target).value })" /></co-field>
        <co-field [label]="words.say('new.note')" optional fieldId="co-poll-note"><textarea coInput rows="3" maxlength="1000" [value]="it.note" (input)="write({ note: $any($event.target).value })"></textarea></co-field>
        <co-field [label]="words.say('new.zone')" [help]="words.say('settings.zoneHelp')" fieldId="co-poll-zone">
          <select coInput [value]="it.zone" (change)="write({ zone: $any($event.target).value })">@for (zone of zones; track zone) {<option [value]="zone" [selected]="zone === it.zone">{{ words.zone(zone) }}</option>}</select>
        </co-field>
        <co-poll-settings-fields [settings]="it" (changed)="write($event)" />
      </form>
      <ng-container coFooter>
        <button coButton type="button" (click)="ref.close()">{{ words.say('decide.cancel') }}</button>
        <button coButton type="submit" form="co-poll-settings" variant="primary" [loading]="sending.busy()">{{ words.say('settings.save') }}</button>
      </ng-container>
    </co-dialog-layout>
  `,
  styles: `form { display: grid; gap: var(--co-space-5); }`,
})
export class PollSettingsDialog {
  protected readonly poll = injectDialogData<PollView>();
  protected readonly ref = inject<DialogRef<PollView>>(DialogRef);
  protected readonly words = inject(PollWords);
  protected readonly sending = new DialogSending<PollView>();
  private readonly api = inject(ApiClient);
  protected readonly zones = [...new Set([this.poll.zone, ...usualZones])];
  protected readonly settings = signal<Settings>(settingsOf(this.poll));

  protected write(change: Partial<Settings>): void {
    this.settings.update((settings) => ({ ...settings, ...change }));
  }

  protected send(event: Event): Promise<void> {
    const missing = this.settings().title.trim().length < 3 ? this.words.say('new.problems.noTitle') : '';
    return this.sending.send(event, missing, () => this.api.call(changePoll, { pollId: this.poll.id, version: this.poll.version, ...this.settings() }));
  }
}

const settingsOf = ({ title, note, zone, thirdAnswer, visibility, namesHidden, counting, quorum, proposals }: PollView): Settings =>
  ({ title, note, zone, thirdAnswer, visibility, namesHidden, counting, quorum, proposals });
