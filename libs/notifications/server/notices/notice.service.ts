import type { Actor } from '@cohorte/networks/contract';
import { asSystem, Clock, Database, type Tx } from '@cohorte/platform/server';
import type { InputOf, OutputOf } from '@cohorte/platform/contract';
import { Injectable } from '@nestjs/common';
import { canNotice, countedUpTo, type listNotices, type markNotices, type Notice, noticeKinds, type NoticeThing, type NoticeTopic, topicOf } from '../../contract';
import type { BellFacts } from '../tellers/teller';
import { Tellers } from '../tellers/tellers';
import { BellGateway } from './bell.gateway';
import { noticeColumns, type NoticeRow } from './notice-row';

/** Rows looked at to fill one page: some are left out, when the right to their meeting has gone. */
const looked = 150;

/** A person’s own notices: what they may no longer read is neither shown nor counted. */
@Injectable()
export class NoticeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tellers: Tellers,
    private readonly bell: BellGateway,
  ) {}

  list(actor: Actor, { unreadOnly, topic, before, limit }: InputOf<typeof listNotices>): Promise<OutputOf<typeof listNotices>> {
    return this.database.transaction(actor, async (tx) => {
      const rows = await this.rows(tx, actor, { unread: unreadOnly === 'true', ...(topic ? { topic } : {}), ...(before ? { before } : {}) });
      const shown = await this.seen(tx, actor, rows);
      const page = shown.slice(0, limit);
      const more = shown.length > limit || rows.length === looked;
      return { notices: page, unread: await this.unreadIn(tx, actor), next: more ? (page.at(-1)?.id ?? rows.at(-1)?.id ?? null) : null };
    });
  }

  count(actor: Actor): Promise<number> {
    return this.database.transaction(actor, (tx) => this.unreadIn(tx, actor));
  }

  /** Marking again changes nothing; what is not one’s own is passed over. */
  mark(actor: Actor, { noticeIds, isRead }: InputOf<typeof markNotices>): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const rows = await tx.query<NoticeRow[]>(`SELECT ${noticeColumns} FROM notifications_notice WHERE id = ANY ($1)`, [noticeIds]);
      const mine = rows.filter((row) => canNotice(actor, 'mark', { personId: row.personId, shown: row.shownAt !== null }));
      await tx.query('UPDATE notifications_notice SET read_at = $2 WHERE id = ANY ($1)', [mine.map(({ id }) => id), isRead ? this.clock.now() : null]);
      this.bell.ring([actor.personId]);
      return this.unreadIn(tx, actor);
    });
  }

  readAll(actor: Actor): Promise<{ unread: number; noticeIds: string[] }> {
    return this.database.transaction(actor, async (tx) => {
      const unread = await this.seen(tx, actor, await this.rows(tx, actor, { unread: true }));
      const noticeIds = unread.slice(0, 100).map(({ id }) => id);
      await tx.query('UPDATE notifications_notice SET read_at = $2 WHERE person_id = $1 AND shown_at IS NOT NULL AND read_at IS NULL', [actor.personId, this.clock.now()]);
      this.bell.ring([actor.personId]);
      return { unread: 0, noticeIds };
    });
  }

  private async unreadIn(tx: Tx, actor: Actor): Promise<number> {
    return Math.min(countedUpTo, (await this.seen(tx, actor, await this.rows(tx, actor, { unread: true }))).length);
  }

  private rows(tx: Tx, actor: Actor, { unread, topic, before }: { unread: boolean; topic?: NoticeTopic; before?: string }): Promise<NoticeRow[]> {
    return tx.query<NoticeRow[]>(
      `SELECT ${noticeColumns} FROM notifications_notice WHERE person_id = $1 AND shown_at IS NOT NULL AND (NOT $2 OR read_at IS NULL)
          AND ($3::text[] IS NULL OR kind = ANY ($3)) AND ($4::uuid IS NULL OR id < $4) ORDER BY id DESC LIMIT ${looked}`,
      [actor.personId, unread, topic ? noticeKinds.filter((kind) => topicOf(kind) === topic) : null, before ?? null],
    );
  }

  /** The words of a notice are those of its thing now, if its thing may still be read. */
  private async seen(tx: Tx, actor: Actor, rows: readonly NoticeRow[]): Promise<Notice[]> {
    const things = new Map<NoticeThing, Map<string, BellFacts>>();
    for (const about of new Set(rows.map((row) => row.about))) {
      const ids = [...new Set(rows.filter((row) => row.about === about).map((row) => row.aboutId))];
      things.set(about, await asSystem(tx, 'notifications', () => this.tellers.of(about).shownTo(tx, actor.personId, ids)));
    }
    return rows.flatMap((row) => {
      const thing = things.get(row.about)?.get(row.aboutId);
      return thing && canNotice(actor, 'read', { personId: row.personId, shown: row.shownAt !== null }) ? [toNotice(row, thing)] : [];
    });
  }
}

function toNotice({ id, kind, about, aboutId, facts, shownAt, createdAt, readAt }: NoticeRow, { title, when, zone, path }: BellFacts): Notice {
  return { id, kind, about, aboutId, title, zone, path, when: when?.toISOString() ?? null, address: facts['address'] ?? null, at: (shownAt ?? createdAt).toISOString(), isRead: readAt !== null };
}
