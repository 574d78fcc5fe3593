import type { Actor } from '@cohorte/networks/contract';
import { AppError, systemActor } from '@cohorte/platform/contract';
import { Clock, Config, Database, mailTokenHash, mailTokenOf, newMailNonce } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { AgendaSpan } from './agenda-sources';
import { CalendarFeedContent } from './calendar-feed.content';

const purpose = 'meetings.feed';
const day = 86_400_000;
/** What calendars keep is theirs; older meetings stay on their pages. */
const spanOf = (now: Date): AgendaSpan => ({ from: new Date(now.getTime() - 90 * day), to: new Date(now.getTime() + 540 * day) });

interface FeedRow {
  readonly person_id: string;
  readonly nonce: string;
  readonly created_at: Date;
}

/** The private address of a person's agenda: made on demand, renewed or closed at once, and answering what the person may see at that instant. */
@Injectable()
export class CalendarFeedService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly content: CalendarFeedContent,
  ) {}

  mine(actor: Actor): Promise<{ url: string | null; since: string | null }> {
    return this.database.transaction(actor, async (tx) => {
      const [row] = await tx.query<FeedRow[]>('SELECT person_id, nonce, created_at FROM meetings_calendar_feed WHERE person_id = $1', [actor.personId]);
      return row ? { url: this.urlOf(row), since: row.created_at.toISOString() } : { url: null, since: null };
    });
  }

  /** A new address; the former one answers «not found» from this instant. */
  renew(actor: Actor): Promise<{ url: string | null; since: string | null }> {
    const row = { person_id: actor.personId, nonce: newMailNonce(), created_at: this.clock.now() };
    return this.database.transaction(actor, async (tx) => {
      await tx.query(
        `INSERT INTO meetings_calendar_feed (person_id, nonce, token_hash, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id) DO UPDATE SET nonce = EXCLUDED.nonce, token_hash = EXCLUDED.token_hash, created_at = EXCLUDED.created_at`,
        [row.person_id, row.nonce, mailTokenHash(this.tokenOf(row)), row.created_at],
      );
      return { url: this.urlOf(row), since: row.created_at.toISOString() };
    });
  }

  async revoke(actor: Actor): Promise<Record<string, never>> {
    await this.database.transaction(actor, (tx) => tx.query('DELETE FROM meetings_calendar_feed WHERE person_id = $1', [actor.personId]));
    return {};
  }

  /** The file behind a token. Rights are those of this instant: whoever left a network no longer reads its meetings here. */
  async read(token: string): Promise<string> {
    const [row] = await this.database.transaction(systemActor('meetings'), (tx) => tx.query<FeedRow[]>('SELECT person_id FROM meetings_calendar_feed WHERE token_hash = $1', [mailTokenHash(token)]));
    if (!row) throw new AppError('not-found', 'meetings.feed-unknown');
    return this.content.of(row.person_id, spanOf(this.clock.now()));
  }

  private tokenOf({ person_id: id, nonce }: Pick<FeedRow, 'person_id' | 'nonce'>): string {
    return mailTokenOf(this.config.value.secret, purpose, { id, nonce });
  }

  private urlOf(row: FeedRow): string {
    return `${this.config.value.publicUrl}/api/calendriers/${this.tokenOf(row)}.ics`;
  }
}
