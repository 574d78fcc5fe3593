import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from './embedded-postgres';
import { gone, isAlive } from './postgres-process';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('our own PostgreSQL', () => {
  let dataDir: string;
  let started: EmbeddedPostgres[];

  const start = async () => {
    const postgres = await EmbeddedPostgres.start({ dataDir });
    started.push(postgres);
    return postgres;
  };

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'cohorte-own-postgres-'));
    chmodSync(dataDir, 0o755);
    started = [];
  });

  afterEach(async () => {
    for (const postgres of started) await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('keeps what was written through a stop and a start, at the same address', async () => {
    const first = await start();
    const { ownerUrl } = await first.prepareRoles();
    await query(ownerUrl, `CREATE TABLE kept AS SELECT 'written' AS word`);
    await first.stop();
    const second = await start();
    expect(second.superUrl).toBe(first.superUrl);
    expect(await query((await second.prepareRoles()).ownerUrl, 'SELECT word FROM kept')).toEqual([{ word: 'written' }]);
  });

  it('loses nothing committed when the server is killed, and comes back by itself', async () => {
    const postgres = await start();
    const { ownerUrl } = await postgres.prepareRoles();
    await query(ownerUrl, `CREATE TABLE kept AS SELECT 'written' AS word`);
    const killed = postgres.pid as number;
    process.kill(killed, 'SIGKILL');
    await gone(killed, 5_000);
    const answered = async (): Promise<unknown[]> => query(ownerUrl, 'SELECT word FROM kept').catch(() => new Promise((resolve) => setTimeout(resolve, 50)).then(answered));
    expect(await answered()).toEqual([{ word: 'written' }]);
    expect(postgres.pid).not.toBe(killed);
  });

  it('refuses a second process on the same folder, in one sentence', async () => {
    await start();
    await expect(EmbeddedPostgres.start({ dataDir })).rejects.toThrow(/^Cohorte already runs on this data folder \(process \d+\): stop it first/);
  });

  it('keeps each role to its rights', async () => {
    const postgres = await start();
    const { appUrl, jobsUrl, journalUrl } = await postgres.prepareRoles();
    await expect(query(appUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied for schema public/);
    await expect(query(journalUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied/);
    await expect(query(jobsUrl, 'CREATE TABLE queue (id int)')).resolves.toEqual([]);
    const roles = await query(appUrl, `SELECT rolname FROM pg_roles WHERE rolname LIKE 'cohorte%' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)`);
    expect(roles).toEqual([]);
  });

  it('sorts French words as their readers do, and keeps its secrets to its owner', async () => {
    const postgres = await start();
    const words = await query(postgres.superUrl, `SELECT word FROM unnest(ARRAY['zone', 'été', 'eau', 'Élus']) AS word ORDER BY word`);
    expect(words).toEqual([{ word: 'eau' }, { word: 'Élus' }, { word: 'été' }, { word: 'zone' }]);
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o077).toBe(0);
    expect(await query(postgres.superUrl, 'SHOW data_checksums')).toEqual([{ data_checksums: 'on' }]);
  });

  it('leaves nothing of a throw-away cluster', async () => {
    const postgres = await EmbeddedPostgres.startTemporary();
    const { dataFolder, pid } = postgres;
    await postgres.stop();
    expect(existsSync(dataFolder)).toBe(false);
    expect(isAlive(pid as number)).toBe(false);
  });
});
