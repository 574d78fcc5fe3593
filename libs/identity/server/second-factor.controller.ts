import type { InputOf, Principal } from '@cohorte/platform/contract';
import { type HttpExchange, Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import {
  addPasskey, confirmTotp, listPasskeys, passkeyRegistrationOptions, postponeSecondFactor, removePasskey, removeTotp, renewRecoveryCodes, startTotp,
} from '../contract';
import { asJson } from './json';
import { PasskeyService } from './passkey.service';
import { SecondFactorService } from './second-factor.service';
import { TotpService } from './totp.service';

/** A person's second factor: authenticator application, recovery codes, passkeys. */
@Controller()
export class SecondFactorController {
  constructor(
    private readonly totp: TotpService,
    private readonly passkeys: PasskeyService,
    private readonly secondFactor: SecondFactorService,
  ) {}

  @Implements(startTotp)
  startTotp(_me: Principal, _input: InputOf<typeof startTotp>, http: HttpExchange) {
    return this.totp.start(http);
  }

  @Implements(confirmTotp)
  async confirmTotp(me: Principal, input: InputOf<typeof confirmTotp>, http: HttpExchange) {
    return { recoveryCodes: await this.totp.confirm(me, input.code, http) };
  }

  @Implements(removeTotp)
  async removeTotp(me: Principal, input: InputOf<typeof removeTotp>, http: HttpExchange) {
    await this.totp.remove(me, input.code, http);
    return {};
  }

  @Implements(renewRecoveryCodes)
  async renewRecoveryCodes(me: Principal, input: InputOf<typeof renewRecoveryCodes>, http: HttpExchange) {
    return { recoveryCodes: await this.totp.renewRecoveryCodes(me, input.code, http) };
  }

  @Implements(postponeSecondFactor)
  postpone(me: Principal) {
    return this.secondFactor.postpone(me);
  }

  @Implements(listPasskeys)
  async listPasskeys(me: Principal) {
    return { passkeys: await this.passkeys.list(me) };
  }

  @Implements(passkeyRegistrationOptions)
  async registrationOptions(_me: Principal, _input: InputOf<typeof passkeyRegistrationOptions>, http: HttpExchange) {
    return { options: asJson(await this.passkeys.registrationOptions(http)) };
  }

  @Implements(addPasskey)
  async addPasskey(_me: Principal, input: InputOf<typeof addPasskey>, http: HttpExchange) {
    await this.passkeys.add(input, http);
    return {};
  }

  @Implements(removePasskey)
  async removePasskey(me: Principal, input: InputOf<typeof removePasskey>) {
    await this.passkeys.remove(me, input.passkeyId);
    return {};
  }
}
