import type { InputOf } from '@cohorte/platform/contract';
import { type HttpExchange, Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { passkeySignInOptions, passSecondFactor, requestCode, signInWithCode, signInWithPasskey, signOut } from '../contract';
import { asJson } from './json';
import { SessionService } from './session.service';
import { SignInService } from './sign-in.service';
import { TotpService } from './totp.service';

/** Ways in and out, for whoever is not signed in yet. */
@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly totp: TotpService,
    private readonly sessions: SessionService,
  ) {}

  @Implements(requestCode)
  requestCode(_actor: unknown, input: InputOf<typeof requestCode>, http: HttpExchange) {
    return this.signIn.requestCode(input, http);
  }

  @Implements(signInWithCode)
  async withCode(_actor: unknown, input: InputOf<typeof signInWithCode>, http: HttpExchange) {
    return { step: await this.signIn.withCode(input, http) };
  }

  @Implements(passSecondFactor)
  async passSecondFactor(_actor: unknown, input: InputOf<typeof passSecondFactor>, http: HttpExchange) {
    return { step: await this.totp.pass(input, http) };
  }

  @Implements(passkeySignInOptions)
  async passkeyOptions(_actor: unknown, _input: InputOf<typeof passkeySignInOptions>, http: HttpExchange) {
    return { options: asJson(await this.signIn.passkeyOptions(http)) };
  }

  @Implements(signInWithPasskey)
  async withPasskey(_actor: unknown, input: InputOf<typeof signInWithPasskey>, http: HttpExchange) {
    return { step: await this.signIn.withPasskey(input.response, http) };
  }

  @Implements(signOut)
  async signOut(_actor: unknown, _input: InputOf<typeof signOut>, http: HttpExchange) {
    await this.sessions.signOut(http);
    return {};
  }
}
