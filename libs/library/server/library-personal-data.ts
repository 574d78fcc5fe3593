import { KeepsPersonalData, type PersonalDataSource } from '@cohorte/identity/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

/** What the library keeps about a person: what they deposited, and the versions they made. */
@KeepsPersonalData('library')
@Injectable()
export class LibraryPersonalData implements PersonalDataSource {
  constructor(private readonly database: Database) {}

  personalDataOf(personId: string): Promise<Record<string, unknown>> {
    return this.database.transaction(systemActor('library'), async (tx) => ({
      deposits: await tx.query<unknown>('SELECT title, state, created_at AS "createdAt", changed_at AS "changedAt" FROM library_resource WHERE owner_id = $1 ORDER BY created_at, id', [personId]),
      versions: await tx.query<unknown>(
        `SELECT r.title, v.number, v.note, v.made_at AS "madeAt" FROM library_version v JOIN library_resource r ON r.id = v.resource_id WHERE v.made_by = $1 ORDER BY v.made_at, v.number`, [personId]),
    }));
  }
}
