import { personErased } from '@cohorte/identity/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database, On, type PayloadOf } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

/** What an erased person asked to be told of is forgotten; what they shared stays, without a name. */
@Injectable()
export class LibraryListener {
  constructor(private readonly database: Database) {}

  @On(personErased)
  async forget({ personId }: PayloadOf<typeof personErased>): Promise<void> {
    await this.database.transaction(systemActor('library'), (tx) => tx.query('DELETE FROM library_follow WHERE person_id = $1', [personId]));
  }
}
