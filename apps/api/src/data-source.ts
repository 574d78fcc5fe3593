import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from './migrations';

/** Any number, the same for every process: two processes starting at once migrate one after the other. */
const migrationLock = 7_203_405;

/** Brings the database to the newest shape, as its owner; safe to run from several processes at once. */
export async function migrate(ownerUrl: string): Promise<number> {
  const guard = new Client({ connectionString: ownerUrl });
  await guard.connect();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const source = new DataSource({ type: 'postgres', url: ownerUrl, migrations, migrationsTableName: 'platform_migration', migrationsTransactionMode: 'each', extra: { options: '-c lock_timeout=10s' } });
    await source.initialize();
    try {
      return (await source.runMigrations()).length;
    } finally {
      await source.destroy();
    }
  } finally {
    await guard.end();
  }
}
