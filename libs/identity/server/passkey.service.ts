import { AppError, type Principal, systemActor } from '@cohorte/platform/contract';
import { Database, type HttpExchange } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { PasskeyAnswer, PasskeySummary } from '../contract';
import { SignInLibrary } from './sign-in-library';

/** A stolen, long-lived session must not be able to plant a key: creating one needs a sign-in of the last 24 hours. */
const refused = () => new AppError('forbidden', 'identity.passkey-not-kept');

/** A person's passkeys. */
@Injectable()
export class PasskeyService {
  constructor(
    private readonly library: SignInLibrary,
    private readonly database: Database,
  ) {}

  list(me: Principal): Promise<PasskeySummary[]> {
    return this.database.transaction(systemActor('identity'), async (tx) => {
      const rows = await tx.query<{ id: string; name: string | null; created_at: Date }[]>(
        'SELECT id, name, created_at FROM identity_passkey WHERE person_id = $1 ORDER BY created_at',
        [me.personId],
      );
      return rows.map((row) => ({ id: row.id, name: row.name ?? '', createdAt: row.created_at.toISOString() }));
    });
  }

  registrationOptions(http: HttpExchange) {
    return this.library.call(http, refused(), (api, headers) => api.generatePasskeyRegistrationOptions({ query: {}, headers, returnHeaders: true }));
  }

  async add(input: { name: string; response: PasskeyAnswer }, http: HttpExchange): Promise<void> {
    await this.library.call(http, refused(), (api, headers) => api.verifyPasskeyRegistration({ body: input, headers, returnHeaders: true }));
  }

  async remove(me: Principal, passkeyId: string): Promise<void> {
    await this.database.transaction(systemActor('identity'), async (tx) => {
      const removed = await tx.query<[unknown[], number]>('DELETE FROM identity_passkey WHERE id = $1 AND person_id = $2', [passkeyId, me.personId]);
      if (removed[1] === 0) throw new AppError('not-found', 'identity.no-such-passkey');
    });
  }
}
