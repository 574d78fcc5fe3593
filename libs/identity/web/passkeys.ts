import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import type { PasskeyAnswer } from '@cohorte/identity/contract';
import { ApiError } from '@cohorte/platform/web';
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';

type Options = Record<string, unknown>;

/** The browser's passkeys. Loaded on the first use: most people sign in by mail. */
@Injectable({ providedIn: 'root' })
export class Passkeys {
  private readonly window = inject(DOCUMENT).defaultView;

  /** Browsers bind passkeys to a name: none on a page reached by a bare IP address. */
  get available(): boolean {
    const host = this.window?.location.hostname ?? '';
    return this.window !== null && 'PublicKeyCredential' in this.window && !/^(\d+\.){3}\d+$|:/.test(host);
  }

  choose(options: Options): Promise<PasskeyAnswer> {
    return this.ask(async ({ startAuthentication }) => startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }));
  }

  create(options: Options): Promise<PasskeyAnswer> {
    return this.ask(async ({ startRegistration }) => startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }));
  }

  private async ask(run: (library: typeof import('@simplewebauthn/browser')) => Promise<object>): Promise<PasskeyAnswer> {
    try {
      return (await run(await import('@simplewebauthn/browser'))) as unknown as PasskeyAnswer;
    } catch (failure) {
      const already = failure instanceof Error && failure.name === 'InvalidStateError';
      throw new ApiError({ kind: 'bad-input', code: already ? 'identity.passkey-already-here' : 'identity.passkey-given-up' });
    }
  }
}
