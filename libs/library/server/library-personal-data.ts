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
      files: await tx.query<unknown>('SELECT name, size::float8 AS bytes, sha256, state, uploaded_at AS "uploadedAt" FROM library_file WHERE uploaded_by = $1 ORDER BY uploaded_at, id', [personId]),
      versions: await tx.query<unknown>(
        `SELECT r.title, v.number, v.note, v.made_at AS "madeAt" FROM library_version v JOIN library_resource r ON r.id = v.resource_id WHERE v.made_by = $1 ORDER BY v.made_at, v.number`, [personId]),
      comments: await tx.query<unknown>('SELECT r.title, c.body AS words, c.written_at AS at FROM library_comment c JOIN library_resource r ON r.id = c.resource_id WHERE c.author_id = $1 ORDER BY c.written_at, c.id', [personId]),
      nominations: await tx.query<unknown>(
        `SELECT t.title AS toolbox, r.title, n.reason, n.nominated_at AS "nominatedAt" FROM library_nomination n JOIN library_toolbox t ON t.id = n.toolbox_id JOIN library_resource r ON r.id = n.resource_id
          WHERE n.nominated_by = $1 ORDER BY n.nominated_at, r.id`, [personId]),
      statements: await tx.query<unknown>(
        `SELECT t.title AS toolbox, r.title, u.fact, u.stated_at AS "statedAt" FROM library_use u JOIN library_toolbox t ON t.id = u.toolbox_id JOIN library_resource r ON r.id = u.resource_id
          WHERE u.stated_by = $1 ORDER BY u.stated_at, r.id`, [personId]),
      follows: await tx.query<unknown>('SELECT r.title, f.since FROM library_follow f JOIN library_resource r ON r.id = f.resource_id WHERE f.person_id = $1 ORDER BY f.since, r.id', [personId]),
      tagChanges: await tx.query<unknown>('SELECT words, into_word AS "into", resources, changed_at AS "changedAt" FROM library_tag_change WHERE changed_by = $1 ORDER BY seq', [personId]),
      legalChanges: await tx.query<unknown>('SELECT article, changed_on::text AS "changedOn", note, made_at AS "madeAt" FROM library_legal_change WHERE made_by = $1 ORDER BY made_at, id', [personId]),
    }));
  }
}
