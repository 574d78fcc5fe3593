import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { wait } from '../load/clock.mjs';

const foreign = ['DATABASE_', 'REDIS_', 'SMTP_', 'PUBLIC_URL', 'SECRET', 'ROLES', 'NODE_OPTIONS', 'PORT', 'HOST', 'npm_'];
const startsWithinMs = 180_000;

/** A server under test as a process of its own: started, asked to stop, killed, started again. */
export class Program {
  constructor({ args, env, cwd, logFile, isReady }) {
    Object.assign(this, { args, env, cwd, logFile, isReady });
  }

  get pid() {
    return this.child?.pid;
  }

  get isAlive() {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  async start() {
    const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.some((start) => name.startsWith(start))));
    // Port 0 for the inspector, which stays closed until it is asked for (see collect.mjs).
    const child = spawn(process.execPath, this.args, { cwd: this.cwd, env: { ...inherited, NODE_OPTIONS: '--inspect-port=0', ...this.env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const log = createWriteStream(this.logFile, { flags: 'a' });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    this.child = child;
    this.ended = new Promise((done) => child.once('exit', done));
    const end = Date.now() + startsWithinMs;
    while (!(await this.isReady())) {
      if (!this.isAlive || Date.now() > end) {
        // What it said last is still on its way to the file.
        await wait(300);
        throw new Error(`the server did not start (exit ${child.exitCode ?? child.signalCode}): ${this.log().slice(-3_000)}`);
      }
      await wait(50);
    }
  }

  async stop() {
    if (!this.isAlive) return;
    this.child.kill('SIGTERM');
    await Promise.race([this.ended, wait(30_000)]);
    await this.kill();
  }

  async kill() {
    if (!this.isAlive) return;
    this.child.kill('SIGKILL');
    await this.ended;
  }

  log() {
    try {
      return readFileSync(this.logFile, 'utf8');
    } catch {
      return '(nothing was said)';
    }
  }
}

export function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}
