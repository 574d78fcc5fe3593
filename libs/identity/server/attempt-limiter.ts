import { createHmac } from 'node:crypto';
import { AppError, systemActor } from '@cohorte/platform/contract';
import { Clock, Config, Database, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type AttemptLimit, minutesToWait } from '../contract';

const keepMs = 86_400_000;

/** Counts attempts in the database, so that a restart or a second process forgives nothing. Keys are hashed: no address is kept. */
@Injectable()
export class AttemptLimiter {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Counts one attempt of `who` at `what`; one too many throws `too-many` with the minutes to wait. */
  async take(what: string, who: string, limit: AttemptLimit): Promise<void> {
    const wait = await this.database.transaction(systemActor('identity'), (tx) => this.takeIn(tx, this.key(what, who), limit));
    if (wait > 0) throw new AppError('too-many', `identity.too-many-${what}`, { retryInMinutes: wait });
  }

  /** Like `take`, for what is simply left undone when there were too many. */
  async mayTake(what: string, who: string, limit: AttemptLimit): Promise<boolean> {
    return (await this.database.transaction(systemActor('identity'), (tx) => this.takeIn(tx, this.key(what, who), limit))) === 0;
  }

  /** Success: the earlier attempts no longer count. */
  async forget(what: string, who: string): Promise<void> {
    await this.database.transaction(systemActor('identity'), (tx) => tx.query('DELETE FROM identity_attempt WHERE key = $1', [this.key(what, who)]));
  }

  private async takeIn(tx: Tx, key: string, limit: AttemptLimit): Promise<number> {
    const now = this.clock.now();
    // Attempts at one key are counted one after the other, or a burst would slip through together.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
    const since = new Date(now.getTime() - limit.minutes * 60_000);
    const earlier = await tx.query<{ created_at: Date }[]>('SELECT created_at FROM identity_attempt WHERE key = $1 AND created_at > $2', [key, since]);
    const wait = minutesToWait(limit, earlier.map((row) => row.created_at), now);
    if (wait > 0) return wait;
    await tx.query('INSERT INTO identity_attempt (id, key, created_at) VALUES ($1, $2, $3)', [newId(), key, now]);
    await tx.query('DELETE FROM identity_attempt WHERE created_at < $1', [new Date(now.getTime() - keepMs)]);
    return 0;
  }

  private key(what: string, who: string): string {
    return createHmac('sha256', this.config.value.secret).update(`${what}\n${who}`).digest('base64url');
  }
}
