import { AppError, type Language } from '@cohorte/platform/contract';
import { Config, type HttpExchange } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON } from '@simplewebauthn/browser';
import { limits, type PasskeyAnswer, type SignInStep } from '../contract';
import { AttemptLimiter } from './attempt-limiter';
import { CodeRequests } from './code-requests';
import { SessionCookie } from './session-cookie';
import { SessionReader } from './session.reader';
import { SignInLibrary } from './sign-in-library';

/** Before a second letter may be asked for, so that an impatient press does not spoil the code under way. */
const resendInSeconds = 30;

/** Unknown address, wrong code, old code: one refusal for all, or it would tell which addresses have an account. */
const wrongCode = () => new AppError('bad-input', 'identity.wrong-code');
const passkeyRefused = () => new AppError('bad-input', 'identity.passkey-refused');

/** Ways in: the mailed code, the passkey, and the door for whoever proved their address otherwise. */
@Injectable()
export class SignInService {
  private readonly cookie: SessionCookie;

  constructor(
    private readonly library: SignInLibrary,
    private readonly limiter: AttemptLimiter,
    private readonly sessions: SessionReader,
    private readonly letters: CodeRequests,
    config: Config,
  ) {
    this.cookie = new SessionCookie(config.value.publicUrl, config.value.secret);
  }

  async requestCode(input: { email: string; language: Language }, http: HttpExchange): Promise<{ resendInSeconds: number }> {
    await this.limiter.take('codes-here', http.ip, limits.codesPerNetworkAddress);
    await this.limiter.take('codes', input.email, limits.codesPerAddress);
    await this.letters.add(input);
    return { resendInSeconds };
  }

  async withCode(input: { email: string; code: string }, http: HttpExchange): Promise<SignInStep> {
    await this.limiter.take('wrong-codes-here', http.ip, limits.wrongCodesPerNetworkAddress);
    await this.limiter.take('wrong-codes', input.email, limits.wrongCodesPerAddress);
    const answer = await this.library.call(http, wrongCode(), (api, headers) =>
      api.signInEmailOTP({ body: { email: input.email, otp: input.code }, headers, returnHeaders: true }),
    );
    // Whoever holds the mailbox is no flood: the next letters are counted afresh.
    for (const what of ['wrong-codes', 'codes']) await this.limiter.forget(what, input.email);
    return this.stepOf(answer.token);
  }

  async passkeyOptions(http: HttpExchange) {
    await this.limiter.take('wrong-codes-here', http.ip, limits.wrongCodesPerNetworkAddress);
    return this.library.call(http, passkeyRefused(), (api, headers) => api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true }));
  }

  /** Each answer needs options of its own, which are counted. */
  async withPasskey(response: PasskeyAnswer, http: HttpExchange): Promise<SignInStep> {
    await this.library.call(http, passkeyRefused(), (api, headers) =>
      api.verifyPasskeyAuthentication({ body: { response: response as unknown as AuthenticationResponseJSON }, headers, returnHeaders: true }),
    );
    return 'signed-in';
  }

  /** For the domain that has just checked a secret mailed to this person: opens a session as a mailed code would. */
  async afterProof(personId: string, http: HttpExchange): Promise<SignInStep> {
    const token = await this.library.openSession(personId);
    http.setHeader('set-cookie', this.cookie.write(token));
    return this.stepOf(token);
  }

  private async stepOf(token: string): Promise<SignInStep> {
    const open = await this.sessions.find(new Headers({ cookie: this.cookie.write(token) }));
    return open?.secondFactorPending ? 'second-factor' : 'signed-in';
  }
}
