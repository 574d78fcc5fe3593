import { passkey } from '@better-auth/passkey';
import { AppError } from '@cohorte/platform/contract';
import { type AppConfig, Config, type HttpExchange, newId } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { emailOTP, twoFactor } from 'better-auth/plugins';
import { IdentityPool } from './identity-pool';
import { cookiePrefix, sessionSeconds } from './session-cookie';
import { accountModel, passkeySchema, sessionModel, twoFactorSchema, userModel, verificationModel } from './sign-in-tables';

export const codeSeconds = 600;
const wrongTriesPerCode = 5;
/** Creating a session on these routes proves or follows a second factor; every other sign-in waits for it when there is one. */
const strongRoutes = new Set(['/passkey/verify-authentication', '/two-factor/verify-totp', '/two-factor/disable']);

const openedSql = 'UPDATE identity_person SET first_signed_in_at = coalesce(first_signed_in_at, now()) WHERE id = $1 RETURNING second_factor_enabled';

/** Sessions begun by mail wait for the second factor of those who have one. The first session of someone is remembered. */
function awaitSecondFactor(pool: IdentityPool) {
  return async <S extends { userId: string }>(session: S, context: { path?: string } | null) => {
    const { rows } = await pool.query<{ second_factor_enabled: boolean }>(openedSql, [session.userId]);
    const enabled = rows[0]?.second_factor_enabled === true;
    return { data: { ...session, secondFactorPending: enabled && !strongRoutes.has(context?.path ?? '') } };
  };
}

/** A passkey stands for both factors only when the device checked its holder (finger, face, PIN). */
async function assertHolderVerified(verified: boolean | undefined): Promise<void> {
  if (verified !== true) throw new APIError('UNAUTHORIZED', { message: 'holder not verified' });
}

function plugins({ publicUrl }: AppConfig) {
  return [
    // Letters are ours: the code is made by `createVerificationOTP` and sent by our own job.
    emailOTP({ otpLength: 6, expiresIn: codeSeconds, storeOTP: 'hashed', allowedAttempts: wrongTriesPerCode, disableSignUp: true, sendVerificationOTP: () => Promise.resolve() }),
    twoFactor({ issuer: 'Cohorte', allowPasswordless: true, schema: twoFactorSchema }),
    passkey({
      rpID: new URL(publicUrl).hostname,
      rpName: 'Cohorte',
      origin: new URL(publicUrl).origin,
      schema: passkeySchema,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      registration: { afterVerification: ({ verification }) => assertHolderVerified(verification.registrationInfo?.userVerified) },
      authentication: { afterVerification: ({ verification }) => assertHolderVerified(verification.authenticationInfo.userVerified) },
    }),
  ] as const;
}

function createLibrary(config: AppConfig, pool: IdentityPool) {
  return betterAuth({
    appName: 'Cohorte',
    baseURL: config.publicUrl,
    basePath: '/api/library-not-mounted',
    secret: config.secret,
    trustedOrigins: [new URL(config.publicUrl).origin],
    database: pool,
    user: userModel,
    session: { ...sessionModel, expiresIn: sessionSeconds, disableSessionRefresh: true, freshAge: 86_400 },
    verification: verificationModel,
    account: accountModel,
    plugins: [...plugins(config)],
    databaseHooks: { session: { create: { before: awaitSecondFactor(pool) } } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix,
      useSecureCookies: config.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId() },
    },
  });
}

type Library = ReturnType<typeof createLibrary>;
type Answer<T> = { headers: Headers; response: T };

/** The sign-in library, called as a library: none of its routes is mounted, our endpoints decide what can be reached. */
@Injectable()
export class SignInLibrary {
  private readonly library: Library;

  constructor(config: Config, pool: IdentityPool) {
    this.library = createLibrary(config.value, pool);
  }

  get api(): Library['api'] {
    return this.library.api;
  }

  /** Calls the library for a request and passes its cookies on; its refusals become `refusal`. */
  async call<T>(http: HttpExchange, refusal: AppError, run: (api: Library['api'], headers: Headers) => Promise<Answer<T>>): Promise<T> {
    try {
      const { headers, response } = await run(this.library.api, http.headers);
      const cookies = headers.getSetCookie();
      if (cookies.length > 0) http.setHeader('set-cookie', cookies);
      return response;
    } catch (error) {
      throw error instanceof APIError ? refusal : error;
    }
  }

  /** Forgets the codes mailed earlier and makes a new one, good for ten minutes. */
  async newCode(email: string): Promise<string> {
    const { internalAdapter } = await this.library.$context;
    await internalAdapter.deleteVerificationByIdentifier(`sign-in-otp-${email}`);
    return this.library.api.createVerificationOTP({ body: { email, type: 'sign-in' } });
  }

  async forgetCodes(email: string): Promise<void> {
    const { internalAdapter } = await this.library.$context;
    await internalAdapter.deleteVerificationByIdentifier(`sign-in-otp-${email}`);
  }

  /** Opens a session for someone who has just proved their address by other means (an invitation's secret). Answers its token. */
  async openSession(personId: string): Promise<string> {
    const { internalAdapter } = await this.library.$context;
    return (await internalAdapter.createSession(personId)).token;
  }
}
