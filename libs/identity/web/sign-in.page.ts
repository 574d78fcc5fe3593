import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { ErrorWords } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Field } from '@cohorte/ui/web/field';
import { Icon } from '@cohorte/ui/web/icon';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoPipe } from '@jsverse/transloco';
import { Passkeys } from './passkeys';
import { SignInFrame } from './sign-in-frame';
import { SignInStore } from './sign-in.store';

/** First step: the address to which the code is mailed; or a passkey. */
@Component({
  selector: 'co-sign-in-page',
  imports: [Banner, Button, Field, Icon, SignInFrame, TextInput, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-sign-in-frame [heading]="'identity.signIn.heading' | transloco" [lead]="'identity.signIn.lead' | transloco">
      @if (problem(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
      <form (submit)="send($event)" novalidate>
        <co-field [label]="'identity.signIn.email' | transloco" [help]="'identity.signIn.emailHelp' | transloco" [error]="fieldProblem()" required>
          <input coInput #email type="email" name="email" autocomplete="email" inputmode="email" autocapitalize="none" spellcheck="false" [value]="store.email()" />
        </co-field>
        <button coButton type="submit" variant="primary" wide [loading]="sending()">{{ 'identity.signIn.send' | transloco }}</button>
      </form>
      @if (passkeys.available) {
        <p class="or"><span>{{ 'identity.signIn.or' | transloco }}</span></p>
        <button coButton type="button" wide [loading]="choosing()" (click)="withPasskey()"><co-icon name="key-round" />{{ 'identity.signIn.passkey' | transloco }}</button>
      }
      <p class="help">{{ 'identity.signIn.byInvitation' | transloco }}</p>
    </co-sign-in-frame>
  `,
  styleUrl: './sign-in.css',
})
export class SignInPage {
  /** From the address: `/connexion?next=/parcours`. */
  readonly next = input<string>();
  protected readonly store = inject(SignInStore);
  protected readonly passkeys = inject(Passkeys);
  private readonly words = inject(ErrorWords);
  private readonly router = inject(Router);
  protected readonly sending = signal(false);
  protected readonly choosing = signal(false);
  protected readonly problem = signal('');
  protected readonly fieldProblem = signal('');

  protected async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem('email') as HTMLInputElement;
    this.sending.set(true);
    try {
      this.store.goTo(this.next());
      await this.store.sendCode(field.value);
      await this.router.navigateByUrl('/connexion/saisie');
    } catch (failure) {
      this.show(failure);
      field.focus();
    } finally {
      this.sending.set(false);
    }
  }

  protected async withPasskey(): Promise<void> {
    this.choosing.set(true);
    try {
      this.store.goTo(this.next());
      await this.store.withPasskey();
    } catch (failure) {
      this.show(failure);
    } finally {
      this.choosing.set(false);
    }
  }

  private show(failure: unknown): void {
    const aboutField = this.words.ofField(failure, 'email');
    this.fieldProblem.set(aboutField ?? '');
    this.problem.set(aboutField ? '' : this.words.of(failure));
  }
}
