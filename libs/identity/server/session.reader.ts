import type { Principal } from '@cohorte/platform/contract';
import { Clock, Config } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { IdentityPool } from './identity-pool';
import { SessionCookie, sessionSeconds, slideAfterSeconds } from './session-cookie';

/** How long the second factor is awaited after the mailed code. */
const pendingMs = 10 * 60_000;

export interface OpenSession {
  readonly sessionId: string;
  readonly personId: string;
  readonly token: string;
  readonly createdAt: Date;
  /** The mailed code was right, the second factor is still awaited: nobody is signed in yet. */
  readonly secondFactorPending: boolean;
}

interface Row {
  id: string;
  person_id: string;
  created_at: Date;
  updated_at: Date;
  second_factor_pending: boolean;
}

/** Tells who is behind a request or a socket, by the session cookie: one indexed query. */
@Injectable()
export class SessionReader {
  private readonly cookie: SessionCookie;

  constructor(
    private readonly pool: IdentityPool,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.cookie = new SessionCookie(config.value.publicUrl, config.value.secret);
  }

  async read(headers: Headers): Promise<Principal | null> {
    const open = await this.find(headers);
    return open && !open.secondFactorPending ? { personId: open.personId, sessionId: open.sessionId } : null;
  }

  /** Also a session whose second factor is still awaited. */
  async find(headers: Headers): Promise<OpenSession | null> {
    const token = this.cookie.tokenIn(headers);
    if (!token) return null;
    const now = this.clock.now();
    const found = await this.pool.query<Row>({
      name: 'identity-session',
      text: 'SELECT id, person_id, created_at, updated_at, second_factor_pending FROM identity_session WHERE token = $1 AND expires_at > $2',
      values: [token, now],
    });
    const [row] = found.rows;
    if (!row || (row.second_factor_pending && now.getTime() - row.created_at.getTime() > pendingMs)) return null;
    if (now.getTime() - row.updated_at.getTime() > slideAfterSeconds * 1_000) await this.slide(row.id, now);
    return { sessionId: row.id, personId: row.person_id, token, createdAt: row.created_at, secondFactorPending: row.second_factor_pending };
  }

  private async slide(sessionId: string, now: Date): Promise<void> {
    await this.pool.query('UPDATE identity_session SET updated_at = $2, expires_at = $3 WHERE id = $1 AND NOT second_factor_pending', [
      sessionId,
      now,
      new Date(now.getTime() + sessionSeconds * 1_000),
    ]);
  }
}
