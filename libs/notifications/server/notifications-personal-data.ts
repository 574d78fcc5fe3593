import { KeepsPersonalData, type PersonalDataSource } from '@cohorte/identity/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

/** What telling people keeps about a person: what they were told, when it left, and what they asked not to be told. */
@KeepsPersonalData('notifications')
@Injectable()
export class NotificationsPersonalData implements PersonalDataSource {
  constructor(private readonly database: Database) {}

  personalDataOf(personId: string): Promise<Record<string, unknown>> {
    return this.database.transaction(systemActor('notifications'), async (tx) => ({
      notices: await tx.query<unknown>(
        `SELECT kind, about, about_id AS "aboutId", created_at AS at, mail, settled_at AS "mailedAt", shown_at AS "shownAt", read_at AS "readAt"
           FROM notifications_notice WHERE person_id = $1 ORDER BY created_at, id`, [personId]),
      preferences: await tx.query<unknown>('SELECT topic, channel, wanted, updated_at AS "updatedAt" FROM notifications_preference WHERE recipient = $1 ORDER BY topic, channel', [personId]),
    }));
  }
}
