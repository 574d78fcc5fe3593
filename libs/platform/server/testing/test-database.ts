import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DatabaseUrls } from '../config';
import { type RolePasswords, roleUrls } from '../database/postgres-roles';

/** The migrated database of a test run; nobody connects to it, everybody copies it. */
export const testTemplate = 'cohorte_template';

const variable = 'COHORTE_TEST_CLUSTER';

/** A database of a spec file's own. */
export interface TestDatabase extends DatabaseUrls {
  /** Passes every row-level security: for arranging and for looking behind the policies. */
  superUrl: string;
  drop(): Promise<void>;
}

/** A fresh copy of the migrated template; only integration specs have a cluster to make it in. */
export async function testDatabase(): Promise<TestDatabase> {
  const told = process.env[variable];
  if (!told) throw new Error('No test cluster: name the file *.int-spec.ts and run it with jest.int.config.mjs');
  const { superUrl, passwords } = JSON.parse(told) as { superUrl: string; passwords: RolePasswords };
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(superUrl, `CREATE DATABASE ${name} TEMPLATE ${testTemplate} OWNER cohorte_owner`);
  // A copy does not keep the rights on the database itself.
  await asSuperuser(superUrl, `GRANT CREATE ON DATABASE ${name} TO cohorte_jobs`);
  const own = new URL(superUrl);
  own.pathname = `/${name}`;
  return {
    ...roleUrls(superUrl, passwords, name),
    superUrl: own.href,
    drop: () => asSuperuser(superUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function asSuperuser(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
