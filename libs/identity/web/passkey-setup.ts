import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import { addPasskey, passkeyRegistrationOptions } from '@cohorte/identity/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Button } from '@cohorte/ui/web/button';
import { Field } from '@cohorte/ui/web/field';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoPipe } from '@jsverse/transloco';
import { Passkeys } from './passkeys';

/** Creates a passkey on this device and gives it a name. */
@Component({
  selector: 'co-passkey-setup',
  imports: [Button, Field, TextInput, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form (submit)="create($event)" novalidate>
      <co-field [label]="'identity.passkey.name' | transloco" [help]="'identity.passkey.nameHelp' | transloco" [error]="problem()" required>
        <input coInput name="name" maxlength="80" autocomplete="off" />
      </co-field>
      <div class="acts">
        <button coButton type="submit" variant="primary" [loading]="creating()">{{ 'identity.passkey.create' | transloco }}</button>
        <button coButton type="button" variant="quiet" (click)="givenUp.emit()">{{ 'identity.cancel' | transloco }}</button>
      </div>
    </form>
  `,
  styles: `form { display: grid; gap: var(--co-space-4); } .acts { display: flex; flex-wrap: wrap; gap: var(--co-space-3); }`,
})
export class PasskeySetup {
  readonly done = output();
  readonly givenUp = output();
  private readonly api = inject(ApiClient);
  private readonly passkeys = inject(Passkeys);
  private readonly words = inject(ErrorWords);
  protected readonly problem = signal('');
  protected readonly creating = signal(false);

  protected async create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name') ?? '');
    this.creating.set(true);
    this.problem.set('');
    try {
      const { options } = await this.api.call(passkeyRegistrationOptions, {});
      await this.api.call(addPasskey, { name, response: await this.passkeys.create(options) });
      this.done.emit();
    } catch (failure) {
      this.problem.set(this.words.ofField(failure, 'name') ?? this.words.of(failure));
    } finally {
      this.creating.set(false);
    }
  }
}
