import { AppError, type Principal, systemActor } from '@cohorte/platform/contract';
import { Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { secondFactorFor, type SecondFactorState } from '../contract';
import { SecondFactorNeed } from './second-factor.policy';

interface Facts {
  totp: boolean;
  postponed_at: Date | null;
  passkeys: number;
  signed_in_at: Date | null;
}

/** What a person's second factor is, and whether to ask for one. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly need: SecondFactorNeed,
  ) {}

  async stateOf(me: Principal): Promise<SecondFactorState> {
    const facts = await this.asIdentity((tx) => this.facts(tx, me));
    const needed = await this.need.of(me.personId);
    const { totp, passkeys, postponed_at: postponedAt, signed_in_at: signedInAt } = facts;
    return secondFactorFor({ totp, passkeys, needed, postponedAt, signedInAt: signedInAt ?? this.clock.now() });
  }

  async postpone(me: Principal): Promise<SecondFactorState> {
    const { asked, canPostpone } = await this.stateOf(me);
    if (asked && !canPostpone) throw new AppError('conflict', 'identity.second-factor-already-postponed');
    if (asked) {
      await this.asIdentity((tx) =>
        tx.query('UPDATE identity_person SET second_factor_postponed_at = $2 WHERE id = $1 AND second_factor_postponed_at IS NULL', [me.personId, this.clock.now()]),
      );
    }
    return this.stateOf(me);
  }

  private async facts(tx: Tx, me: Principal): Promise<Facts> {
    const [facts] = await tx.query<Facts[]>(
      `SELECT person.second_factor_enabled AS totp, person.second_factor_postponed_at AS postponed_at,
         (SELECT count(*)::int FROM identity_passkey passkey WHERE passkey.person_id = person.id) AS passkeys,
         (SELECT session.created_at FROM identity_session session WHERE session.id = $2 AND session.person_id = person.id) AS signed_in_at
       FROM identity_person person WHERE person.id = $1`,
      [me.personId, me.sessionId ?? null],
    );
    if (!facts) throw new AppError('unauthenticated', 'platform.sign-in-needed');
    return facts;
  }

  private asIdentity<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(systemActor('identity'), work);
  }
}
