import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedPostgresError } from './postgres-error';

/** Any number will do as long as nobody else locks it in the `postgres` database. */
const lockKey = 20_241_017;
const namePrefix = 'cohorte process ';
const pollEvery = 15;
/** A process killed a moment ago may still hold its claim until PostgreSQL notices. */
const claimFreedWithinMs = 2_000;
const wrongPassword = '28P01';

/** Missing in pg's types: whether the connection keeps the process alive. */
type Holder = pg.Client & { ref(): void; unref(): void };

/**
 * The one connection that claims a cluster for this process. PostgreSQL itself frees the claim when the process dies,
 * however it dies, so no lock file can go stale; its loss is also how we learn that the server died.
 */
export class ClusterGuard {
  holds = true;

  private constructor(private readonly client: Holder) {
    client.on('error', () => undefined);
    client.on('end', () => (this.holds = false));
    client.unref();
  }

  /** Waits for the server while it may still come; undefined when it will not. */
  static async claim(superUrl: string, stillComing: () => boolean): Promise<ClusterGuard | undefined> {
    for (;;) {
      const client = new pg.Client({ connectionString: superUrl, application_name: `${namePrefix}${process.pid}`, connectionTimeoutMillis: 5_000 });
      try {
        await client.connect();
        await lock(client);
        return new ClusterGuard(client as Holder);
      } catch (error) {
        await client.end().catch(() => undefined);
        refuseForGood(error);
        if (!stillComing()) return undefined;
        await wait(pollEvery);
      }
    }
  }

  onLoss(listener: () => void): void {
    if (this.holds) this.client.once('end', listener);
    else listener();
  }

  async release(): Promise<void> {
    this.client.ref();
    await this.client.end().catch(() => undefined);
  }
}

async function lock(client: pg.Client): Promise<void> {
  const end = Date.now() + claimFreedWithinMs;
  for (;;) {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [lockKey]);
    if (rows[0]?.mine) return;
    if (Date.now() > end) throw await alreadyClaimed(client);
    await wait(pollEvery);
  }
}

function refuseForGood(error: unknown): void {
  if (error instanceof EmbeddedPostgresError) throw error;
  if ((error as pg.DatabaseError).code !== wrongPassword) return;
  const message = 'The file secrets.json of the data folder does not fit the database beside it: put back the one that was there when the database was created.';
  throw new EmbeddedPostgresError('wrong-secrets', message, { cause: error });
}

async function alreadyClaimed(client: pg.Client): Promise<EmbeddedPostgresError> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory' AND objid = $1 AND granted`,
    [lockKey],
  );
  const holder = rows[0]?.name.replace(namePrefix, 'process ') ?? 'another process';
  return new EmbeddedPostgresError('folder-busy', `Cohorte already runs on this data folder (${holder}): stop it first, or choose another folder with DATA_DIR=/some/folder.`);
}
