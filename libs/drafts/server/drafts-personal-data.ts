import { KeepsPersonalData } from '@cohorte/identity/server';
import type { PersonalDataSource } from '@cohorte/identity/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

/** What drafts keep about a person: the comments they wrote, what they have read, and what they chose to be told of. */
@KeepsPersonalData('drafts')
@Injectable()
export class DraftsPersonalData implements PersonalDataSource {
  constructor(private readonly database: Database) {}

  personalDataOf(personId: string): Promise<Record<string, unknown>> {
    return this.database.transaction(systemActor('drafts'), async (tx) => ({
      comments: await tx.query<unknown>(
        `SELECT d.title AS draft, t.quote AS passage, c.body AS words, c.created_at AS at, c.edited_at AS "editedAt", c.deleted_at AS "deletedAt"
           FROM drafts_comment c JOIN drafts_thread t ON t.id = c.thread_id JOIN drafts_draft d ON d.id = c.draft_id WHERE c.author_id = $1 ORDER BY c.created_at, c.id`,
        [personId],
      ),
      readThreads: await tx.query<unknown>(
        `SELECT d.title AS draft, t.quote AS passage, r.read_at AS "readAt"
           FROM drafts_thread_reading r JOIN drafts_thread t ON t.id = r.thread_id JOIN drafts_draft d ON d.id = t.draft_id WHERE r.person_id = $1 ORDER BY r.read_at`,
        [personId],
      ),
      commentNotices: await tx.query<unknown>('SELECT replies_by_mail AS "repliesByMail", updated_at AS "updatedAt" FROM drafts_comment_preference WHERE person_id = $1', [personId]),
    }));
  }
}
