import { type Language, systemActor } from '@cohorte/platform/contract';
import { Clock, Database, Jobs, newId } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { sendCode } from './identity.jobs';

/** Requests for a code wait in the database; the job carries an id, so no address lies in the queue. */
@Injectable()
export class CodeRequests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async add({ email, language }: { email: string; language: Language }): Promise<void> {
    const requestId = newId();
    await this.database.transaction(systemActor('identity'), (tx) =>
      tx.query('INSERT INTO identity_code_request (id, email, language, created_at) VALUES ($1, $2, $3, $4)', [requestId, email, language, this.clock.now()]),
    );
    await this.jobs.add(sendCode, { requestId }, { id: requestId });
  }
}
