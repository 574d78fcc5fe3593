/** Hocuspocus as its documentation starts it: default debounce, one row a document through its Database extension, here in PostgreSQL. */
import { Database } from '@hocuspocus/extension-database';
import pg from 'pg';

const { Server } = await import(process.env.HOCUSPOCUS_PACKAGE);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
pool.on('error', () => undefined);
await pool.query('CREATE TABLE IF NOT EXISTS documents (name text PRIMARY KEY, data bytea NOT NULL)');

const database = new Database({
  fetch: async ({ documentName }) => (await pool.query('SELECT data FROM documents WHERE name = $1', [documentName])).rows[0]?.data ?? null,
  store: async ({ documentName, state }) => {
    await pool.query('INSERT INTO documents (name, data) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET data = $2', [documentName, state]);
  },
});

const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [database],
  async onAuthenticate({ token, ...data }) {
    const connection = data.connectionConfig ?? data.connection;
    if (token === 'watcher') connection.readOnly = true;
    else if (token !== 'editor') throw new Error('not allowed');
  },
});
await server.listen();
