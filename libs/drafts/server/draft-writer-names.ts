import type { Principal } from '@cohorte/platform/contract';
import { Database } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { DraftQueries } from './draft.queries';

/** The name others see beside a cursor: the account's, never one the browser sends. */
@Injectable()
export class DraftWriterNames {
  constructor(
    private readonly database: Database,
    private readonly queries: DraftQueries,
  ) {}

  async of(person: Principal): Promise<string> {
    return (await this.database.transaction(person, (tx) => this.queries.nameOf(tx, person.personId))) ?? '';
  }
}
