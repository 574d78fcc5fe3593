import { systemActor, type Language } from '@cohorte/platform/contract';
import { Config, Database, Handles, Mailer, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { limits } from '../contract';
import { AttemptLimiter } from './attempt-limiter';
import { sendCode } from './identity.jobs';
import { codeLetter, strangerLetter } from './mail/sign-in-letters';
import { People } from './people';
import { SignInLibrary } from './sign-in-library';

interface CodeRequest {
  id: string;
  email: string;
  language: Language;
}

/** Answers a request for a code: a code for those who have an account, how to be invited for the others. */
@Injectable()
export class CodeLetterHandler {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly library: SignInLibrary,
    private readonly limiter: AttemptLimiter,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @Handles(sendCode)
  async send({ requestId }: { requestId: string }): Promise<void> {
    const { request, language } = await this.asIdentity((tx) => this.load(tx, requestId));
    if (!request) return;
    if (language) await this.mailCode(request.email, language, requestId);
    else if (await this.limiter.mayTake('explanation', request.email, limits.explanationsPerAddress)) {
      await this.mailer.send({ to: request.email, letter: strangerLetter(request.language), messageId: requestId });
    }
    await this.asIdentity((tx) => tidy(tx, requestId));
  }

  private async load(tx: Tx, requestId: string): Promise<{ request?: CodeRequest | undefined; language?: Language | undefined }> {
    const [request] = await tx.query<CodeRequest[]>('SELECT id, email, language FROM identity_code_request WHERE id = $1', [requestId]);
    return request ? { request, language: (await this.people.findByEmail(tx, request.email))?.language } : {};
  }

  private async mailCode(email: string, language: Language, requestId: string): Promise<void> {
    const code = await this.library.newCode(email);
    await this.mailer.send({ to: email, letter: codeLetter(language, { email, code, publicUrl: this.config.value.publicUrl }), messageId: requestId });
  }

  private asIdentity<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(systemActor('identity'), work);
  }
}

/** The letter has left: its request goes, with whatever else has expired. */
async function tidy(tx: Tx, requestId: string): Promise<void> {
  await tx.query(`DELETE FROM identity_code_request WHERE id = $1 OR created_at < now() - interval '1 day'`, [requestId]);
  await tx.query('DELETE FROM identity_session WHERE expires_at < now()');
  await tx.query('DELETE FROM identity_verification WHERE expires_at < now()');
}
