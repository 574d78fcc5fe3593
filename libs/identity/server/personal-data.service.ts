import { AppError, type OutputOf, type Principal, systemActor } from '@cohorte/platform/contract';
import { Clock, Database, Events, type HttpExchange, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type * as z from 'zod';
import type { exportMine } from '../contract';
import { personErased } from './identity.events';
import { PersonalDataSources } from './personal-data';
import { SessionService } from './session.service';
import { SignInLibrary } from './sign-in-library';

type Json = z.output<ReturnType<typeof z.json>>;

const mine = {
  person: `SELECT id, name, email, job_title AS "jobTitle", language, preferences, second_factor_enabled AS "secondFactor",
    second_factor_postponed_at AS "secondFactorPostponedAt", created_at AS "createdAt", updated_at AS "updatedAt" FROM identity_person WHERE id = $1`,
  sessions: `SELECT id, user_agent AS browser, created_at AS "createdAt", updated_at AS "seenAt", expires_at AS "expiresAt" FROM identity_session WHERE person_id = $1 ORDER BY created_at`,
  passkeys: `SELECT id, name, device_type AS "deviceType", backed_up AS "backedUp", created_at AS "createdAt" FROM identity_passkey WHERE person_id = $1 ORDER BY created_at`,
  linkedAccounts: `SELECT id, provider_id AS provider, account_id AS account, created_at AS "createdAt" FROM identity_account WHERE person_id = $1 ORDER BY created_at`,
};

/** The rights of a person over their data: take it away, have it erased. */
@Injectable()
export class PersonalDataService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly sources: PersonalDataSources,
    private readonly sessions: SessionService,
    private readonly library: SignInLibrary,
  ) {}

  async export(me: Principal): Promise<OutputOf<typeof exportMine>> {
    const identity = await this.database.transaction(systemActor('identity'), async (tx) => ({
      person: (await tx.query<unknown[]>(mine.person, [me.personId]))[0],
      sessions: await tx.query<unknown>(mine.sessions, [me.personId]),
      passkeys: await tx.query<unknown>(mine.passkeys, [me.personId]),
      linkedAccounts: await tx.query<unknown>(mine.linkedAccounts, [me.personId]),
    }));
    const domains = await this.sources.collect(me.personId);
    // Dates become text here, as they will be in the file.
    const plain = JSON.parse(JSON.stringify({ identity, domains })) as { identity: Record<string, Json>; domains: Record<string, Json> };
    return { exportedAt: this.clock.now().toISOString(), ...plain };
  }

  /** The person types their address to confirm. What they contributed stays, under no name. */
  async erase(me: Principal, confirmation: string, http: HttpExchange): Promise<void> {
    const email = await this.database.transaction(systemActor('identity'), (tx) => this.eraseIn(tx, me, confirmation));
    await this.library.forgetCodes(email);
    await this.sessions.signOutEverywhere(me, http);
  }

  private async eraseIn(tx: Tx, me: Principal, confirmation: string): Promise<string> {
    const [person] = await tx.query<{ email: string }[]>('SELECT email FROM identity_person WHERE id = $1 AND erased_at IS NULL FOR UPDATE', [me.personId]);
    if (!person) throw new AppError('gone', 'identity.already-erased');
    if (person.email !== confirmation) throw new AppError('bad-input', 'identity.confirmation-differs');
    const now = this.clock.now();
    await tx.query(
      `UPDATE identity_person SET name = NULL, email = NULL, email_verified = false, job_title = '', preferences = '{}', second_factor_enabled = false,
         second_factor_postponed_at = NULL, erased_at = $2, updated_at = $2 WHERE id = $1`,
      [me.personId, now],
    );
    for (const table of ['identity_session', 'identity_account', 'identity_passkey', 'identity_second_factor']) {
      await tx.query(`DELETE FROM ${table} WHERE person_id = $1`, [me.personId]);
    }
    await tx.query('DELETE FROM identity_code_request WHERE email = $1', [person.email]);
    await this.events.publish(tx, personErased, { personId: me.personId });
    return person.email;
  }
}
