import { Config } from '@cohorte/platform/server';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';

/**
 * Connections for the sign-in library and for reading sessions, outside the transactions of a person: sign-in happens before anybody
 * is known, so these connections act as the system actor `identity` for their whole life and are lent to nobody else.
 */
@Injectable()
export class IdentityPool extends pg.Pool implements OnApplicationShutdown {
  constructor(config: Config) {
    super({ connectionString: config.value.database.appUrl, options: '-c cohorte.system=identity', application_name: 'cohorte-identity', max: 6, connectionTimeoutMillis: 10_000 });
    // An idle connection that dies (database restarted) is replaced at the next query.
    this.on('error', () => undefined);
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.ended) await this.end();
  }
}
