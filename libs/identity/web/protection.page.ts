import { ChangeDetectionStrategy, Component, inject, input, type OnInit, signal } from '@angular/core';
import { postponeSecondFactor } from '@cohorte/identity/contract';
import { ApiClient, ErrorWords } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Icon } from '@cohorte/ui/web/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { IdentityStore } from './identity.store';
import { PasskeySetup } from './passkey-setup';
import { Passkeys } from './passkeys';
import { SignInFrame } from './sign-in-frame';
import { SignInStore } from './sign-in.store';
import { TotpSetup } from './totp-setup';

/** Asked of those who run a network: a second factor, now or once later. */
@Component({
  selector: 'co-protection-page',
  imports: [Banner, Button, Icon, PasskeySetup, SignInFrame, TotpSetup, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-sign-in-frame [heading]="'identity.protection.heading' | transloco" [lead]="'identity.protection.lead' | transloco">
      @if (problem(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
      @switch (way()) {
        @case ('totp') {<co-totp-setup (done)="store.proceed()" (givenUp)="way.set(null)" />}
        @case ('passkey') {<co-passkey-setup (done)="store.proceed()" (givenUp)="way.set(null)" />}
        @default {
          @if (passkeys.available) {
            <button coButton type="button" variant="primary" wide (click)="way.set('passkey')"><co-icon name="key-round" />{{ 'identity.protection.passkey' | transloco }}</button>
          }
          <button coButton type="button" [variant]="passkeys.available ? 'secondary' : 'primary'" wide (click)="way.set('totp')"><co-icon name="smartphone" />{{ 'identity.protection.totp' | transloco }}</button>
          @if (identity.secondFactor()?.canPostpone) {
            <button coButton type="button" variant="quiet" wide [loading]="postponing()" (click)="postpone()">{{ 'identity.protection.later' | transloco }}</button>
            <p class="help">{{ 'identity.protection.laterHelp' | transloco }}</p>
          } @else {
            <button coButton type="button" variant="quiet" wide (click)="identity.signOut()">{{ 'identity.secondFactor.giveUp' | transloco }}</button>
          }
        }
      }
    </co-sign-in-frame>
  `,
  styleUrl: './sign-in.css',
})
export class ProtectionPage implements OnInit {
  /** Where a page that needs a person wanted to go. */
  readonly next = input<string>();
  protected readonly identity = inject(IdentityStore);
  protected readonly store = inject(SignInStore);
  protected readonly passkeys = inject(Passkeys);
  private readonly api = inject(ApiClient);
  private readonly words = inject(ErrorWords);
  protected readonly way = signal<'totp' | 'passkey' | null>(null);
  protected readonly postponing = signal(false);
  protected readonly problem = signal('');

  ngOnInit(): void {
    if (this.next()) this.store.goTo(this.next());
  }

  protected async postpone(): Promise<void> {
    this.postponing.set(true);
    try {
      this.identity.secondFactorIs(await this.api.call(postponeSecondFactor, {}));
      await this.store.proceed();
    } catch (failure) {
      this.problem.set(this.words.of(failure));
    } finally {
      this.postponing.set(false);
    }
  }
}
