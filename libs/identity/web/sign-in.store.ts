import { DOCUMENT } from '@angular/common';
import { inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import { localPath, passkeySignInOptions, passSecondFactor, requestCode, signInWithCode, signInWithPasskey } from '@cohorte/identity/contract';
import { ApiClient } from '@cohorte/platform/web';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { IdentityStore } from './identity.store';
import { Passkeys } from './passkeys';

const storageKey = 'cohorte.sign-in';
/** The code is valid for ten minutes; a little longer for the way to the mail and back. */
const keptMs = 15 * 60_000;
const home = '/accueil';

interface Kept {
  email: string;
  next: string;
  at: number;
}

/** The sign-in under way: address, where to go afterwards, when another code may be asked for. Kept on the device, since the mail's link opens another tab. */
@Injectable({ providedIn: 'root' })
export class SignInStore {
  private readonly api = inject(ApiClient);
  private readonly identity = inject(IdentityStore);
  private readonly router = inject(Router);
  private readonly passkeys = inject(Passkeys);
  private readonly ui = inject(UiWords);
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage;
  private readonly kept = signal<Kept>(this.read());

  readonly email = () => this.kept().email;
  readonly next = () => this.kept().next;
  /** Moment (ms) from which another code may be asked for. */
  readonly resendAt = signal(0);

  /** Where to go once signed in; nothing said means home. */
  goTo(next: string | undefined): void {
    this.keep({ next: next ? localPath(next) : home });
  }

  async sendCode(email: string): Promise<void> {
    const { resendInSeconds } = await this.api.call(requestCode, { email, language: this.ui.language() });
    this.keep({ email: email.trim().toLowerCase() });
    this.resendAt.set(Date.now() + resendInSeconds * 1_000);
  }

  /** Another page had a code sent to this address: it can be typed now. */
  expectCode(email: string): void {
    this.keep({ email: email.trim().toLowerCase() });
  }

  async withCode(email: string, code: string): Promise<void> {
    await this.arrive(await this.api.call(signInWithCode, { email, code }));
  }

  async withPasskey(): Promise<void> {
    const { options } = await this.api.call(passkeySignInOptions, {});
    await this.arrive(await this.api.call(signInWithPasskey, { response: await this.passkeys.choose(options) }));
  }

  async passSecondFactor(given: { code: string } | { recoveryCode: string }): Promise<void> {
    await this.arrive(await this.api.call(passSecondFactor, given));
  }

  /** Signed in: a second factor if it is time to set one up, then where the person wanted to go. */
  async proceed(): Promise<void> {
    await this.identity.load();
    if (this.identity.secondFactor()?.asked) {
      await this.router.navigateByUrl('/connexion/protection');
      return;
    }
    const next = this.next();
    this.forget();
    await this.router.navigateByUrl(next);
  }

  private async arrive({ step }: { step: 'signed-in' | 'second-factor' }): Promise<void> {
    if (step === 'second-factor') await this.router.navigateByUrl('/connexion/second-facteur');
    else await this.proceed();
  }

  private keep(change: Partial<Kept>): void {
    this.kept.update((kept) => ({ ...kept, ...change, at: Date.now() }));
    try {
      this.storage?.setItem(storageKey, JSON.stringify(this.kept()));
    } catch {
      // A browser that refuses to store signs in all the same, within this tab.
    }
  }

  private forget(): void {
    this.kept.set({ email: '', next: home, at: 0 });
    try {
      this.storage?.removeItem(storageKey);
    } catch {
      // Nothing was stored either.
    }
  }

  private read(): Kept {
    try {
      const found = JSON.parse(this.storage?.getItem(storageKey) ?? '{}') as Partial<Kept>;
      if (Number(found.at) > Date.now() - keptMs) return { email: String(found.email ?? ''), next: found.next ? localPath(String(found.next)) : home, at: Number(found.at) };
    } catch {
      // What is not readable counts as nothing.
    }
    return { email: '', next: home, at: 0 };
  }
}
