import type { Actor } from '@cohorte/networks/contract';
import { Clock, Database } from '@cohorte/platform/server';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

/** What a person is told of by mail; by default, of every answer in threads they take part in. */
@Injectable()
export class CommentPreferences {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  of(actor: Actor): Promise<{ repliesByMail: boolean }> {
    return this.database.transaction(actor, async (tx) => ({ repliesByMail: await this.wantsReplies(tx, actor.personId) }));
  }

  change(actor: Actor, repliesByMail: boolean): Promise<{ repliesByMail: boolean }> {
    return this.database.transaction(actor, async (tx) => {
      await tx.query(
        `INSERT INTO drafts_comment_preference (person_id, replies_by_mail, updated_at) VALUES ($1, $2, $3)
         ON CONFLICT (person_id) DO UPDATE SET replies_by_mail = excluded.replies_by_mail, updated_at = excluded.updated_at`,
        [actor.personId, repliesByMail, this.clock.now()],
      );
      return { repliesByMail };
    });
  }

  async wantsReplies(tx: Tx, personId: string): Promise<boolean> {
    const [row] = await tx.query<{ replies_by_mail: boolean }[]>('SELECT replies_by_mail FROM drafts_comment_preference WHERE person_id = $1', [personId]);
    return row?.replies_by_mail ?? true;
  }
}
