import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { freePort } from './program.mjs';

const poolSize = 12;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

const ways = {
  /** Count, then insert, in SERIALIZABLE; PostgreSQL refuses what could not have happened one after the other, and it is tried again. */
  serializable: async (client, { meeting, who, places }) => {
    await client.query('BEGIN ISOLATION LEVEL SERIALIZABLE');
    const { rows } = await client.query(`SELECT count(*)::int AS taken FROM naive_registration WHERE meeting = $1 AND status = 'registered'`, [meeting]);
    await client.query('INSERT INTO naive_registration (id, meeting, who, status, at) VALUES ($1, $2, $3, $4, clock_timestamp()) ON CONFLICT (meeting, who) DO NOTHING', [randomUUID(), meeting, who, rows[0].taken < places ? 'registered' : 'waiting']);
    await client.query('COMMIT');
    return true;
  },
  /** A counter with a version: whoever finds another version than the one read begins again. */
  optimistic: async (client, { meeting, who, places }) => {
    await client.query('BEGIN');
    const { rows } = await client.query('SELECT taken, version FROM naive_counter WHERE meeting = $1', [meeting]);
    const [{ taken, version }] = rows;
    const { rowCount: isNew } = await client.query('INSERT INTO naive_registration (id, meeting, who, status, at) VALUES ($1, $2, $3, $4, clock_timestamp()) ON CONFLICT (meeting, who) DO NOTHING', [randomUUID(), meeting, who, taken < places ? 'registered' : 'waiting']);
    const { rowCount } = await client.query('UPDATE naive_counter SET taken = taken + $3, version = version + 1 WHERE meeting = $1 AND version = $2', [meeting, version, isNew && taken < places ? 1 : 0]);
    await client.query(rowCount === 1 ? 'COMMIT' : 'ROLLBACK');
    return rowCount === 1;
  },
};

/** The two ways everybody writes first, over HTTP, on the same PostgreSQL; no log, no letters, no promotion, no rights. */
export class NaiveSeats {
  retries = 0;

  constructor({ way, connectionString, places }) {
    this.way = ways[way];
    this.places = places;
    this.pool = new pg.Pool({ connectionString, max: poolSize });
  }

  async start() {
    this.meeting = randomUUID();
    await this.pool.query('CREATE TABLE IF NOT EXISTS naive_registration (id uuid PRIMARY KEY, meeting uuid NOT NULL, who text NOT NULL, status text NOT NULL, at timestamptz NOT NULL, UNIQUE (meeting, who))');
    await this.pool.query('CREATE TABLE IF NOT EXISTS naive_counter (meeting uuid PRIMARY KEY, taken integer NOT NULL, version integer NOT NULL)');
    await this.pool.query('INSERT INTO naive_counter VALUES ($1, 0, 0)', [this.meeting]);
    this.port = await freePort();
    this.server = createServer((request, answer) => void this.serve(request, answer).catch((error) => answer.writeHead(500).end(error.message)));
    await new Promise((ready) => this.server.listen(this.port, '127.0.0.1', ready));
  }

  get address() {
    return `http://127.0.0.1:${this.port}`;
  }

  async serve(request, answer) {
    const parts = [];
    for await (const part of request) parts.push(part);
    const { who } = JSON.parse(Buffer.concat(parts).toString());
    await this.register(who);
    answer.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }

  async register(who) {
    for (let tries = 1; ; tries += 1) {
      const client = await this.pool.connect();
      try {
        if (await this.way(client, { meeting: this.meeting, who, places: this.places })) return;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        if (error.code !== '40001' && error.code !== '40P01') throw error;
      } finally {
        client.release();
      }
      this.retries += 1;
      await wait(Math.random() * Math.min(100, tries * 5));
    }
  }

  async registered() {
    const { rows } = await this.pool.query(`SELECT count(*)::int AS n FROM naive_registration WHERE meeting = $1 AND status = 'registered'`, [this.meeting]);
    return rows[0].n;
  }

  async discard() {
    this.server.close();
    this.server.closeAllConnections();
    await this.pool.end();
  }
}
