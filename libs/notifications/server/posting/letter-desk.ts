import { Clock, type Tx } from '@cohorte/platform/server';
import { parisDay } from '@cohorte/platform/contract';
import { Injectable } from '@nestjs/common';
import { noticeColumns, type NoticeRow } from '../notices/notice-row';

/** Everything due about one thing to one person is one letter, named after its first notice; one worker at a time decides it. */
const bind = `
  WITH due AS (SELECT recipient, about_id, (array_agg(id ORDER BY leave_at, id))[1] AS first
                 FROM notifications_notice WHERE mail = 'waiting' AND letter_id IS NULL AND leave_at <= $1 GROUP BY recipient, about_id)
  UPDATE notifications_notice n SET letter_id = due.first FROM due
   WHERE n.recipient = due.recipient AND n.about_id = due.about_id AND n.mail = 'waiting' AND n.letter_id IS NULL AND n.leave_at <= $1`;

/** The first notice is the letter's lock: who holds it sends, others pass by, and a process that dies lets go of it. */
const take = `
  SELECT letter_id FROM notifications_notice
   WHERE mail = 'waiting' AND letter_id = id AND next_attempt_at <= $1 ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`;

/** Pauses between attempts, in seconds: doubling from one minute, two hours at most. */
const pauseAfter = (attempts: number): number => Math.min(7_200, 60 * 2 ** Math.min(attempts, 10));

/** Past this, a letter that never passed tells nothing new. */
const givesUpAfterMs = 3 * 86_400_000;

/** Which notices make a letter, which letter is next, and what became of it. */
@Injectable()
export class LetterDesk {
  constructor(private readonly clock: Clock) {}

  async bindDue(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('notifications.bind', 0))`);
    await tx.query(bind, [this.clock.now()]);
  }

  /** The notices of the next letter, held until the end of the transaction. */
  async takeNext(tx: Tx): Promise<NoticeRow[]> {
    const [next] = await tx.query<{ letter_id: string }[]>(take, [this.clock.now()]);
    if (!next) return [];
    return tx.query<NoticeRow[]>(`SELECT ${noticeColumns} FROM notifications_notice WHERE letter_id = $1 AND mail = 'waiting' ORDER BY leave_at, id FOR UPDATE`, [next.letter_id]);
  }

  async settle(tx: Tx, ids: readonly string[], became: 'sent' | 'dropped' | 'failed', why: string | null = null): Promise<void> {
    if (ids.length > 0) await tx.query('UPDATE notifications_notice SET mail = $2, why = $3, settled_at = $4 WHERE id = ANY ($1)', [ids, became, why, this.clock.now()]);
  }

  /** Tried again later; an attempt that never reached the mail server does not count. */
  async postpone(tx: Tx, notices: readonly NoticeRow[], counts: boolean): Promise<void> {
    const attempts = notices[0]?.attempts ?? 0;
    const next = new Date(this.clock.now().getTime() + (counts ? pauseAfter(attempts) : 30) * 1_000);
    await tx.query('UPDATE notifications_notice SET attempts = attempts + $2, next_attempt_at = $3 WHERE id = ANY ($1)', [notices.map(({ id }) => id), counts ? 1 : 0, next]);
  }

  /** Tried again later, until its time has passed. */
  async postponeOrGiveUp(tx: Tx, notices: readonly NoticeRow[]): Promise<void> {
    if (this.isTooOld(notices)) return this.settle(tx, notices.map(({ id }) => id), 'failed', 'gave-up');
    return this.postpone(tx, notices, true);
  }

  isTooOld([first]: readonly NoticeRow[]): boolean {
    return first !== undefined && this.clock.now().getTime() - first.createdAt.getTime() > givesUpAfterMs;
  }

  async show(tx: Tx, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.query('UPDATE notifications_notice SET shown_at = $2 WHERE id = ANY ($1) AND shown_at IS NULL', [ids, this.clock.now()]);
  }

  /** Takes this day's only reminder about this thing; false when the person had it already. */
  async mayRemind(tx: Tx, { id, recipient, aboutId }: NoticeRow): Promise<boolean> {
    const today = parisDay(this.clock.now().toISOString());
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`notifications.reminder ${recipient} ${aboutId}`]);
    const [, taken] = await tx.query<[unknown[], number]>(
      `UPDATE notifications_notice SET reminded_on = $4 WHERE id = $1 AND (reminded_on = $4 OR NOT EXISTS (
         SELECT FROM notifications_notice WHERE recipient = $2 AND about_id = $3 AND reminded_on = $4))`,
      [id, recipient, aboutId, today]);
    return taken === 1;
  }
}
