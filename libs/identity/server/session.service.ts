import { AppError, type Principal, systemActor } from '@cohorte/platform/contract';
import { Config, Database, type HttpExchange, Realtime } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { SessionSummary } from '../contract';
import { deviceName } from './device-name';
import { SessionCookie } from './session-cookie';
import { SessionReader } from './session.reader';

interface Row {
  id: string;
  user_agent: string | null;
  created_at: Date;
  updated_at: Date;
}

/** Ends sessions, here and elsewhere; open live connections end with them. */
@Injectable()
export class SessionService {
  private readonly cookie: SessionCookie;

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionReader,
    private readonly realtime: Realtime,
    config: Config,
  ) {
    this.cookie = new SessionCookie(config.value.publicUrl, config.value.secret);
  }

  list(me: Principal): Promise<SessionSummary[]> {
    return this.database.transaction(systemActor('identity'), async (tx) => {
      const rows = await tx.query<Row[]>(
        `SELECT id, user_agent, created_at, updated_at FROM identity_session
         WHERE person_id = $1 AND expires_at > now() AND NOT second_factor_pending ORDER BY updated_at DESC LIMIT 200`,
        [me.personId],
      );
      return rows.map((row) => ({
        id: row.id,
        device: deviceName(row.user_agent ?? ''),
        createdAt: row.created_at.toISOString(),
        seenAt: row.updated_at.toISOString(),
        current: row.id === me.sessionId,
      }));
    });
  }

  async end(me: Principal, sessionId: string): Promise<void> {
    const ended = await this.remove('person_id = $1 AND id = $2', [me.personId, sessionId]);
    if (ended === 0) throw new AppError('not-found', 'identity.no-such-session');
    await this.realtime.rightsChanged([me.personId]);
  }

  /** Signing out twice, or without being signed in, is no error. */
  async signOut(http: HttpExchange): Promise<void> {
    const open = await this.sessions.find(http.headers);
    http.setHeader('set-cookie', this.cookie.clear());
    if (!open) return;
    await this.remove('id = $1', [open.sessionId]);
    await this.realtime.rightsChanged([open.personId]);
  }

  async signOutEverywhere(me: Principal, http: HttpExchange): Promise<void> {
    await this.remove('person_id = $1', [me.personId]);
    http.setHeader('set-cookie', this.cookie.clear());
    await this.realtime.rightsChanged([me.personId]);
  }

  /** Gives the browser's cookie thirty more days, as the session itself has got. */
  renewCookie(token: string, http: HttpExchange): void {
    http.setHeader('set-cookie', this.cookie.write(token));
  }

  private remove(condition: 'id = $1' | 'person_id = $1' | 'person_id = $1 AND id = $2', values: string[]): Promise<number> {
    return this.database.transaction(systemActor('identity'), async (tx) => {
      const removed = await tx.query<[unknown[], number]>(`DELETE FROM identity_session WHERE ${condition}`, values);
      return removed[1];
    });
  }
}
