import pg from 'pg';
import type { DatabaseUrls } from '../config';
import { randomSecret } from './secret-file';

export type RolePasswords = Record<'owner' | 'app' | 'journal' | 'jobs', string>;

export const databaseName = 'cohorte';

export function newRolePasswords(): RolePasswords {
  return { owner: randomSecret(), app: randomSecret(), journal: randomSecret(), jobs: randomSecret() };
}

/** As superuser: creates what is missing of the roles and the database, and gives the addresses to reach it with each role. */
export async function prepareRoles(superUrl: string, passwords: RolePasswords, database = databaseName): Promise<DatabaseUrls> {
  await asSuperuser(superUrl, async (client) => {
    await client.query(rolesSql(passwords));
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)} OWNER cohorte_owner`);
  });
  await asSuperuser(withDatabase(superUrl, database), (client) => client.query(schemasSql(database)));
  return roleUrls(superUrl, passwords, database);
}

export function roleUrls(superUrl: string, passwords: RolePasswords, database = databaseName): DatabaseUrls {
  const url = (role: keyof RolePasswords) => {
    const address = new URL(withDatabase(superUrl, database));
    address.username = `cohorte_${role}`;
    address.password = passwords[role];
    return address.href;
  };
  return { appUrl: url('app'), ownerUrl: url('owner'), journalUrl: url('journal'), jobsUrl: url('jobs') };
}

export function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(database)}`;
  return address.href;
}

async function asSuperuser(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function rolesSql(passwords: RolePasswords): string {
  const roles = Object.entries(passwords).map(([name, password]) => {
    const role = `cohorte_${name}`;
    return `
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role}; END IF;
      ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${pg.escapeLiteral(password)};`;
  });
  return `DO $roles$ BEGIN ${roles.join('')}
      ALTER ROLE cohorte_jobs SET search_path = jobs;
    END $roles$;`;
}

function schemasSql(database: string): string {
  const name = pg.escapeIdentifier(database);
  const roles = 'cohorte_owner, cohorte_app, cohorte_journal, cohorte_jobs';
  return `
    REVOKE ALL ON DATABASE ${name} FROM PUBLIC;
    GRANT CONNECT ON DATABASE ${name} TO ${roles};
    -- BullMQ says CREATE SCHEMA IF NOT EXISTS at every start: PostgreSQL asks for this right even when the schema exists.
    GRANT CREATE ON DATABASE ${name} TO cohorte_jobs;
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    ALTER SCHEMA public OWNER TO cohorte_owner;
    GRANT USAGE ON SCHEMA public TO cohorte_app, cohorte_journal;
    CREATE SCHEMA IF NOT EXISTS jobs AUTHORIZATION cohorte_jobs;`;
}
