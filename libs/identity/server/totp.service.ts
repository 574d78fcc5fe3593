import { AppError, type Principal, systemActor } from '@cohorte/platform/contract';
import { Database, type HttpExchange } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { toString as qrSvg } from 'qrcode';
import { limits, type SignInStep } from '../contract';
import { AttemptLimiter } from './attempt-limiter';
import { SessionReader } from './session.reader';
import { SignInLibrary } from './sign-in-library';

const wrongCode = () => new AppError('bad-input', 'identity.wrong-second-factor');
const notSetUp = () => new AppError('conflict', 'identity.totp-not-set-up');
const cannotStart = () => new AppError('conflict', 'identity.totp-already-set-up');

/** The authenticator application: set-up, recovery codes, and the second step of a sign-in. */
@Injectable()
export class TotpService {
  constructor(
    private readonly library: SignInLibrary,
    private readonly limiter: AttemptLimiter,
    private readonly sessions: SessionReader,
    private readonly database: Database,
  ) {}

  async start(http: HttpExchange): Promise<{ uri: string; secret: string; qrCode: string }> {
    const begun = await this.library.call(http, cannotStart(), (api, headers) => api.enableTwoFactor({ body: { method: 'totp' }, headers, returnHeaders: true }));
    if (begun.method !== 'totp') throw cannotStart();
    const uri = begun.totpURI;
    const picture = await qrSvg(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
    return { uri, secret: new URL(uri).searchParams.get('secret') ?? '', qrCode: `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}` };
  }

  /** The first right code turns it on; the session's cookie changes with it. The recovery codes are shown now, and never again. */
  async confirm(me: Principal, code: string, http: HttpExchange): Promise<string[]> {
    await this.verify(me.personId, code, http);
    const { backupCodes } = await this.library.api.viewBackupCodes({ body: { userId: me.personId } });
    return backupCodes;
  }

  async remove(me: Principal, code: string, http: HttpExchange): Promise<void> {
    await this.assertSetUp(me);
    await this.verify(me.personId, code, http);
    await this.library.call(http, notSetUp(), (api, headers) => api.disableTwoFactor({ body: {}, headers, returnHeaders: true }));
  }

  async renewRecoveryCodes(me: Principal, code: string, http: HttpExchange): Promise<string[]> {
    await this.assertSetUp(me);
    await this.verify(me.personId, code, http);
    const answer = await this.library.call(http, notSetUp(), (api, headers) => api.generateBackupCodes({ body: {}, headers, returnHeaders: true }));
    return answer.backupCodes;
  }

  /** The second step of a sign-in: one code of the application, or one recovery code, which is then spent. */
  async pass(given: { code?: string | undefined; recoveryCode?: string | undefined }, http: HttpExchange): Promise<SignInStep> {
    const open = await this.sessions.find(http.headers);
    if (!open) throw new AppError('unauthenticated', 'identity.sign-in-again');
    if (!open.secondFactorPending) return 'signed-in';
    if (given.code !== undefined) await this.passCode(open.personId, given.code, http);
    else await this.passRecoveryCode(open.personId, given.recoveryCode ?? '', http);
    await this.database.transaction(systemActor('identity'), (tx) => tx.query('UPDATE identity_session SET second_factor_pending = false WHERE id = $1', [open.sessionId]));
    return 'signed-in';
  }

  /** A code read over a shoulder is of no use: each signs in once. */
  private async passCode(personId: string, code: string, http: HttpExchange): Promise<void> {
    await this.verify(personId, code, http);
    if (!(await this.limiter.mayTake('used-second-factor', `${personId} ${code}`, limits.sameSecondFactor))) throw wrongCode();
  }

  private async passRecoveryCode(personId: string, code: string, http: HttpExchange): Promise<void> {
    await this.limiter.take('second-factors', personId, limits.wrongSecondFactors);
    await this.library.call(http, wrongCode(), (api, headers) => api.verifyBackupCode({ body: { code, disableSession: true }, headers, returnHeaders: true }));
    await this.limiter.forget('second-factors', personId);
  }

  private async verify(personId: string, code: string, http: HttpExchange): Promise<void> {
    await this.limiter.take('second-factors', personId, limits.wrongSecondFactors);
    await this.library.call(http, wrongCode(), (api, headers) => api.verifyTOTP({ body: { code }, headers, returnHeaders: true }));
    await this.limiter.forget('second-factors', personId);
  }

  private async assertSetUp(me: Principal): Promise<void> {
    const [row] = await this.database.transaction(me, (tx) =>
      tx.query<{ set_up: boolean }[]>('SELECT second_factor_enabled AS set_up FROM identity_person WHERE id = $1', [me.personId]),
    );
    if (!row?.set_up) throw notSetUp();
  }
}
