import { SecondFactorPolicy } from '@cohorte/identity/server';
import { systemActor } from '@cohorte/platform/contract';
import { Database } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';

/** Who animates a network opens doors for others: those people are asked for a second factor. */
@Injectable()
export class SecondFactorOfAnimators extends SecondFactorPolicy {
  constructor(private readonly database: Database) {
    super();
  }

  override async needsSecondFactor(personId: string): Promise<boolean> {
    const held = await this.database.transaction(systemActor('networks'), (tx) =>
      tx.query<unknown[]>(`SELECT 1 FROM networks_membership WHERE person_id = $1 AND role IN ('animator', 'programme_team') AND ended_at IS NULL LIMIT 1`, [personId]),
    );
    return held.length > 0;
  }
}
