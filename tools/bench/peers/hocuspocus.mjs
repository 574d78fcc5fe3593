import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { root } from '../../progress.mjs';
import { wait } from '../load/clock.mjs';
import { freePort, Program } from './program.mjs';

const four = Number(process.versions.node.split('.')[0]) >= 22;
const packageName = four ? 'hocuspocus-server-4' : '@hocuspocus/server';

/** Hocuspocus on a PostgreSQL of its own with the product's settings (fsync and synchronous_commit on). */
export class Hocuspocus {
  name = 'hocuspocus';
  wire = new URL('../wires/hocuspocus.wire.mjs', import.meta.url).href;
  acknowledgement = 'SyncStatus: applied in memory, stored later';
  version = `Hocuspocus ${versionOf(packageName)}`;
  storage = 'Database extension on PostgreSQL, default debounce (2 s, at most 10 s)';

  constructor({ folder, EmbeddedPostgres }) {
    Object.assign(this, { folder, EmbeddedPostgres });
  }

  async start() {
    this.postgres = await this.EmbeddedPostgres.start({ dataDir: this.folder });
    this.port = await freePort();
    this.program = new Program({
      args: [join(import.meta.dirname, 'hocuspocus-server.mjs')],
      env: { PORT: String(this.port), DATABASE_URL: this.postgres.superUrl, HOCUSPOCUS_PACKAGE: packageName, NODE_ENV: 'production' },
      logFile: join(this.folder, 'server.log'),
      isReady: () => fetch(`http://127.0.0.1:${this.port}`).then(({ ok }) => ok, () => false),
    });
    await this.program.start();
  }

  get pids() {
    return { server: this.program.pid, database: this.postgres.pid };
  }

  /** Names are enough: a document exists once somebody wrote in it. */
  async prepare({ drafts }) {
    return Array.from({ length: drafts }, (_, index) => `draft-${index}`);
  }

  seat({ draft, person, role }) {
    return { url: `ws://127.0.0.1:${this.port}`, draft, role, token: role, name: `Personne ${person}` };
  }

  async copies(draft, count) {
    const db = new pg.Client({ connectionString: this.postgres.superUrl });
    await db.connect();
    const names = Array.from({ length: count }, (_, index) => `${draft}-copy-${index}`);
    await db.query('INSERT INTO documents (name, data) SELECT copy, data FROM documents, unnest($2::text[]) copy WHERE name = $1', [draft, names]);
    await db.end();
    return names;
  }

  stopProgram() {
    return this.program.stop();
  }

  async startProgram() {
    await this.databaseServes();
    await this.program.start();
  }

  async databaseServes() {
    for (let tries = 0; ; tries += 1) {
      const db = new pg.Client({ connectionString: this.postgres.superUrl });
      db.on('error', () => undefined);
      const error = await db.connect().then(() => db.query('SELECT 1')).then(() => null, (failure) => failure);
      await db.end().catch(() => undefined);
      if (!error) return;
      if (tries > 200) throw error;
      await wait(100);
    }
  }

  /** Server and PostgreSQL at one moment; the PostgreSQL is brought back by whoever guards it, as an init system would. */
  async kill() {
    process.kill(this.postgres.pid, 'SIGKILL');
    await this.program.kill();
  }

  async discard() {
    await this.program?.stop();
    await this.postgres?.stop();
  }
}

function versionOf(name) {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
}
