import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../progress.mjs';
import { OurPlace } from './our-place.mjs';
import { freePort, Program } from './program.mjs';

/** The built server as production starts it, on its embedded PostgreSQL, without the demonstration. */
export class Ours {
  name = 'ours';
  wire = new URL('../../../dist/bench/ours.wire.mjs', import.meta.url).href;
  acknowledgement = 'the push’s answer: committed to the journal, fsync and synchronous_commit on';
  version = `Cohorte ${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}`;
  storage = 'journal in PostgreSQL, fsync and synchronous_commit on';

  /** `roles`: what the process does, everything unless told otherwise. */
  constructor({ folder, roles }) {
    this.folder = folder;
    this.roles = roles;
  }

  get address() {
    return `http://127.0.0.1:${this.port}`;
  }

  async start() {
    this.port = await freePort();
    await this.open();
    this.place = await OurPlace.build(this.folder, this.address);
  }

  /** The same place after a stop, doing other things. */
  async again({ roles }) {
    this.roles = roles;
    await this.program.stop();
    await this.open();
  }

  async open() {
    this.program = new Program({
      args: ['--enable-source-maps', join(root, 'dist/api/main.js')],
      cwd: root,
      env: { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(this.port), DATA_DIR: this.folder, DEMO: '0', LOG_LEVEL: 'warn', ...(this.roles ? { ROLES: this.roles } : {}) },
      logFile: join(this.folder, 'server.log'),
      isReady: () => fetch(`${this.address}/health/ready`).then(({ ok }) => ok, () => false),
    });
    await this.program.start();
  }

  get pids() {
    return { server: this.program.pid, database: Number(readFileSync(join(this.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]) };
  }

  async prepare({ drafts, people }) {
    await this.place.people(people);
    return this.place.drafts(drafts);
  }

  seat({ draft, person, role }) {
    return { url: this.address.replace('http', 'ws'), origin: this.address, cookie: this.place.cookieOf(role, person), draft, role };
  }

  copies(draft, count) {
    return this.place.copies(draft, count);
  }

  stopProgram() {
    return this.program.stop();
  }

  startProgram() {
    return this.program.start();
  }

  /** As a power cut would: the server and its PostgreSQL at one moment. */
  async kill() {
    const { database } = this.pids;
    const ended = this.program.kill();
    process.kill(database, 'SIGKILL');
    await ended;
  }

  async discard() {
    await this.program?.stop();
    await this.program?.kill();
  }
}
